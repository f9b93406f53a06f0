import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Input, Method, Output } from '#shared/contract.ts';
import { useHost } from './host-context.tsx';
import { valueOf } from './host-failure.ts';
import { refreshAfterCommand } from './use-host-query.ts';

/** Runs a command of the contract. A failure becomes a toast unless `quiet`, for screens that show it in place. */
export function useHostCommand<M extends Method>(method: M, { quiet = false }: { readonly quiet?: boolean } = {}) {
  const host = useHost();
  const client = useQueryClient();
  const command = useMutation<Output<M>, Error, Input<M>>({
    mutationKey: [method],
    mutationFn: async (input) => valueOf(await host.call(method, input)),
    onSuccess: () => refreshAfterCommand(client),
    meta: { quiet },
  });
  const { mutateAsync } = command;
  // A promise, since the part of the screen that asked may be gone before it is done: what follows is told all the same.
  const mutate = useCallback(
    (input: Input<M>, { onSuccess }: { readonly onSuccess?: (output: Output<M>) => void } = {}): void =>
      void mutateAsync(input).then(onSuccess, () => undefined),
    [mutateAsync],
  );
  return { ...command, mutate };
}
