import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/dashboards.ts';
import { keysAtHand } from '#shared/grouped-fields.ts';
import { useAppStore } from '../../state/app-store.ts';
import { NO_HISTORY } from '../../state/dashboards-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useSaved } from '../../transport/use-saved.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import { readyDashboard, READY_IDS, type ReadyDashboard, type ReadyId } from './ready.model.ts';
import { stepsBetween, withDashboard } from './tiles.model.ts';

/** A dashboard as it is listed. */
export interface ListedDashboard {
  readonly dashboard: Dashboard;
  /** The ready-made one that it is or was made from; null for one of the user's own. */
  readonly ready: ReadyDashboard | null;
  readonly stored: boolean;
}

const MOST_UNDO = 100;
const isReadyId = (id: string): id is ReadyId => READY_IDS.some((ready) => ready === id);

/** Ready-made dashboards as the data let them, those changed in their place, then the user's own. Null until known. */
export function useDashboardList() {
  const { t } = useTranslation();
  const { settings } = useWorkspace();
  const kpis = useHostQuery('catalogue.kpis', {}, { keep: true });
  const dimensions = useHostQuery('catalogue.dimensions', {}, { keep: true });
  const rowFields = useHostQuery('catalogue.rowFields', {}, { keep: true });
  const stored = useSaved('dashboard');
  const { overviewCards } = settings;
  const ready = useMemo(() => {
    if (kpis.data === undefined || dimensions.data === undefined || rowFields.data === undefined) return null;
    const atHand = { kpis: kpis.data, dimensions: dimensions.data, cards: overviewCards };
    return READY_IDS.map((id) => readyDashboard(id, atHand, (each) => t(`dashboards:ready.${each}`)));
  }, [kpis.data, dimensions.data, rowFields.data, overviewCards, t]);
  const list = useMemo((): readonly ListedDashboard[] | null => {
    const { items } = stored;
    if (ready === null || items === undefined) return null;
    const kept = new Map(items.map((each) => [each.id, each]));
    const own = items
      .filter(({ id }) => !isReadyId(id))
      .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
    return [
      ...ready.map((each) => {
        const changed = kept.get(each.dashboard.id);
        return { dashboard: changed ?? each.dashboard, ready: each, stored: changed !== undefined };
      }),
      ...own.map((dashboard) => ({ dashboard, ready: null, stored: true })),
    ];
  }, [ready, stored]);
  const atHand = useMemo(
    () => keysAtHand(dimensions.data ?? [], rowFields.data ?? []),
    [dimensions.data, rowFields.data],
  );
  const retry = (): void => {
    for (const query of [kpis, dimensions, rowFields, stored]) if (query.error !== null) void query.refetch();
  };
  return {
    list,
    kpis: kpis.data ?? [],
    dimensions: dimensions.data ?? [],
    atHand,
    error: kpis.error ?? dimensions.error ?? rowFields.error ?? stored.error,
    retry,
  };
}

/** Changes of the stored dashboards, each of which can be taken back. */
export function useDashboardChanges() {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const { items = [], current, save, remove } = useSaved('dashboard');
  const history = useAppStore((state) => state.dashboardHistories[id]) ?? NO_HISTORY;
  const setHistory = useAppStore((state) => state.setDashboardHistory);
  const write = async (after: readonly Dashboard[]): Promise<void> => {
    const { saved, removed } = stepsBetween(current(), after);
    try {
      await Promise.all([...saved.map((each) => save(each)), ...removed.map((each) => remove(each))]);
    } catch (error) {
      showToast({ title: failureSentence(t, failureOf(error)), tone: 'bad' });
    }
  };
  const change = (changed: (before: readonly Dashboard[]) => readonly Dashboard[]): void => {
    const before = current();
    const { past } = useAppStore.getState().dashboardHistories[id] ?? NO_HISTORY;
    setHistory(id, { past: [...past, before].slice(-MOST_UNDO), future: [] });
    void write(changed(before));
  };
  const step = (from: 'past' | 'future', to: 'past' | 'future'): void => {
    const { dashboardHistories } = useAppStore.getState();
    const known = dashboardHistories[id] ?? NO_HISTORY;
    const next = known[from].at(-1);
    if (next === undefined) return;
    const moved = { [from]: known[from].slice(0, -1), [to]: [...known[to], current()] };
    setHistory(id, { ...known, ...moved });
    void write(next);
  };
  return {
    put: (dashboard: Dashboard) => change((before) => withDashboard(before, dashboard)),
    /** As it is stored at this moment, which may be ahead of what is drawn: keys come faster. */
    latest: ({ dashboard, ready }: ListedDashboard): Dashboard =>
      current().find(({ id: known }) => known === dashboard.id) ?? ready?.dashboard ?? dashboard,
    remove: (removed: string) => change((before) => before.filter((each) => each.id !== removed)),
    undo: () => step('past', 'future'),
    redo: () => step('future', 'past'),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    stored: items,
  };
}
