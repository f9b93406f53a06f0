import { groupedField, groupedKey } from '#shared/grouped-fields.ts';
import { AGE_DIMENSION, COHORT_DIMENSION, DATE_DIMENSION } from '#shared/members.ts';
import type { DimensionRef, Filter, Grain, MemberOrder } from '#shared/question.ts';
import { CUSTOM_PREFIX } from '#shared/record-kinds.ts';
import type { ExploreValue, ExploreView } from '../../state/explore-slice.ts';

export const WELLS = ['rows', 'columns', 'values', 'filters'] as const;
export type Well = (typeof WELLS)[number];

/** Whether a dimension goes by the customer's first purchase: the cohort, or the time since; both are by month, quarter or year. */
export const isByFirstPurchase = (key: string): boolean => key === COHORT_DIMENSION || key === AGE_DIMENSION;

/** The unit of time that a dimension's members are; null where they are none. */
export function grainOf({ dimension, grain = 'month' }: DimensionRef): Grain | null {
  if (dimension === DATE_DIMENSION) return grain;
  const by = groupedField(dimension)?.by ?? 'value';
  return by === 'value' ? null : by;
}

/** The same dates by another unit. */
export function byGrain(ref: DimensionRef, grain: Grain): DimensionRef {
  const grouped = groupedField(ref.dimension);
  return grouped === null ? { ...ref, grain } : { ...ref, dimension: groupedKey(grain, grouped.field) };
}

/** The field that a dimension's members are filtered by. Example: cohorts by quarter are the field 'cohort:quarter'. */
export function filteredField({ dimension, grain = 'month' }: DimensionRef): string {
  return isByFirstPurchase(dimension) ? `${dimension}:${grain}` : dimension;
}

/** What can be put into a well. */
export type Field =
  | { readonly is: 'dimension'; readonly key: string }
  | { readonly is: 'date'; readonly grain: Grain }
  | { readonly is: 'kpi'; readonly ref: string }
  /** A number or a date of the rows: a filter by its values, on rows and columns its members. */
  | { readonly is: 'number' | 'day'; readonly key: string };

/** A place in a well. */
export interface Place {
  readonly well: Well;
  readonly index: number;
}

/** As many as a question takes. */
const MOST: Readonly<Record<Well, number>> = { rows: 6, columns: 3, values: 30, filters: 50 };

/** Whether a field is a column of the file's own. */
export const isOwn = (key: string): boolean => key.startsWith(CUSTOM_PREFIX);

/** The wells a field may stand in, the first being where Enter puts it. */
export function wellsFor(field: Field): readonly Well[] {
  switch (field.is) {
    case 'dimension':
      return field.key === COHORT_DIMENSION
        ? ['rows', 'columns']
        : field.key === AGE_DIMENSION
          ? ['columns', 'rows']
          : ['rows', 'columns', 'filters'];
    case 'date':
      return ['columns', 'rows'];
    case 'kpi':
      return ['values'];
    case 'number':
    case 'day':
      return isOwn(field.key) ? ['rows', 'columns', 'filters'] : ['filters', 'rows', 'columns'];
  }
}

/** The field that stands at a place; null where none does. */
export function fieldAt(view: ExploreView, { well, index }: Place): Field | null {
  if (well === 'values') {
    const value = view.values[index];
    return value === undefined ? null : { is: 'kpi', ref: value.kpi };
  }
  if (well === 'filters') {
    const filter = view.filters[index];
    if (filter === undefined) return null;
    if (filter.op === 'between') return { is: 'number', key: filter.dimension };
    return filter.op === 'period' ? { is: 'day', key: filter.dimension } : { is: 'dimension', key: filter.dimension };
  }
  const ref = view[well][index];
  if (ref === undefined) return null;
  if (ref.dimension === DATE_DIMENSION) return { is: 'date', grain: ref.grain ?? 'month' };
  return ungrouped({ is: 'dimension', key: ref.dimension });
}

/** Where a field stands already, apart from filters: the first such place. */
export function placeOf(view: ExploreView, field: Field): Place | null {
  for (const well of ['rows', 'columns', 'values'] as const) {
    const index = view[well].findIndex((_, at) => same(fieldAt(view, { well, index: at }), field));
    if (index >= 0) return { well, index };
  }
  return null;
}

/** Whether a field stands anywhere, filters included. */
export function isUsed(view: ExploreView, field: Field): boolean {
  return (
    placeOf(view, field) !== null ||
    view.filters.some((_, index) => same(fieldAt(view, { well: 'filters', index }), field))
  );
}

const same = (one: Field | null, other: Field): boolean =>
  one !== null && JSON.stringify(ungrouped(one)) === JSON.stringify(ungrouped(other));

/** A grouped field is its field, however it is grouped. */
function ungrouped(field: Field): Field {
  const grouped = field.is === 'dimension' ? groupedField(field.key) : null;
  return grouped === null ? field : { is: grouped.by === 'value' ? 'number' : 'day', key: grouped.field };
}

/** Whether a field may be put into a well: it fits there and there is room. */
export function fits(view: ExploreView, field: Field, well: Well): boolean {
  if (!wellsFor(field).includes(well)) return false;
  const there = placeOf(view, field);
  const moves = well !== 'values' && there !== null && there.well === well;
  return moves || view[well].length < MOST[well];
}

/**
 * Puts a field into a well before the item at `index`, else at the end. A dimension stands once on rows and columns: put again it
 * moves. A KPI may stand several times. Example: Region on rows put on columns leaves the rows.
 */
export function put(view: ExploreView, field: Field, well: Well, index = view[well].length): ExploreView {
  if (!fits(view, field, well)) return view;
  if (well === 'filters') return { ...view, filters: inserted(view.filters, newFilter(field), index) };
  if (well === 'values') {
    return field.is === 'kpi' ? { ...view, values: inserted(view.values, newValue(field.ref), index) } : view;
  }
  const there = placeOf(view, field);
  if (there !== null) return move(view, there, { well, index });
  const ref = newRef(field);
  return ref === null ? view : settled(view, { ...view, [well]: inserted(view[well], ref, index) });
}

/** Moves an item to another place, in its well or another that takes it; its settings go along where they can. */
export function move(view: ExploreView, from: Place, to: Place): ExploreView {
  const field = fieldAt(view, from);
  if (field === null || !wellsFor(field).includes(to.well)) return view;
  if (from.well === to.well) {
    const without = view[from.well].filter((_, index) => index !== from.index);
    const moved = view[from.well][from.index];
    const index = Math.max(0, Math.min(without.length, to.index > from.index ? to.index - 1 : to.index));
    const items: readonly unknown[] = inserted<unknown>(without, moved, index);
    return settled(view, { ...view, [from.well]: items });
  }
  const isAxes = (from.well === 'rows' || from.well === 'columns') && (to.well === 'rows' || to.well === 'columns');
  if (view[to.well].length >= MOST[to.well]) return view;
  if (!isAxes) return put(remove(view, from), field, to.well, to.index);
  const ref = view[from.well === 'rows' ? 'rows' : 'columns'][from.index];
  if (ref === undefined) return view;
  const without = { ...view, [from.well]: view[from.well].filter((_, index) => index !== from.index) };
  return settled(view, { ...without, [to.well]: inserted(without[to.well], ref, to.index) });
}

/** Takes an item out. */
export function remove(view: ExploreView, { well, index }: Place): ExploreView {
  return settled(view, { ...view, [well]: view[well].filter((_: unknown, at: number) => at !== index) });
}

/** Rows become columns and columns rows, with their folds. Of more rows than columns take, the last stay. */
export function swapped(view: ExploreView): ExploreView {
  return settled(view, {
    ...view,
    rows: [...view.columns, ...view.rows.slice(MOST.columns)],
    columns: view.rows.slice(0, MOST.columns),
    totals: { row: view.totals.column, column: view.totals.row },
    values: view.values,
  });
}

/** Another dimension reference in the place of one. */
export function withRef(view: ExploreView, { well, index }: Place, ref: DimensionRef): ExploreView {
  if (well !== 'rows' && well !== 'columns') return view;
  return settled(view, { ...view, [well]: view[well].map((each, at) => (at === index ? ref : each)) });
}

export function withValue(view: ExploreView, index: number, value: Partial<ExploreValue>): ExploreView {
  return { ...view, values: view.values.map((each, at) => (at === index ? { ...each, ...value } : each)) };
}

export function withFilter(view: ExploreView, index: number, filter: Filter): ExploreView {
  return { ...view, filters: view.filters.map((each, at) => (at === index ? filter : each)) };
}

/** The same lines folded or not. */
export function withFold(
  view: ExploreView,
  axis: 'rows' | 'columns',
  path: readonly (string | null)[],
  folded: boolean,
): ExploreView {
  const key = axis === 'rows' ? 'foldedRows' : 'foldedColumns';
  const name = JSON.stringify(path);
  const others = view[key].filter((each) => JSON.stringify(each) !== name);
  return { ...view, [key]: folded ? [...others, path] : others };
}

/** What of the view no longer stands on its dimensions goes: folds below them, and orders by a group of the other axis. */
function settled(before: ExploreView, view: ExploreView): ExploreView {
  const rowsKept = keptDepth(before.rows, view.rows);
  const columnsKept = keptDepth(before.columns, view.columns);
  const ordered = (refs: readonly DimensionRef[], keep: boolean): readonly DimensionRef[] =>
    keep ? refs : refs.map((ref) => (ref.order?.at === undefined ? ref : { ...ref, order: withoutAt(ref.order) }));
  return {
    ...view,
    rows: ordered(view.rows, columnsKept >= before.columns.length && view.columns.length === before.columns.length),
    columns: ordered(view.columns, rowsKept >= before.rows.length && view.rows.length === before.rows.length),
    foldedRows: view.foldedRows.filter((path) => path.length <= rowsKept && path.length < view.rows.length),
    foldedColumns: view.foldedColumns.filter((path) => path.length <= columnsKept && path.length < view.columns.length),
  };
}

function withoutAt(order: MemberOrder): MemberOrder {
  const { at: _, ...rest } = order;
  return rest;
}

const nameOfRef = ({ dimension, grain }: DimensionRef): string => `${dimension} ${grain ?? ''}`;

/** How many dimensions from the outermost are the same. */
function keptDepth(before: readonly DimensionRef[], now: readonly DimensionRef[]): number {
  const first = now.findIndex((ref, index) => {
    const old = before[index];
    return old === undefined || nameOfRef(old) !== nameOfRef(ref);
  });
  return first < 0 ? now.length : first;
}

function inserted<T>(items: readonly T[], item: T, index: number): readonly T[] {
  return [...items.slice(0, index), item, ...items.slice(index)];
}

export const newValue = (kpi: string): ExploreValue => ({ kpi, show: { as: 'value' }, look: 'plain' });

function newRef(field: Field): DimensionRef | null {
  switch (field.is) {
    case 'date':
      return { dimension: DATE_DIMENSION, grain: field.grain };
    case 'day':
      return { dimension: groupedKey('month', field.key) };
    case 'number':
      return { dimension: groupedKey('value', field.key) };
    case 'dimension':
      return isByFirstPurchase(field.key) ? { dimension: field.key, grain: 'quarter' } : { dimension: field.key };
    case 'kpi':
      return null;
  }
}

function newFilter(field: Field): Filter {
  switch (field.is) {
    case 'number':
      return { op: 'between', dimension: field.key, from: null, to: null };
    case 'day':
      return { op: 'period', dimension: field.key, period: 'latest-year' };
    case 'dimension':
      return { op: 'in', dimension: field.key, values: [] };
    case 'date':
    case 'kpi':
      throw new Error(`${field.is} is no filter`);
  }
}
