import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useHost } from '../../transport/host-context.tsx';
import { hostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { useSettled } from '../rows/use-settled.ts';

const REST_MS = 200;

/** What is known of a formula in a period. `settled` is false while the last letters have not been looked at. */
export function useCheck(formula: string, id: string | null, period: string) {
  const host = useHost();
  const workspace = useWorkspace();
  const asked = useSettled(formula, REST_MS);
  const options = hostQuery(host, workspace, 'kpi.check', { formula: asked, id, period });
  const query = useQuery({ ...options, enabled: asked.trim() !== '', placeholderData: keepPreviousData, retry: false });
  const settled = asked === formula && !query.isPlaceholderData && !query.isFetching;
  return { check: asked.trim() === '' ? undefined : query.data, settled };
}
