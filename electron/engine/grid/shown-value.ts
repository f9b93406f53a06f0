import type { Show } from '#shared/grid.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { quotient } from '../formula/evaluate.ts';
import { noValue, reason, type Outcome } from '../formula/outcome.ts';
import type { Axis } from '../question/axis.ts';
import type { QuestionContext } from '../question/context.ts';
import { indexOf } from '../question/locate.ts';
import type { PlannedKpi } from '../question/planned-kpi.ts';
import { comparisonOf } from '../question/value-of.ts';
import { addsUp } from './additive.ts';
import type { Along, Place, TableCells } from './table-cells.ts';

/** A cell as it is shown; null where no row lies. */
export type ShownCell = Outcome | null;

/** How one value of a table is shown in any of its cells. */
export type Shower = (place: Place) => ShownCell;

const NOTHING_BESIDE: Outcome = noValue('no-comparison');

/**
 * How a KPI is shown, at every level alike, members, subtotals and totals; each cell and what it is held against are counted from
 * their own rows.
 * - `value`: the answer's cell.
 * - `share`: the part of the grand total, of the total of its row or column, or of the group it is a member of along one axis, in
 *   the same row or column; a total is the whole of itself.
 * - `difference`, `difference-ratio`: against the cell's own comparison period or target; against the sibling before it, or one by
 *   name, under the same parent (a subtotal's siblings are the subtotals of its depth; totals have none). A ratio KPI differs in
 *   points either way.
 * - `running-total`: the siblings so far. Along dates in their order it is the value over all days from the first one's to this
 *   one's, whatever the KPI; else the sum, for KPIs that add up.
 * - `rank`: 1 for the highest (lowest) of the siblings, equal values sharing the better rank; the united remainder and totals have none.
 * - `index`: cell × grand total ÷ (row's total × column's total): above 1 where it is stronger than both lead one to expect.
 * Example: North has 60 of 100 in all and 45 of May's 50: a share of 0.45, of its row 0.75, of its column 0.9, and the index 1.5.
 */
export function shower(show: Show, kpi: PlannedKpi, cells: TableCells, context: QuestionContext): Shower {
  const value = (place: Place): Outcome => cells.value(kpi, place);
  const whereMet =
    (shown: (place: Place) => ShownCell): Shower =>
    (place) =>
      cells.has(place) ? shown(place) : null;
  switch (show.as) {
    case 'value':
      return whereMet(value);
    case 'share':
      return whereMet((place) => quotient(value(place), value(wholeOf(show.of, place, cells))));
    case 'difference':
    case 'difference-ratio': {
      const isRatio = (kpi.variant.unit ?? kpi.definition.unit) === 'ratio';
      const differs = (compare: ReturnType<typeof comparisonOf>, now: () => Outcome): Outcome => {
        const plain = show.as === 'difference' || isRatio ? compare?.difference : compare?.ratio;
        if (plain != null) return { value: plain, exact: false };
        if (show.as === 'difference' && compare?.reason?.difference !== undefined)
          return { value: compare.reason.difference, exact: false };
        const own = now();
        return own.value === null ? own : { value: null, reason: compare?.reason ?? reason('no-comparison') };
      };
      const { from } = show;
      if (from.what !== 'before' && from.what !== 'member') {
        const { what } = from;
        return whereMet((place) => differs(cells.compared(kpi, place, what), () => value(place)));
      }
      const besideOf = siblingFinder(from, cells, context);
      return (place) => {
        const beside = besideOf(place);
        if (beside === null) return cells.has(place) ? NOTHING_BESIDE : null;
        if (!cells.has(place) && !cells.has(beside)) return null;
        return differs(comparisonOf(value(place), value(beside), isRatio), () => value(place));
      };
    }
    case 'running-total':
      return runningTotal(show.along, kpi, cells, whereMet(value));
    case 'rank':
      return rank(show.along, show.lowestFirst === true, cells, whereMet(value));
    case 'index':
      return whereMet((place) => {
        const all = value({ row: 0, column: 0 });
        const expected = product(value({ row: place.row, column: 0 }), value({ row: 0, column: place.column }));
        return quotient(product(value(place), all), expected);
      });
  }
}

function wholeOf(
  of: Extract<Show, { readonly as: 'share' }>['of'],
  { row, column }: Place,
  { rows, columns }: TableCells,
): Place {
  switch (of) {
    case 'total':
      return { row: 0, column: 0 };
    case 'row':
      return { row, column: 0 };
    case 'column':
      return { row: 0, column };
    case 'row-parent':
      return { row: Math.max(0, rows.groups.parents[row] ?? 0), column };
    case 'column-parent':
      return { row, column: Math.max(0, columns.groups.parents[column] ?? 0) };
  }
}

function product(a: Outcome, b: Outcome): Outcome {
  if (a.value === null) return a;
  return b.value === null ? b : { value: a.value * b.value, exact: false };
}

const groupOf = (place: Place, along: Along): number => (along === 'rows' ? place.row : place.column);
const withGroup = (place: Place, along: Along, group: number): Place =>
  along === 'rows' ? { ...place, row: group } : { ...place, column: group };

/** The members of a group's parent: from the first to before the last number. */
function siblingsOf({ groups }: Axis, group: number): readonly [from: number, to: number] {
  const parent = groups.parents[group] ?? 0;
  return [groups.firsts[parent] ?? 0, groups.firsts[parent + 1] ?? 0];
}

type From = Extract<Show, { readonly as: 'difference' | 'difference-ratio' }>['from'];
type Sibling = Exclude<From, { readonly what: 'previous' | 'last-year' | 'target' }>;

/** The cell beside one along an axis: of the sibling before it, or of the one with a name. */
function siblingFinder(from: Sibling, cells: TableCells, context: QuestionContext): (place: Place) => Place | null {
  const { along } = from;
  const axis = cells[along];
  const { groups } = axis;
  return (place) => {
    const group = groupOf(place, along);
    if (group === 0) return null;
    if (from.what === 'before') return group > siblingsOf(axis, group)[0] ? withGroup(place, along, group - 1) : null;
    const above = groups.path(groups.parents[group] ?? 0);
    const dimension = axis.dimensions[above.length];
    const code = dimension === undefined ? -1 : indexOf(dimension, from.name, context);
    const named = groups.find([...above, code]);
    return named < 0 ? null : withGroup(place, along, named);
  };
}

function runningTotal(along: Along, kpi: PlannedKpi, cells: TableCells, shown: Shower): Shower {
  const adds = addsUp(kpi.expression);
  const sums = siblingMemo<ShownCell[]>(along, cells);
  return (place) => {
    const group = groupOf(place, along);
    if (group === 0) return shown(place);
    const reached = cells.upTo(kpi, place, along);
    if (reached !== null) return reached;
    if (!adds) return cells.has(place) ? noValue('not-additive') : null;
    const known = sums(place, () => []);
    const [first] = siblingsOf(cells[along], group);
    for (let sibling = first + known.length; sibling <= group; sibling++)
      known.push(added(known.at(-1) ?? null, shown(withGroup(place, along, sibling))));
    return known[group - first] ?? null;
  };
}

/** A sum goes on over cells that no row lies in, and ends at one that has no value for another reason. */
function added(sum: ShownCell, next: ShownCell): ShownCell {
  if (sum === null || next === null) return sum ?? next;
  if (sum.value === null) return sum.reason.code === 'no-data' ? next : sum;
  if (next.value === null) return next.reason.code === 'no-data' ? sum : next;
  const exact = sum.exact && next.exact;
  const plain = sum.value + next.value;
  return { value: exact ? Math.round(plain * DECIMAL_SCALE) / DECIMAL_SCALE : plain, exact };
}

function rank(along: Along, lowestFirst: boolean, cells: TableCells, shown: Shower): Shower {
  const axis = cells[along];
  const ordered = siblingMemo<Float64Array>(along, cells);
  return (place) => {
    const group = groupOf(place, along);
    if (group === 0 || axis.isRest(group)) return null;
    const own = shown(place);
    if (own === null || own.value === null) return own;
    const sign = lowestFirst ? 1 : -1;
    const values = ordered(place, () => {
      const all: number[] = [];
      const [from, to] = siblingsOf(axis, group);
      for (let sibling = from; sibling < to; sibling++) {
        const value = axis.isRest(sibling) ? null : (shown(withGroup(place, along, sibling))?.value ?? null);
        if (value !== null) all.push(sign * value);
      }
      return Float64Array.from(all).sort();
    });
    return { value: countBelow(values, sign * own.value) + 1, exact: true };
  };
}

/** How many of some ascending numbers are smaller than one. */
function countBelow(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is known of siblings in one row or column, for the last ones looked at. */
function siblingMemo<T>(along: Along, cells: TableCells): (place: Place, compute: () => T) => T {
  const known = new Map<string, T>();
  return (place, compute) => {
    const parent = cells[along].groups.parents[groupOf(place, along)];
    const across = along === 'rows' ? place.column : place.row;
    const key = `${String(parent)} ${String(across)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size > MOST_KNOWN) known.clear();
    const fresh = compute();
    known.set(key, fresh);
    return fresh;
  };
}

const MOST_KNOWN = 4000;
