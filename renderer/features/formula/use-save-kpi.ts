import { useTranslation } from 'react-i18next';
import type { Unit } from '#shared/units.ts';
import { MEASURES } from '#shared/measures.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { KpiDraft } from '../../state/kpis-slice.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { showToast } from '../../ui/toast.tsx';
import { idOf, isChanged, kpiOf } from './own-kpi.model.ts';
import { CALENDAR, SIGNATURES } from './signatures.model.ts';
import { useDraft } from './use-draft.ts';

/** Saves or discards the KPI being written, both with a way back. */
export function useSaveKpi(draft: KpiDraft) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { put, drop } = useDraft();
  const { goTo, viewKpis } = useAppStore.getState();
  const entries = useHostQuery('catalogue.kpis', {}, { keep: true }).data ?? [];
  const store = useHostCommand('kpi.save');
  const remove = useHostCommand('kpi.remove');
  const taken = new Set([...entries.map(({ kpi }) => kpi), ...MEASURES.map(({ id }) => id), ...CALENDAR]);
  const { saved } = draft;
  const id = saved?.id ?? idOf(draft.name, (each) => taken.has(each) || Object.hasOwn(SIGNATURES, each));
  const undo = (): void => {
    if (saved === null) remove.mutate({ id });
    else store.mutate({ kpi: saved, replaces: true });
  };
  return {
    id,
    saving: store.isPending,
    save: (unit: Unit): void => {
      const kpi = kpiOf(draft, id, unit);
      store.mutate(
        { kpi, replaces: saved !== null },
        {
          onSuccess: () => {
            drop();
            if (useAppStore.getState().route === 'kpi-editor') {
              viewKpis(workspace.id, { selected: id, search: '', shelf: 'all' });
              goTo('kpis');
            }
            showToast({
              title: t('formula:saved', { name: kpi.name }),
              tone: 'good',
              action: { label: t('formula:undo'), onClick: undo },
            });
          },
        },
      );
    },
    discard: (): void => {
      drop();
      goTo('kpis');
      if (!isChanged(draft)) return;
      showToast({
        title: t('formula:discarded'),
        action: {
          label: t('formula:undo'),
          onClick: () => {
            put(draft);
            goTo('kpi-editor');
          },
        },
      });
    },
  };
}
