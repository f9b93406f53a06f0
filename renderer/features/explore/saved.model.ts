import type { SavedView } from '#shared/saved-views.ts';
import type { ExploreView } from '../../state/explore-slice.ts';
import { gridViewOf, LATEST_YEAR } from './grid-view.model.ts';
import { EMPTY_VIEW } from './start.model.ts';

/** A view to keep under a name; null while it has no values. Tints and bars are of this screen and are not kept. */
export function savedOf(view: ExploreView, id: string, name: string): SavedView | null {
  const grid = gridViewOf(view);
  if (grid === null) return null;
  const { question } = grid;
  return {
    id,
    name,
    chart: view.chart === 'auto' || view.chart === 'table' ? null : view.chart,
    view: {
      question: {
        kpis: question.kpis,
        rows: question.rows ?? [],
        columns: question.columns ?? [],
        filters: question.filters ?? [],
        period: question.period ?? LATEST_YEAR,
        compare: question.compare ?? 'none',
        variants: question.variants ?? {},
      },
      values: view.values.map(({ kpi, show }) => ({ kpi, show })),
      valuesOn: view.valuesOn,
      foldedRows: view.foldedRows.map((path) => [...path]),
      foldedColumns: view.foldedColumns.map((path) => [...path]),
      subtotals: view.subtotals,
      totals: { ...view.totals },
    },
  };
}

/** What was kept, to be looked at and changed. */
export function exploreOf({ view, chart }: Pick<SavedView, 'view' | 'chart'>): ExploreView {
  const { question, values, ...laidOut } = view;
  return {
    ...EMPTY_VIEW,
    ...laidOut,
    rows: question.rows,
    columns: question.columns,
    filters: question.filters,
    period: question.period === LATEST_YEAR ? null : question.period,
    compare: question.compare,
    values: values.map(({ kpi, show }) => ({ kpi, show, look: 'plain' })),
    chart: chart ?? 'auto',
  };
}
