import type { MemberOrder } from '#shared/question.ts';
import { GrowingNode, type AxisNode } from './axis-node.ts';
import type { QuestionContext } from './context.ts';
import { cellAt, pathOf, type CellAt, type Level } from './levels.ts';
import { indexOf } from './locate.ts';
import { isRest, memberNames } from './member-names.ts';
import { labelPlaces, sortSiblings, type SiblingOrder } from './member-order.ts';
import type { PlannedDimension } from './plan.ts';
import { oneOf } from './planned-kpi.ts';
import type { QuestionCells } from './question-cells.ts';

export interface Axis {
  readonly root: AxisNode;
  /** How many groups there are, the total among them. */
  readonly size: number;
  readonly dimensions: readonly PlannedDimension[];
  at(path: readonly number[]): AxisNode | null;
}

/**
 * The groups of rows or of columns: those that have a row in any of the cells given (one question under several comparisons), and
 * every date of dates alone, in the asked order. What `top` leaves out is no group, nor is a member of what is none.
 * Example: revenue by region and month over one sale of North in May has the groups North / 2026-05, North and all.
 */
export function axisOf(side: 'rows' | 'columns', asked: readonly QuestionCells[], context: QuestionContext): Axis {
  const dimensions = asked[0]?.plan[side] ?? [];
  const root = new GrowingNode(null, 0, false);
  let above: readonly GrowingNode[] = [root];
  let size = 1;
  dimensions.forEach((dimension, depth) => {
    const met = asked.flatMap((cells) => metUnder(root, above, levelAt(cells, side, depth + 1), cells, dimensions));
    const nodes = inOrder(
      asked.length === 1 ? met : onlyOnce(met),
      orderOf(dimension, depth + 1, side, met, asked[0] ?? null, context),
    );
    for (const [parent, members] of nodes) parent.members = members;
    above = nodes.flatMap(([, members]) => members);
    size += above.length;
  });
  root.number(0);
  return { root, size, dimensions, at: (path) => descend(root, path) };
}

function descend(root: GrowingNode, path: readonly number[]): GrowingNode | null {
  let node: GrowingNode | null = root;
  for (const code of path) node = node?.member(code) ?? null;
  return node;
}

/** The groups of a level under those above it, as they are met. */
function metUnder(
  root: GrowingNode,
  above: readonly GrowingNode[],
  level: Level,
  cells: QuestionCells,
  dimensions: readonly PlannedDimension[],
): readonly GrowingNode[] {
  const depth = Math.max(level.rowDepth, level.columnDepth) - 1;
  const dimension = dimensions[depth];
  if (dimension === undefined) return [];
  if (showsEmptyDates(dimensions, depth))
    return above.flatMap((parent) =>
      bucketsUnder(level, parent).map((bucket) => new GrowingNode(parent, bucket, false)),
    );
  const hidesRest = dimension.type === 'text' && dimension.top?.shown === false;
  const nodes: GrowingNode[] = [];
  const slots = level.slots.length;
  let last: readonly number[] = [];
  let parent: GrowingNode | null = null;
  for (const key of cells.keys(level)) {
    const path = pathOf(level, { group: Math.floor(key / slots), slot: key % slots });
    const code = path[depth] ?? 0;
    // Groups with the same parent mostly follow each other.
    let isNext = last.length === path.length;
    for (let i = 0; isNext && i < depth; i++) isNext = path[i] === last[i];
    if (!isNext) parent = descend(root, path.slice(0, depth));
    last = path;
    const other = isRest(dimension, code);
    if (parent !== null && !(other && hidesRest)) nodes.push(new GrowingNode(parent, code, other));
  }
  return nodes;
}

/** Of a group that is met under several comparisons, the first. */
function onlyOnce(nodes: readonly GrowingNode[]): readonly GrowingNode[] {
  const known = new Map<GrowingNode | null, Set<number>>();
  return nodes.filter(({ parent, code }) => {
    const codes = known.get(parent) ?? new Set();
    known.set(parent, codes);
    return codes.size < codes.add(code).size;
  });
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

/** Buckets of the last dimension that share a day with those that lead to it. */
function bucketsUnder({ dimensions, slots }: Level, { path }: AxisNode): readonly number[] {
  const above = path.filter((_, depth) => dimensions[depth]?.type === 'date').join();
  return slots.flatMap(({ buckets }) => (buckets.slice(0, -1).join() === above ? (buckets.at(-1) ?? []) : []));
}

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
  const places = isText ? labelPlaces(nodes, names) : null;
  return {
    label: ({ code }) => (places === null ? code : code === 0 ? null : (places[code] ?? 0)),
    isOther: ({ other }) => other,
    value: order?.by === undefined || cells === null ? null : valuesBy(order, depth, side, cells, context),
    descending: order?.descending === true,
  };
}

/** Groups by their parents, in the order of siblings. */
function inOrder(
  nodes: readonly GrowingNode[],
  order: SiblingOrder<AxisNode>,
): readonly (readonly [parent: GrowingNode, members: readonly GrowingNode[]])[] {
  const byParent = new Map<GrowingNode, GrowingNode[]>();
  for (const node of order.value === null ? sortSiblings(nodes, order) : nodes) {
    if (node.parent === null) continue;
    const siblings = byParent.get(node.parent);
    if (siblings === undefined) byParent.set(node.parent, [node]);
    else siblings.push(node);
  }
  const all = [...byParent];
  return order.value === null ? all : all.map(([parent, members]) => [parent, sortSiblings(members, order)]);
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
