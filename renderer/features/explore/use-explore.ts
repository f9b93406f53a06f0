import { useCallback, useMemo } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { keysAtHand } from '#shared/grouped-fields.ts';
import { MEASURES } from '#shared/measures.ts';
import { possibleCards } from '#shared/tiles/overview-plan.ts';
import { useTranslation } from 'react-i18next';
import { dimensionName } from '../../i18n/names.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { ExploreView } from '../../state/explore-slice.ts';
import { useHost } from '../../transport/host-context.tsx';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import type { FieldsAtHand } from './fields.model.ts';
import { edited, NO_HISTORY, redone, undone, type Explored } from './history.model.ts';
import { firstPage } from './use-grid.ts';
import { EMPTY_VIEW, firstView, fittedView } from './start.model.ts';

/** Changes the view; `writing` names the text that is being written. */
export type Edit = (change: (view: ExploreView) => ExploreView, writing?: string) => void;

/** What the workspace has to explore by, null until it is known. */
export function useFieldsAtHand(): FieldsAtHand | null {
  const { settings } = useWorkspace();
  const dimensions = useHostQuery('catalogue.dimensions', {}).data;
  const kpis = useHostQuery('catalogue.kpis', {}).data;
  const { t } = useTranslation();
  const found = useHostQuery('catalogue.rowFields', {}).data;
  const fiscal = settings.fiscalYearStart !== 1;
  return useMemo(() => {
    if (dimensions === undefined || kpis === undefined || found === undefined) return null;
    const usable = kpis.map(({ kpi, category, possible, needsInPeriod, problem, own }) => ({
      kpi,
      category,
      possible: possible && problem === null,
      needsInPeriod,
      own,
    }));
    const rowFields = found.map((field) => ({
      key: field.key,
      is: field.is,
      name: dimensionName(t, field.key, [field]),
    }));
    return { dimensions, kpis: usable, measures: MEASURES.map(({ id }) => id), rowFields, fiscal };
  }, [dimensions, kpis, found, fiscal, t]);
}

/** The view on screen and what is done with it. */
export function useExplored(fields: FieldsAtHand | null) {
  const workspace = useWorkspace();
  const host = useHost();
  const client = useQueryClient();
  const { id } = workspace;
  const kept = useAppStore((state) => state.explores[id]);
  const history = useAppStore((state) => state.exploreHistories[id]) ?? NO_HISTORY;
  const view = useMemo(() => {
    if (fields === null) return kept ?? EMPTY_VIEW;
    if (kept === undefined) {
      const possible = fields.kpis.filter((kpi) => kpi.possible).map(({ kpi }) => kpi);
      return firstView(fields.dimensions, [...possibleCards(fields.kpis, 1), ...possible]);
    }
    const names = new Set([...fields.kpis.map(({ kpi }) => kpi), ...fields.measures]);
    return fittedView(kept, keysAtHand(fields.dimensions, fields.rowFields), names);
  }, [kept, fields]);
  const explored = useMemo((): Explored => ({ view, history }), [view, history]);
  const apply = useCallback(
    (next: Explored): void => {
      if (next.view === explored.view) return;
      // The host counts while the page is drawn.
      const { enabled, ...first } = firstPage(host, workspace, next.view);
      if (enabled) void client.prefetchQuery(first);
      useAppStore.getState().explore(id, next.view, next.history);
    },
    [id, explored, client, host, workspace],
  );
  const edit: Edit = useCallback(
    (change, writing) => apply(edited(explored, change(explored.view), writing)),
    [apply, explored],
  );
  return {
    view,
    edit,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: useCallback(() => apply(undone(explored)), [apply, explored]),
    redo: useCallback(() => apply(redone(explored)), [apply, explored]),
  };
}
