import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Input } from '#shared/contract.ts';
import type { WatchState } from '#shared/watching.ts';
import { useHost } from '../../transport/host-context.tsx';
import { valueOf } from '../../transport/host-failure.ts';
import { refreshAfterCommand } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';

const LOOK_EVERY_MS = 2000;

const keyOf = (workspace: string) => ['watch.state', workspace] as const;

/** The watched folder of the open workspace, as it is now; undefined until known. */
export function useWatch(): WatchState | undefined {
  const host = useHost();
  const client = useQueryClient();
  const { id } = useWorkspace();
  const { data } = useQuery({
    queryKey: keyOf(id),
    queryFn: async () => valueOf(await host.call('watch.state', {})),
    refetchInterval: (query) => (query.state.data?.folder == null ? false : LOOK_EVERY_MS),
  });
  const imports = data?.taken.flatMap((file) => file.imports).join() ?? '';
  useEffect(() => {
    // A file was imported by itself: there are other numbers now.
    if (imports !== '') void refreshAfterCommand(client);
  }, [client, imports]);
  return data;
}

type WatchMethod = 'watch.start' | 'watch.stop' | 'watch.direct' | 'watch.answer';

/** Says something to the watching; the state that comes back is shown at once. */
export function useWatchCommand<M extends WatchMethod>(method: M) {
  const host = useHost();
  const client = useQueryClient();
  const { id } = useWorkspace();
  return useMutation<WatchState, Error, Input<M>>({
    mutationKey: [method],
    mutationFn: async (input) => valueOf(await host.call(method, input)),
    onSuccess: (state) => client.setQueryData(keyOf(id), state),
  });
}
