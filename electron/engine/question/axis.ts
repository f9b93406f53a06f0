import { AppError } from '#shared/errors.ts';
import type { MemberOrder } from '#shared/question.ts';
import { pairNumbers } from '../pair-numbers.ts';
import { AxisGroups } from './axis-groups.ts';
import type { QuestionContext } from './context.ts';
import { pathsOf, type CellAt, type Level } from './levels.ts';
import { indexOf } from './locate.ts';
import { isRest, memberNames } from './member-names.ts';
import { countingOrder, memberPlaces, siblingOrder } from './member-order.ts';
import type { PlannedDimension } from './plan.ts';
import { oneOf } from './planned-kpi.ts';
import type { QuestionCells } from './question-cells.ts';

export interface Axis {
  readonly dimensions: readonly PlannedDimension[];
  readonly groups: AxisGroups;
  /** Whether a group is the united remainder of its parent's members. */
  isRest(group: number): boolean;
}

/** Groups of one depth as they are met, each a step below a group above. */
interface Met {
  readonly parents: Int32Array;
  readonly codes: Int32Array;
  /** Of a group's cell over all of the other axis in the first of the questions asked; −1 where it has none of its own there. */
  readonly keys: Float64Array;
}

/**
 * The groups of rows or of columns: those that have a row in any of the cells given (one question under several comparisons), and
 * every date of dates alone, in the asked order. What `top` leaves out is no group, nor is a member of what is none. Throws E_BAD_REQUEST
 * beyond a million groups.
 * Example: revenue by region and month over one sale of North in May has the groups North / 2026-05, North and all.
 */
export function axisOf(side: 'rows' | 'columns', asked: readonly QuestionCells[], context: QuestionContext): Axis {
  const dimensions = asked[0]?.plan[side] ?? [];
  const groups = new AxisGroups();
  dimensions.forEach((dimension, depth) => {
    const [own, ...others] = asked.map((cells) => metUnder(groups, levelAt(cells, side, depth + 1), cells));
    if (own === undefined) return;
    const met = others.length === 0 ? own : onlyOnce(own, others);
    const first = asked[0] ?? null;
    const values = first === null ? null : valuesOf(met, dimension.order, depth + 1, side, groups, first, context);
    const order = countingOrder(
      met.parents,
      siblingOrder({
        labels: labelsOf(met.codes, dimension, context),
        others: dimension.type === 'text' && dimension.top !== null ? restsIn(met.codes, dimension) : null,
        values,
        descending: dimension.order?.descending === true,
      }),
    );
    groups.take(inOrder(met.parents, order), inOrder(met.codes, order));
  });
  const rest = (group: number): boolean => {
    const dimension = dimensions[(groups.depths[group] ?? 0) - 1];
    return dimension !== undefined && isRest(dimension, groups.codes[group] ?? 0);
  };
  return { dimensions, groups, isRest: rest };
}

function inOrder(values: Int32Array, order: Int32Array): Int32Array {
  const sorted = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) sorted[i] = values[order[i] ?? 0] ?? 0;
  return sorted;
}

function restsIn(codes: Int32Array, dimension: PlannedDimension): Uint8Array {
  return Uint8Array.from(codes, (code) => Number(isRest(dimension, code)));
}

/** The groups of a level under those above it. */
function metUnder(groups: AxisGroups, level: Level, cells: QuestionCells): Met {
  const { dimensions } = level;
  const depth = dimensions.length - 1;
  const dimension = dimensions[depth];
  if (showsEmptyDates(dimensions, depth)) return allDates(groups, level);
  const hidesRest = dimension?.type === 'text' && dimension.top?.shown === false;
  const keys = cells.keys(level);
  const steps = pathsOf(level, keys);
  const parents = groups.ends(steps.slice(0, depth), keys.length);
  const codes = new Int32Array(steps[depth] ?? []);
  const kept = new Float64Array(keys.length);
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    const parent = parents[i] ?? 0;
    const code = codes[i] ?? 0;
    if (parent < 0 || (hidesRest && isRest(dimension, code))) continue;
    parents[count] = parent;
    codes[count] = code;
    kept[count] = keys[i] ?? 0;
    count += 1;
  }
  if (count > MOST_GROUPS) throw tooManyGroups();
  return { parents: parents.subarray(0, count), codes: codes.subarray(0, count), keys: kept.subarray(0, count) };
}

/** Every date that shares a day with those that lead to it. */
function allDates(groups: AxisGroups, { dimensions, slots }: Level): Met {
  const [parents, codes]: [number[], number[]] = [[], []];
  const [from, to] = groups.at(dimensions.length - 1);
  for (let parent = from; parent < to; parent++) {
    const above = groups
      .path(parent)
      .filter((_, depth) => dimensions[depth]?.type === 'date')
      .join();
    for (const { buckets } of slots) {
      const own = buckets.at(-1);
      if (own === undefined || buckets.slice(0, -1).join() !== above) continue;
      parents.push(parent);
      codes.push(own);
    }
  }
  return {
    parents: Int32Array.from(parents),
    codes: Int32Array.from(codes),
    keys: new Float64Array(codes.length).fill(-1),
  };
}

/** More are not for reading. */
export const MOST_GROUPS = 1_000_000;

/** E_BAD_REQUEST beyond so many. */
export function tooManyGroups(): AppError {
  return new AppError(
    'E_BAD_REQUEST',
    'The table would have too many lines; ask for fewer dimensions, or the top ones.',
  );
}

/** The groups met under several comparisons, each once. */
function onlyOnce(own: Met, others: readonly Met[]): Met {
  const pairs = pairNumbers();
  for (const { parents, codes } of [own, ...others])
    for (let i = 0; i < codes.length; i++) pairs.number(parents[i] ?? 0, codes[i] ?? 0);
  const count = pairs.size();
  const keys = new Float64Array(count).fill(-1);
  keys.set(own.keys);
  return {
    parents: Int32Array.from({ length: count }, (_, i) => pairs.first(i)),
    codes: Int32Array.from({ length: count }, (_, i) => pairs.second(i)),
    keys,
  };
}

function levelAt(cells: QuestionCells, side: 'rows' | 'columns', depth: number): Level {
  return side === 'rows' ? cells.level(depth, 0) : cells.level(0, depth);
}

/** Under members only the dates with rows are shown, unless all are asked for. */
export function showsEmptyDates(dimensions: readonly PlannedDimension[], depth: number): boolean {
  const own = dimensions[depth];
  if (own?.type !== 'date' || own.empty === 'hidden') return false;
  return own.empty === 'shown' || dimensions.slice(0, depth).every(({ type }) => type === 'date');
}

/** Places of groups in the order of their labels, −1 for the unknown member. */
function labelsOf(codes: Int32Array, dimension: PlannedDimension, { queries }: QuestionContext): Int32Array {
  if (dimension.type === 'date') return codes;
  const places = memberPlaces(codes, dimension.dimension, memberNames(queries, dimension.dimension));
  const labels = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] ?? 0;
    labels[i] = code === 0 ? -1 : (places[code] ?? 0);
  }
  return labels;
}

/** What siblings are ordered by: a KPI over all of the other axis, or in one group of it; NaN for no value. Null for labels alone. */
function valuesOf(
  { parents, codes, keys }: Met,
  order: MemberOrder | null,
  depth: number,
  side: 'rows' | 'columns',
  groups: AxisGroups,
  cells: QuestionCells,
  context: QuestionContext,
): Float64Array | null {
  if (order?.by === undefined) return null;
  const kpi = oneOf(cells.plan.kpis, order.by);
  const others = side === 'rows' ? cells.plan.columns : cells.plan.rows;
  const at = order.at ?? [];
  const beside = at.map((name, i) => {
    const dimension = others[i];
    return dimension === undefined ? -1 : indexOf(dimension, name, context);
  });
  const values = new Float64Array(codes.length).fill(Number.NaN);
  if (beside.includes(-1)) return values;
  const level = side === 'rows' ? cells.level(depth, at.length) : cells.level(at.length, depth);
  const read = cells.of(kpi, level);
  const slots = level.slots.length;
  const cellOf = (i: number): CellAt | null => {
    const key = keys[i] ?? -1;
    if (at.length === 0 && key >= 0) return { group: Math.floor(key / slots), slot: key % slots };
    const path = [...groups.path(parents[i] ?? 0), codes[i] ?? 0];
    const cell = cells.at(level, side === 'rows' ? [...path, ...beside] : [...beside, ...path]);
    const isMet = at.length === 0 || level.texts.length === 0 || (cell !== null && cells.has(level, cell));
    return cell !== null && cell.group >= 0 && isMet ? cell : null;
  };
  for (let i = 0; i < values.length; i++) {
    const cell = cellOf(i);
    if (cell !== null) values[i] = read.value(cell).value ?? Number.NaN;
  }
  return values;
}
