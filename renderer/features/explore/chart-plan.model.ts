import type { ChartKind } from '#shared/charts/model.ts';
import type { GridViewInput, Show } from '#shared/grid.ts';
import { AGE_DIMENSION, COHORT_DIMENSION } from '#shared/members.ts';
import type { Comparison, DimensionRef, QuestionInput } from '#shared/question.ts';
import type { Unit } from '#shared/units.ts';
import type { ExploreValue, ExploreView } from '../../state/explore-slice.ts';
import { gridViewOf } from './grid-view.model.ts';
import { grainOf } from './view.model.ts';

type Axis = 'rows' | 'columns';

/** What of a view a chart shows: its outermost dimensions, each on the axis of the table that it stands on. */
export interface ChartPlan {
  readonly kind: ChartKind;
  readonly view: GridViewInput;
  /** Null where each value is a category of its own, or a number on a card. */
  readonly categories: { readonly axis: Axis; readonly ref: DimensionRef } | null;
  /** Null where the values are the series. */
  readonly series: { readonly axis: Axis; readonly ref: DimensionRef } | null;
  readonly values: readonly ExploreValue[];
  /** What the first value is held against; the last of the view's values is then the difference that this is worked out from. */
  readonly compared: Exclude<Comparison, 'none'> | null;
  readonly most: { readonly categories: number; readonly series: number };
}

/** More series than this no eye tells apart; more categories no screen holds. */
const MOST_SERIES = 8;
/** Five years of days, and as many as a table is asked for at once. */
const MOST_IN_LINES = 2000;
const MOST_MARKS = 60;
const MOST_GRID = 40;

const isCohort = (ref: DimensionRef | undefined): boolean => ref?.dimension === COHORT_DIMENSION;
const isAge = (ref: DimensionRef | undefined): boolean => ref?.dimension === AGE_DIMENSION;
const isTime = (ref: DimensionRef | undefined): boolean => ref !== undefined && grainOf(ref) !== null;

const GRIDS: ReadonlySet<ChartKind> = new Set(['heat-map', 'cohort']);
const SINGLE: ReadonlySet<ChartKind> = new Set(['pie', 'funnel', 'waterfall', 'bullet']);
const MIXED: ReadonlySet<ChartKind> = new Set(['combo', 'scorecard', 'table']);
const COMPARED: ReadonlySet<ChartKind> = new Set(['column', 'bar', 'line', 'combo', 'bullet']);
/** Time that is told finely runs as a line. */
const FINE: ReadonlySet<string> = new Set(['day', 'week']);

/**
 * The kind of chart that suits a view. Time is drawn from left to right, structure downwards; values of different units stand beside each
 * other as columns and lines; a view without dimensions is a card. Example: revenue by region and quarter is columns.
 */
export function suitingKind(
  { rows, columns, values }: Pick<ExploreView, 'rows' | 'columns' | 'values'>,
  unitOf: (value: ExploreValue) => Unit | null,
): ChartKind {
  const outer = [rows[0], columns[0]].filter((ref) => ref !== undefined);
  if (outer.length === 0) return 'scorecard';
  if (isCohort(rows[0]) && isAge(columns[0])) return 'cohort';
  const time = outer.find(isTime);
  if (outer.length === 1 && new Set(values.map(unitOf)).size > 1 && time !== undefined) return 'combo';
  if (time === undefined) return 'bar';
  const grain = grainOf(time) ?? '';
  if (FINE.has(grain)) return 'line';
  return outer.length === 2 && grain === 'month' ? 'line' : 'column';
}

/** Whether a kind of chart can say anything of a view. Example: points need two values, a heat map a dimension on either axis. */
export function suits(
  kind: ChartKind,
  { rows, columns, values }: Pick<ExploreView, 'rows' | 'columns' | 'values'>,
): boolean {
  const outer = [rows[0]?.dimension, columns[0]?.dimension].filter((dimension) => dimension !== undefined);
  if (kind === 'scatter') return values.length > 1 && outer.length > 0;
  if (kind === 'heat-map') return outer.length > 1;
  if (kind === 'bullet') return outer.length > 0;
  return kind !== 'cohort' || (isCohort(rows[0]) && isAge(columns[0]));
}

/** What is charted of a view; null while it has no values. Time makes the categories wherever it stands. Values that are alike share an axis. */
export function chartPlan(
  view: ExploreView,
  kind: ChartKind,
  likeOf: (value: ExploreValue) => string,
): ChartPlan | null {
  const [first] = view.values;
  if (first === undefined) return null;
  const row = view.rows[0];
  const column = view.columns[0];
  const onRows = row === undefined ? null : ({ axis: 'rows', ref: row } as const);
  const onColumns = column === undefined ? null : ({ axis: 'columns', ref: column } as const);
  const isGrid = GRIDS.has(kind);
  const byColumns = onRows === null || (onColumns !== null && (isGrid || (isTime(column) && !isTime(row))));
  const [main, other] = byColumns ? [onColumns, onRows] : [onRows, onColumns];
  const isCard = kind === 'scorecard';
  const usesOther = other !== null && !SINGLE.has(kind) && kind !== 'scatter' && kind !== 'combo' && !isCard;
  const series = usesOther ? other : null;
  const categories = isCard ? null : main;
  const values = series !== null ? [first] : shownValues(view.values, kind, likeOf);
  // A bullet graph is nothing without its target.
  const comparison = kind === 'bullet' ? 'target' : view.compare;
  const isAlone = values.length === 1 || kind === 'combo';
  const compared =
    comparison !== 'none' && COMPARED.has(kind) && first.show.as === 'value' && categories !== null && isAlone
      ? comparison
      : null;
  const difference: Show | null = compared === null ? null : { as: 'difference', from: { what: compared } };
  const onAxis = (axis: Axis) =>
    [categories, series].flatMap((each) => (each?.axis === axis ? [outermost(each.ref)] : []));
  const table = gridViewOf({
    ...view,
    rows: onAxis('rows'),
    columns: onAxis('columns'),
    values: difference === null ? values : [...values, { kpi: first.kpi, show: difference, look: 'plain' }],
    valuesOn: 'columns',
    foldedRows: [],
    foldedColumns: [],
    subtotals: 'none',
    totals: { row: false, column: false },
  });
  const isLine = kind === 'line' || kind === 'area';
  return table === null
    ? null
    : {
        kind,
        view: table,
        categories,
        series,
        values,
        compared,
        most: {
          categories: isGrid ? MOST_GRID : isLine || kind === 'scatter' ? MOST_IN_LINES : MOST_MARKS,
          series: isGrid ? MOST_GRID : MOST_SERIES,
        },
      };
}

/** What the steps of a plan's bridge are parts of: its own members, whichever axis of the table they stand on. */
export function bridgeQuestion({ view: { question } }: ChartPlan): QuestionInput {
  const { rows = [], columns = [] } = question;
  const along = [...rows, ...columns].map((ref) => ({ ...ref, order: undefined }));
  return { ...question, rows: along, columns: [], compare: 'none' };
}

/** A group of the other axis that an order goes by lies deeper than the chart looks. */
function outermost({ order, ...ref }: DimensionRef): DimensionRef {
  if (order === undefined) return ref;
  const { at, ...rest } = order;
  return { ...ref, order: at !== undefined && at.length === 1 ? { ...rest, at } : rest };
}

/** One axis shows what is alike and shown in one way; a combination, a card and a scatter chart take what there is. */
function shownValues(
  values: readonly ExploreValue[],
  kind: ChartKind,
  likeOf: (value: ExploreValue) => string,
): readonly ExploreValue[] {
  if (kind === 'scatter') return values.slice(0, 2);
  if (SINGLE.has(kind)) return values.slice(0, 1);
  const [first] = values;
  const isLike = (value: ExploreValue): boolean =>
    first !== undefined && value.show.as === first.show.as && likeOf(value) === likeOf(first);
  return (MIXED.has(kind) ? values : values.filter(isLike)).slice(0, MOST_SERIES);
}
