import type { MemberOrder } from '#shared/question.ts';
import type { QuestionContext } from './context.ts';
import { cellAt, pathOf, type CellAt, type Level } from './levels.ts';
import { indexOf } from './locate.ts';
import { isRest, memberNames } from './member-names.ts';
import { labelPlaces, sortSiblings, type SiblingOrder } from './member-order.ts';
import type { PlannedDimension } from './plan.ts';
import { oneOf } from './planned-kpi.ts';
import type { QuestionCells } from './question-cells.ts';

/** A group on an axis: all of it, a member, a member of a member. */
export interface AxisNode {
  /** Member codes and bucket indexes down to it. */
  readonly path: readonly number[];
  readonly parent: AxisNode | null;
  /** The united remainder of its parent's members. */
  readonly other: boolean;
  /** In order. */
  readonly members: readonly AxisNode[];
  /** Its own place among its parent's members. */
  readonly index: number;
  /** After all its members, as groups are read with their subtotal last. */
  readonly place: number;
}

export interface Axis {
  readonly root: AxisNode;
  /** How many groups there are, the total among them. */
  readonly size: number;
  readonly dimensions: readonly PlannedDimension[];
  at(path: readonly number[]): AxisNode | null;
}

interface GrowingNode extends AxisNode {
  members: GrowingNode[];
  byCode: Map<number, GrowingNode> | null;
  index: number;
  place: number;
}

/**
 * The groups of rows or of columns: those that have a row in any of the cells given (one question under several comparisons), and
 * every date of dates alone, in the asked order. What `top` leaves out is no group, nor is a member of what is none.
 * Example: revenue by region and month over one sale of North in May has the groups North / 2026-05, North and all.
 */
export function axisOf(side: 'rows' | 'columns', asked: readonly QuestionCells[], context: QuestionContext): Axis {
  const dimensions = asked[0]?.plan[side] ?? [];
  const root = newNode(null, [], false);
  let leaves: readonly GrowingNode[] = [root];
  let size = 1;
  dimensions.forEach((dimension, depth) => {
    const added: GrowingNode[] = [];
    const add = (parent: GrowingNode, code: number): void => {
      const other = isRest(dimension, code);
      parent.byCode ??= new Map();
      if (parent.byCode.has(code) || (other && dimension.type === 'text' && dimension.top?.shown === false)) return;
      const node = newNode(parent, [...parent.path, code], other);
      parent.byCode.set(code, node);
      parent.members.push(node);
      added.push(node);
    };
    const showsEmpty = dimension.type === 'date' && showsEmptyDates(dimensions, depth);
    for (const cells of asked) {
      const level = levelAt(cells, side, depth + 1);
      if (showsEmpty)
        for (const parent of leaves) for (const bucket of bucketsUnder(level, parent)) add(parent, bucket);
      else
        for (const path of metPaths(cells, level)) {
          const parent = descend(root, path.slice(0, -1));
          if (parent !== null) add(parent, path.at(-1) ?? 0);
        }
    }
    const order = orderOf(dimension, depth + 1, side, added, asked[0] ?? null, context);
    for (const parent of leaves) if (parent.members.length > 1) parent.members = sortSiblings(parent.members, order);
    leaves = added;
    size += added.length;
  });
  let place = 0;
  const number = (node: GrowingNode): void => {
    for (const [index, member] of node.members.entries()) {
      member.index = index;
      number(member);
    }
    node.place = place++;
  };
  number(root);
  return { root, size, dimensions, at: (path) => descend(root, path) };
}

function newNode(parent: GrowingNode | null, path: readonly number[], other: boolean): GrowingNode {
  return { parent, path, other, members: [], byCode: null, index: 0, place: 0 };
}

function descend(root: GrowingNode, path: readonly number[]): GrowingNode | null {
  let node: GrowingNode | null = root;
  for (const code of path) node = node?.byCode?.get(code) ?? null;
  return node;
}

function levelAt(cells: QuestionCells, side: 'rows' | 'columns', depth: number): Level {
  return side === 'rows' ? cells.level(depth, 0) : cells.level(0, depth);
}

/** Under members only the dates with rows are shown, unless all are asked for. */
function showsEmptyDates(dimensions: readonly PlannedDimension[], depth: number): boolean {
  const own = dimensions[depth];
  if (own?.type !== 'date' || own.empty === 'hidden') return false;
  return own.empty === 'shown' || dimensions.slice(0, depth).every(({ type }) => type === 'date');
}

function* metPaths(cells: QuestionCells, level: Level): Iterable<readonly number[]> {
  const slots = level.slots.length;
  for (const key of cells.keys(level)) yield pathOf(level, { group: Math.floor(key / slots), slot: key % slots });
}

/** Buckets of the last dimension that share a day with those that lead to it. */
function bucketsUnder({ dimensions, slots }: Level, { path }: AxisNode): readonly number[] {
  const above = path.filter((_, depth) => dimensions[depth]?.type === 'date').join();
  return slots.flatMap(({ buckets }) => (buckets.slice(0, -1).join() === above ? (buckets.at(-1) ?? []) : []));
}

const codeOf = ({ path }: AxisNode): number => path.at(-1) ?? 0;

/** The order of the groups met at a depth. */
function orderOf(
  dimension: PlannedDimension,
  depth: number,
  side: 'rows' | 'columns',
  nodes: readonly AxisNode[],
  cells: QuestionCells | null,
  context: QuestionContext,
): SiblingOrder<AxisNode> {
  const { order } = dimension;
  const isText = dimension.type === 'text';
  const names = isText ? memberNames(context.queries, dimension.dimension) : [];
  const places = isText ? labelPlaces(nodes.map(codeOf), names) : null;
  return {
    label: (node) => (places === null ? codeOf(node) : codeOf(node) === 0 ? null : (places.get(codeOf(node)) ?? 0)),
    isOther: ({ other }) => other,
    value: order?.by === undefined || cells === null ? null : valuesBy(order, depth, side, cells, context),
    descending: order?.descending === true,
  };
}

/** What siblings are ordered by: a KPI over all of the other axis, or in one group of it. */
function valuesBy(
  order: MemberOrder | null,
  depth: number,
  side: 'rows' | 'columns',
  cells: QuestionCells,
  context: QuestionContext,
): (node: AxisNode) => number | null {
  if (order?.by === undefined) return () => null;
  const kpi = oneOf(cells.plan.kpis, order.by);
  const others = side === 'rows' ? cells.plan.columns : cells.plan.rows;
  const at = order.at ?? [];
  const beside = at.map((name, i) => {
    const dimension = others[i];
    return dimension === undefined ? -1 : indexOf(dimension, name, context);
  });
  if (beside.includes(-1)) return () => null;
  const level = side === 'rows' ? cells.level(depth, at.length) : cells.level(at.length, depth);
  // Groups have numbers once rows have met them.
  cells.keys(level);
  return ({ path }) => {
    const cell: CellAt | null = cellAt(level, side === 'rows' ? [...path, ...beside] : [...beside, ...path]);
    if (cell === null || cell.group < 0 || (at.length > 0 && level.texts.length > 0 && !cells.has(level, cell)))
      return null;
    return cells.value(kpi, level, cell).value;
  };
}
