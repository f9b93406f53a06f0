import type { Annotation } from '../annotations.ts';
import type { ChartAnnotation, ChartCategory } from '../charts/model.ts';
import type { Tile } from '../dashboards.ts';
import { DATE_DIMENSION } from '../members.ts';
import type { Answer, Filter } from '../question.ts';
import { keyOf } from './member-key.ts';

type Chartile = Extract<Tile, { show: 'chart' }>;

/** What stands in a chart beside the answer. */
export interface Beside {
  readonly remarks?: readonly Annotation[];
  /** Of the rows that the chart shows: a remark on a region stands in every chart of that region alone. */
  readonly filters?: readonly Filter[];
  /** Of the same KPI by month, against its targets; null for none. */
  readonly targets?: Answer | null;
}

/** Whether targets by month say anything of what a tile shows: one KPI as it is, by month. */
export function takesTargets({ kind, question }: Pick<Chartile, 'kind' | 'question'>, targets: Answer | null): boolean {
  const [kpi, ...more] = question.kpis;
  const [row, ...further] = [...question.rows, ...question.columns];
  return (
    ['column', 'line', 'combo'].includes(kind) &&
    more.length + further.length + question.filters.length + Object.keys(question.variants).length === 0 &&
    row?.dimension === DATE_DIMENSION &&
    row.grain === 'month' &&
    targets?.kpis.some(({ ref }) => ref === kpi) === true
  );
}

interface Shown {
  readonly answer: Answer;
  readonly categories: readonly Pick<ChartCategory, 'key'>[];
  /** The dimensions of categories and of series. */
  readonly rows: string | undefined;
  readonly columns?: string | undefined;
}

/**
 * The remarks that a chart shows: of a day at the period that holds it; of a member at its mark where the chart's period holds the day,
 * and at the day in charts of that member alone or with a series of its own.
 */
export function annotationsIn(
  { answer, categories, rows, columns }: Shown,
  { remarks = [], filters = [] }: Beside,
): readonly ChartAnnotation[] {
  const kpis = new Set(answer.kpis.map(({ ref }) => ref));
  const inTime = rows === DATE_DIMENSION;
  const periods = new Map(
    answer.cells.filter(({ row }) => row.length === 1).map((cell) => [keyOf(cell.row[0], cell.other), cell.period]),
  );
  const { from: first, to: last } = answer.period;
  return remarks.flatMap(({ id, day, kpi, mark, text, author }): readonly ChartAnnotation[] => {
    if (kpi !== null && !kpis.has(kpi)) return [];
    const own = mark === undefined ? null : keyOf(mark.member, false);
    const at = categories.find(({ key }) => {
      if (!inTime) return mark?.dimension === rows && key === own && first <= day && day <= last;
      const { from, to } = periods.get(key) ?? { from: '', to: '' };
      return from <= day && day <= to;
    });
    if (at === undefined) return [];
    const isSeries = inTime && mark !== undefined && mark.dimension === columns;
    const isAlone =
      mark !== undefined &&
      filters.some(
        (filter) =>
          filter.op === 'in' &&
          filter.dimension === mark.dimension &&
          filter.values.length === 1 &&
          filter.values[0] === mark.member,
      );
    if (inTime && mark !== undefined && !isSeries && !isAlone) return [];
    return [{ id, at: at.key, series: isSeries ? own : null, text, author }];
  });
}

/** Remarks on the members of a table whose period holds their day, by the keys of its rows. */
export function remarksByRow(
  remarks: readonly Annotation[],
  dimension: string,
  { period, kpis }: Pick<Answer, 'period' | 'kpis'>,
): ReadonlyMap<string, readonly Annotation[]> {
  const here = remarks.filter(
    ({ mark, day, kpi }) =>
      mark?.dimension === dimension &&
      period.from <= day &&
      day <= period.to &&
      (kpi === null || kpis.some(({ ref }) => ref === kpi)),
  );
  return Map.groupBy(here, ({ mark }) => keyOf(mark?.member, false));
}
