import type { Goal } from '#shared/goals.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import type { Filter } from '#shared/question.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { newGoal } from './goal-form.model.ts';

/** Opens the form with a goal for a KPI, for this year; null while there is nothing to set one for. */
export function useNewGoal(): ((kpi?: string, filters?: readonly Filter[], parent?: Goal | null) => void) | null {
  const { readonly } = useWorkspace();
  const draftGoal = useAppStore((state) => state.draftGoal);
  const kpis = useHostQuery('catalogue.kpis', {}, { keep: true }).data ?? [];
  const today = useHostQuery('app.info', {}).data?.today ?? null;
  const possible = kpis.filter((entry) => entry.possible);
  const [first] = possible;
  if (readonly || today === null || first === undefined) return null;
  return (kpi = 'revenue', filters = [], parent = null) => {
    const entry = possible.find((each) => each.kpi === parseKpiReference(kpi).kpi) ?? first;
    const goal = newGoal(entry, { period: parent?.period ?? today.slice(0, 4), filters, parent });
    draftGoal({
      goal: possible.includes(entry) && kpi.startsWith(`${entry.kpi}:`) ? { ...goal, kpi } : goal,
      saved: null,
    });
  };
}
