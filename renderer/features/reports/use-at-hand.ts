import { useMemo } from 'react';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { useDashboardList } from '../dashboards/use-dashboards.ts';
import type { AtHand } from './kinds.model.ts';

/** What the workspace has to make pages of. */
export function useAtHand(): AtHand {
  const { rows } = useWorkspace();
  const { list, kpis, dimensions } = useDashboardList();
  return useMemo(
    () => ({ kpis, dimensions, rows, dashboards: (list ?? []).map(({ dashboard }) => dashboard) }),
    [kpis, dimensions, rows, list],
  );
}
