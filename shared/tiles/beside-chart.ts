import type { Annotation } from '../annotations.ts';
import type { ChartAnnotation, ChartCategory } from '../charts/model.ts';
import type { Tile } from '../dashboards.ts';
import { DATE_DIMENSION } from '../members.ts';
import type { Answer, Filter } from '../question.ts';
import { keyOf, memberOfKey } from './member-key.ts';
import { annotationsAt } from './remarks.ts';

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

/** The remarks that the chart of an answer shows. */
export function annotationsIn(
  { answer, categories, rows, columns }: Shown,
  { remarks = [], filters = [] }: Beside,
): readonly ChartAnnotation[] {
  const periods = new Map(
    answer.cells.filter(({ row }) => row.length === 1).map((cell) => [keyOf(cell.row[0], cell.other), cell.period]),
  );
  const members = new Set(answer.cells.flatMap(({ column: [name] }) => (name === undefined ? [] : [name])));
  return annotationsAt(
    remarks,
    categories.map(({ key }) => ({ key, dimension: rows, name: memberOfKey(key), days: periods.get(key) ?? null })),
    [...members].map((name) => ({ key: keyOf(name, false), dimension: columns, name, days: null })),
    { kpis: new Set(answer.kpis.map(({ ref }) => ref)), period: answer.period, filters },
  );
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
