import { DATE_DIMENSION, OTHER } from '#shared/members.ts';
import type { DimensionRef, Filter, Grain } from '#shared/question.ts';
import type { ExploreView } from '../../state/explore-slice.ts';
import { byGrain, filteredField, grainOf } from './view.model.ts';

type Axis = 'rows' | 'columns';
type Path = readonly (string | null)[];

/** The dimension and member that a line stands for; null for a total and for the united remainder. */
export function memberAt(
  view: Pick<ExploreView, Axis>,
  axis: Axis,
  path: Path,
): { readonly ref: DimensionRef; readonly name: string | null } | null {
  const ref = view[axis][path.length - 1];
  const name = path.at(-1);
  return ref === undefined || name === undefined || name === OTHER ? null : { ref, name };
}

/** Only the rows of a line: its members as filters, a date as the period. */
export function keptOnly(view: ExploreView, axis: Axis, path: Path): ExploreView {
  return path.reduce<ExploreView>((kept, _, depth) => {
    const member = memberAt(view, axis, path.slice(0, depth + 1));
    if (member === null) return kept;
    return keptAmong(kept, member.ref, [member.name]);
  }, view);
}

/**
 * Only the rows of neighbouring members of a dimension: a filter, of dates in the order of time the period from the first to the last.
 * Example: the months '2026-03', '2026-04' and '2026-05' are the period '2026-03..2026-05'.
 */
export function keptAmong(view: ExploreView, ref: DimensionRef, names: Path): ExploreView {
  const field = filteredField(ref);
  if (ref.dimension === DATE_DIMENSION) {
    const periods = names.filter((name) => name !== null);
    const ends = new Set([periods[0], periods.at(-1)]);
    return periods.length === 0 ? view : { ...view, period: [...ends].join('..') };
  }
  const others = view.filters.filter(({ op, dimension }) => dimension !== field || op !== 'in');
  return { ...view, filters: [...others, { op: 'in', dimension: field, values: [...names] }] };
}

/** Without the rows of a line's last member. Dates are not left out: the period says which there are. */
export function excluded(view: ExploreView, axis: Axis, path: Path): ExploreView {
  const member = memberAt(view, axis, path);
  if (member === null || member.ref.dimension === DATE_DIMENSION) return view;
  const dimension = filteredField(member.ref);
  const index = view.filters.findIndex((filter) => filter.op === 'not-in' && filter.dimension === dimension);
  const known = view.filters[index];
  const values = known?.op === 'not-in' ? [...new Set([...known.values, member.name])] : [member.name];
  const filter: Filter = { op: 'not-in', dimension, values };
  return {
    ...view,
    filters:
      known === undefined ? [...view.filters, filter] : view.filters.map((each, at) => (at === index ? filter : each)),
  };
}

const FINER: Partial<Readonly<Record<Grain, Grain>>> = {
  'fiscal-year': 'fiscal-quarter',
  'fiscal-quarter': 'month',
  year: 'quarter',
  quarter: 'month',
  month: 'day',
  week: 'day',
};

/** The grain below one; null below days and of what is no time. */
export const finerGrain = (grain: Grain | null): Grain | null => (grain === null ? null : (FINER[grain] ?? null));

/**
 * Into a line: only its rows, and in the place of its dimension another one (`by`), a date by the grain below it.
 * Example: Region, Stockholm drilled by Produkt shows the products of Stockholm.
 */
export function drilled(view: ExploreView, axis: Axis, path: Path, by: DimensionRef): ExploreView {
  const depth = path.length - 1;
  if (memberAt(view, axis, path) === null) return view;
  const kept = keptOnly(view, axis, path);
  const rest = view[axis].slice(depth + 1).filter((ref) => ref.dimension !== by.dimension || ref.grain !== by.grain);
  const elsewhere: Axis = axis === 'rows' ? 'columns' : 'rows';
  return {
    ...kept,
    [axis]: [by, ...rest],
    [elsewhere]: kept[elsewhere].filter((ref) => ref.dimension === DATE_DIMENSION || ref.dimension !== by.dimension),
    foldedRows: [],
    foldedColumns: [],
  };
}

/** What a line is drilled by when nothing is chosen: the next dimension of its axis, a date's next grain; null without. */
export function nextLevel(view: ExploreView, axis: Axis, path: Path): DimensionRef | null {
  const member = memberAt(view, axis, path);
  if (member === null) return null;
  const { ref } = member;
  const finer = finerGrain(grainOf(ref));
  const into = finer === null ? null : byGrain({ dimension: ref.dimension }, finer);
  return ref.dimension === DATE_DIMENSION ? into : (view[axis][path.length] ?? into);
}

/** The lines of an axis in the order of a value in one line of the other axis; asked for again the other way round. */
export function sortedBy(view: ExploreView, axis: Axis, kpi: string, at: Path): ExploreView {
  const other: Axis = axis === 'rows' ? 'columns' : 'rows';
  const refs = view[axis].map((ref): DimensionRef => {
    const isSame = ref.order?.by === kpi && JSON.stringify(ref.order.at ?? []) === JSON.stringify(at);
    const descending = isSame ? ref.order?.descending !== true : true;
    const whole = at.length === 0 || view[other].length === 0;
    return { ...ref, order: { by: kpi, descending, ...(whole ? {} : { at: [...at] }) } };
  });
  return { ...view, [axis]: refs };
}
