import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../state/app-store.ts';
import { NEW_KPI, NO_DRAFTS, type KpiDraft } from '../../state/kpis-slice.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { showToast } from '../../ui/toast.tsx';
import { isChanged } from './own-kpi.model.ts';

/** The KPI being written in the open workspace; it waits while another screen is looked at. */
export function useDraft() {
  const { t } = useTranslation();
  const { id, readonly } = useWorkspace();
  const { open, byId } = useAppStore((state) => state.kpiDrafts[id]) ?? NO_DRAFTS;
  const { draftKpi, openNewKpi, dropDraft, goTo } = useAppStore.getState();
  const draft = byId[open] ?? NEW_KPI;
  const waiting = byId[''] ?? NEW_KPI;
  const put = (next: KpiDraft): void => draftKpi(id, next);
  const begin = (next: KpiDraft): void => {
    const { saved } = next;
    const before = saved === null ? undefined : byId[saved.id];
    put(before === undefined ? next : { ...before, saved });
    if (saved !== null || !isChanged(waiting)) return;
    showToast({ title: t('formula:replaced'), action: { label: t('formula:undo'), onClick: () => put(waiting) } });
  };
  return {
    draft,
    readonly,
    /** A new KPI has been begun and not saved. */
    isWaiting: isChanged(waiting),
    write: (part: Partial<KpiDraft>): void => put({ ...draft, ...part }),
    put,
    drop: (): void => dropDraft(id, draft),
    /** Opens the editor with this, or with the changes of it that wait; null for the new KPI as far as it is written. */
    start: (next: KpiDraft | null): void => {
      if (next === null) openNewKpi(id);
      else begin(next);
      goTo('kpi-editor');
    },
  };
}
