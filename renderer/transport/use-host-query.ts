import { useState } from 'react';
import { keepPreviousData, queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { Input, Method, Output } from '#shared/contract.ts';
import type { HostBridge } from './host-bridge.ts';
import { useHost } from './host-context.tsx';
import { askUntil, stopsWhenLeft } from './ask-until.ts';
import { valueOf } from './host-failure.ts';
import { useWorkspaceQuery, WORKSPACE_KEY } from './use-workspace.ts';

/** A query of the contract, kept under the workspace and its revision: data that changed is asked for anew, the rest never. */
export function hostQuery<M extends Method>(
  host: HostBridge,
  workspace: { readonly id: string; readonly revision: number; readonly settings: unknown } | null | undefined,
  method: M,
  input: Input<M>,
) {
  return queryOptions({
    queryKey: [method, workspace?.id ?? null, workspace?.revision ?? null, workspace?.settings ?? null, input] as const,
    queryFn: async (context): Promise<Output<M>> =>
      valueOf(await (stopsWhenLeft(method) ? askUntil(context.signal, host, method, input) : host.call(method, input))),
    staleTime: Infinity,
  });
}

/** Asks one query of the contract. `keep` shows the previous answer while the next one is on its way. */
export function useHostQuery<M extends Method>(
  method: M,
  input: Input<M>,
  { enabled = true, keep = false }: { readonly enabled?: boolean; readonly keep?: boolean } = {},
) {
  const host = useHost();
  const { data: workspace } = useWorkspaceQuery();
  const options = hostQuery(host, workspace, method, input);
  return useQuery({ ...options, enabled, ...(keep ? { placeholderData: keepPreviousData } : {}) });
}

/**
 * The same with `keep`, and what the answer on the screen was `asked`: while a new choice is on its way the numbers shown, their words and
 * their passports are of the one before.
 */
export function useShownAnswer<M extends Method, I extends Input<M>>(method: M, input: I, enabled = true) {
  const { data, error, isFetching, isPlaceholderData, refetch } = useHostQuery(method, input, { enabled, keep: true });
  const [before, setBefore] = useState(input);
  const isAnswered = data !== undefined && !isPlaceholderData;
  if (isAnswered && JSON.stringify(before) !== JSON.stringify(input)) setBefore(input);
  return { data, error, isFetching, isPlaceholderData, refetch, asked: isPlaceholderData ? before : input };
}

/** After a command: the workspace and its revision are read anew, which renews everything that depends on them. */
export async function refreshAfterCommand(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: WORKSPACE_KEY });
  await client.invalidateQueries({ queryKey: ['workspace.recent'] });
}
