import { useCallback, useMemo } from 'react';
import { MEASURES } from '#shared/measures.ts';
import { derivedFields } from '#shared/derived-fields.ts';
import { DATED_KINDS, fieldsOfKind } from '#shared/record-kinds.ts';
import { useTranslation } from 'react-i18next';
import { dimensionName } from '../../i18n/names.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { ExploreView } from '../../state/explore-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { type DimensionInfo, type FieldsAtHand, type RowField } from './fields.model.ts';
import { edited, NO_HISTORY, redone, undone, type Explored } from './history.model.ts';
import { EMPTY_VIEW, firstView, fittedView } from './start.model.ts';

/** Changes the view; `writing` names the text that is being written. */
export type Edit = (change: (view: ExploreView) => ExploreView, writing?: string) => void;

const NONE: readonly never[] = [];

/** What the workspace has to explore by, null until it is known. */
export function useFieldsAtHand(): FieldsAtHand | null {
  const { settings } = useWorkspace();
  const dimensions = useHostQuery('catalogue.dimensions', {}).data;
  const kpis = useHostQuery('catalogue.kpis', {}).data;
  const rowFields = useRowFields(dimensions ?? NONE);
  const fiscal = settings.fiscalYearStart !== 1;
  return useMemo(() => {
    if (dimensions === undefined || kpis === undefined) return null;
    const usable = kpis.map(({ kpi, category, possible, problem, own }) => ({
      kpi,
      category,
      possible: possible && problem === null,
      own,
    }));
    return { dimensions, kpis: usable, measures: MEASURES.map(({ id }) => id), rowFields, fiscal };
  }, [dimensions, kpis, rowFields, fiscal]);
}

/** Numbers and dates of the kinds that have rows: the catalogue's fields. */
function useRowFields(dimensions: readonly DimensionInfo[]): readonly RowField[] {
  const { t } = useTranslation();
  const { rows } = useWorkspace();
  return useMemo(() => {
    const fields = new Map<string, RowField>();
    for (const kind of DATED_KINDS) {
      if ((rows[kind] ?? 0) === 0) continue;
      const derived = new Set(derivedFields(kind).map(({ key }) => key));
      for (const { key, type } of fieldsOfKind(kind)) {
        if (fields.has(key) || derived.has(key) || dimensions.some((dimension) => dimension.key === key)) continue;
        const is = type === 'decimal' ? 'number' : type === 'date' || type === 'instant' ? 'day' : null;
        if (is !== null)
          fields.set(key, { key, is, name: dimensionName(t, key, [{ key, label: null, kinds: [kind] }]) });
      }
    }
    return [...fields.values()];
  }, [t, rows, dimensions]);
}

/** The view on screen and what is done with it. */
export function useExplored(fields: FieldsAtHand | null) {
  const { id } = useWorkspace();
  const kept = useAppStore((state) => state.explores[id]);
  const history = useAppStore((state) => state.exploreHistories[id]) ?? NO_HISTORY;
  const view = useMemo(() => {
    if (fields === null) return kept ?? EMPTY_VIEW;
    const possible = fields.kpis.filter((kpi) => kpi.possible).map(({ kpi }) => kpi);
    if (kept === undefined) return firstView(fields.dimensions, possible);
    const names = new Set([...fields.kpis.map(({ kpi }) => kpi), ...fields.measures]);
    return fittedView(kept, new Set(fields.dimensions.map(({ key }) => key)), names);
  }, [kept, fields]);
  const explored = useMemo((): Explored => ({ view, history }), [view, history]);
  const apply = useCallback(
    (next: Explored): void => {
      if (next.view !== explored.view) useAppStore.getState().explore(id, next.view, next.history);
    },
    [id, explored],
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
