import { useAppStore } from '../../state/app-store.ts';
import { NEW_KPI, type KpiDraft } from '../../state/kpis-slice.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';

/** The KPI being written in the open workspace; it waits while another screen is looked at. */
export function useDraft() {
  const { id, readonly } = useWorkspace();
  const draft = useAppStore((state) => state.kpiDrafts[id]) ?? NEW_KPI;
  const { draftKpi, goTo } = useAppStore.getState();
  return {
    draft,
    readonly,
    write: (part: Partial<KpiDraft>): void => draftKpi(id, { ...draft, ...part }),
    put: (next: KpiDraft): void => draftKpi(id, next),
    /** Opens the editor with this; null for the draft that waits, or a new one. */
    start: (next: KpiDraft | null): void => {
      if (next !== null) draftKpi(id, next);
      else if (draft.saved !== null) draftKpi(id, NEW_KPI);
      goTo('kpi-editor');
    },
  };
}
