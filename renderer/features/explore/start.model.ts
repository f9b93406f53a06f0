import { isAtHand, type KeysAtHand } from '#shared/grouped-fields.ts';
import type { DimensionInfo } from './fields.model.ts';
import type { ExploreView } from '../../state/explore-slice.ts';
import { newValue } from './view.model.ts';

/** Nothing in any well. */
export const EMPTY_VIEW: ExploreView = {
  rows: [],
  columns: [],
  values: [],
  filters: [],
  period: null,
  compare: 'none',
  valuesOn: 'columns',
  foldedRows: [],
  foldedColumns: [],
  subtotals: 'above',
  totals: { row: true, column: true },
  chart: 'auto',
};

/** Dimensions that a first look is worth most by, in this order. */
const FIRST = ['region', 'category', 'country', 'rep', 'channel', 'product', 'customer'];
const MOST_MEMBERS = 40;

/** What a workspace is first seen as: the first of its KPIs by a dimension that splits it and by quarter, or by month alone. */
export function firstView(dimensions: readonly DimensionInfo[], kpis: readonly string[]): ExploreView {
  const [kpi] = kpis;
  if (kpi === undefined) return EMPTY_VIEW;
  const splits = dimensions.filter(
    ({ members, identifier, kpis: answered }) =>
      members > 1 && members <= MOST_MEMBERS && !identifier && answered.includes(kpi),
  );
  const key = FIRST.find((each) => splits.some((dimension) => dimension.key === each)) ?? splits[0]?.key;
  return {
    ...EMPTY_VIEW,
    values: [newValue(kpi)],
    rows: key === undefined ? [] : [{ dimension: key }],
    columns: [{ dimension: 'date', grain: key === undefined ? 'month' : 'quarter' }],
  };
}

/** The view without what the workspace does not have any longer: a KPI that was removed, a column whose import was undone. */
export function fittedView(view: ExploreView, keys: KeysAtHand, kpis: ReadonlySet<string>): ExploreView {
  const fitted = {
    ...view,
    rows: view.rows.filter(({ dimension }) => isAtHand(dimension, keys.axes)),
    columns: view.columns.filter(({ dimension }) => isAtHand(dimension, keys.axes)),
    values: view.values.filter(({ kpi }) => kpis.has(kpi.split(':')[0] ?? kpi)),
    filters: view.filters.filter(({ dimension }) => isAtHand(dimension, keys.filters)),
  };
  return JSON.stringify(fitted) === JSON.stringify(view) ? view : fitted;
}
