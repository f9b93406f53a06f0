import { useQuery } from '@tanstack/react-query';
import type { WorkspaceInfo } from '#shared/contract.ts';
import { useHost } from './host-context.tsx';
import { valueOf } from './host-failure.ts';

export const WORKSPACE_KEY = ['workspace.current'] as const;

/** The open workspace, null without one, undefined until known. */
export function useWorkspaceQuery() {
  const host = useHost();
  return useQuery({
    queryKey: WORKSPACE_KEY,
    queryFn: async () => valueOf(await host.call('workspace.current', {})),
    staleTime: Infinity,
  });
}

/** The open workspace on screens that are shown only with one. */
export function useWorkspace(): WorkspaceInfo {
  const { data } = useWorkspaceQuery();
  if (data === undefined || data === null) throw new Error('useWorkspace without an open workspace');
  return data;
}
