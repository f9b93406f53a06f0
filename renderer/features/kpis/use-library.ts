import { useMemo } from 'react';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useAppStore } from '../../state/app-store.ts';
import { ALL_KPIS, type KpisView } from '../../state/kpis-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { library, selectedOf } from './library.model.ts';

/** The library as it is searched and the KPI looked at. */
export function useLibrary() {
  const { id } = useWorkspace();
  const view = useAppStore((state) => state.kpisViews[id]) ?? ALL_KPIS;
  const { viewKpis } = useAppStore.getState();
  const { data: entries, error, refetch } = useHostQuery('catalogue.kpis', {}, { keep: true });
  const words = useKpiWords();
  const parts = useMemo(() => (entries === undefined ? [] : library(entries, view, words)), [entries, view, words]);
  return {
    entries,
    error,
    retry: () => void refetch(),
    parts,
    selected: selectedOf(parts, view.selected),
    view,
    change: (next: Partial<KpisView>) => viewKpis(id, next),
  };
}
