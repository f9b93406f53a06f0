import type { GridViewInput } from '#shared/grid.ts';
import { DATE_DIMENSION } from '#shared/members.ts';
import type { DimensionRef, Filter, QuestionInput } from '#shared/question.ts';
import type { ExploreView } from '../../state/explore-slice.ts';

export const LATEST_YEAR = 'latest-year';

/** Whether a filter leaves anything out yet. */
export function isWritten(filter: Filter): boolean {
  switch (filter.op) {
    case 'in':
    case 'not-in':
      return filter.values.length > 0;
    case 'between':
      return filter.from !== null || filter.to !== null;
    case 'contains':
    case 'not-contains':
    case 'starts-with':
    case 'ends-with':
      return filter.text.trim() !== '';
    case 'blank':
    case 'not-blank':
    case 'period':
    case 'top':
      return true;
  }
}

/** The question of a view; null without values. KPIs that only order or rank are asked for as well. */
export function questionOf(view: ExploreView): QuestionInput | null {
  if (view.values.length === 0) return null;
  const by = [...view.rows, ...view.columns].flatMap(({ order, top }) => [order?.by, top?.by]);
  const kpis = [...view.values.map(({ kpi }) => kpi), ...by].filter((kpi) => kpi !== undefined);
  return {
    kpis: [...new Set(kpis)],
    rows: view.rows.map(asked),
    columns: view.columns.map(asked),
    filters: view.filters.filter(isWritten),
    period: view.period ?? LATEST_YEAR,
    compare: view.compare,
  };
}

/** Dates take no top. */
function asked({ top, ...ref }: DimensionRef): DimensionRef {
  return top === undefined || ref.dimension === DATE_DIMENSION ? ref : { ...ref, top };
}

/** The table that a view asks for; null while it has no values. */
export function gridViewOf(view: ExploreView): GridViewInput | null {
  const question = questionOf(view);
  if (question === null) return null;
  return {
    question,
    values: view.values.map(({ kpi, show }) => ({ kpi, show })),
    valuesOn: view.valuesOn,
    foldedRows: view.foldedRows.map((path) => [...path]),
    foldedColumns: view.foldedColumns.map((path) => [...path]),
    subtotals: view.subtotals,
    totals: view.totals,
  };
}

/** What the grand totals come to: they give the scales of money, the period's days and the comparison's. */
export function totalsQuestion(view: ExploreView): QuestionInput {
  const question = questionOf(view);
  const { filters = [], period = LATEST_YEAR, compare = 'none' } = question ?? {};
  return {
    kpis: question?.kpis ?? ['revenue'],
    filters: question === null ? view.filters.filter(isWritten) : filters,
    period: question === null ? (view.period ?? LATEST_YEAR) : period,
    compare: question === null ? view.compare : compare,
  };
}
