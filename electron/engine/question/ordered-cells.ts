import { AppError } from '#shared/errors.ts';
import { axisOf, showsEmptyDates, type Axis } from './axis.ts';
import type { AxisNode } from './axis-node.ts';
import type { QuestionContext } from './context.ts';
import { cellAt, pathsOf, type Level } from './levels.ts';
import { countingOrder } from './member-order.ts';
import type { QuestionCells } from './question-cells.ts';

/** An answer of a million cells is beyond reading, and its JSON beyond half a gigabyte. */
const MOST_CELLS = 1_000_000;

/**
 * The cells of a question at every depth of rows and columns, in the order they are read in. A table may have hundreds of thousands:
 * each is a number in four columns.
 */
interface OrderedCells {
  readonly levels: readonly Level[];
  readonly rows: Axis;
  readonly columns: Axis;
  /** By cell: the place of its level among all, its key there, those of the groups it lies between. */
  readonly levelOf: Uint8Array;
  readonly keyOf: Float64Array;
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
}

/** Cells of one level between the groups at some places; . */
interface LevelCells {
  readonly keys: Float64Array;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/**
 * Groups in the asked order, subtotals after their members, the grand total last.
 * Throws E_BAD_REQUEST beyond a million values.
 */
export function orderedCells(cells: QuestionCells, context: QuestionContext): OrderedCells {
  const { plan } = cells;
  // The columns add larger cells up from smaller ones that they have met.
  cells.keys(cells.level(plan.rows.length, plan.columns.length));
  const [rows, columns] = [axisOf('rows', [cells], context), axisOf('columns', [cells], context)];
  const levels: Level[] = [];
  const found: LevelCells[] = [];
  let count = 0;
  for (let rowDepth = 0; rowDepth <= plan.rows.length; rowDepth++)
    for (let columnDepth = 0; columnDepth <= plan.columns.length; columnDepth++) {
      const level = cells.level(rowDepth, columnDepth);
      const isBetween = rowDepth > 0 && columnDepth > 0;
      const isMet = isBetween || !showsEmptyDates(level.dimensions, rowDepth + columnDepth - 1);
      // Groups have numbers once rows have met them.
      const keys = level.texts.length === 0 ? null : cells.keys(level);
      const own = keys !== null && isMet ? whereMet(level, keys, rows, columns) : betweenAll(level, rows, columns);
      levels.push(level);
      found.push(own);
      count += own.keys.length;
      if (count * plan.kpis.length > MOST_CELLS)
        throw new AppError(
          'E_BAD_REQUEST',
          'The answer would be too large to hold; ask for fewer dimensions, or the top ones.',
        );
    }
  const [levelOf, keyOf] = [new Uint8Array(count), new Float64Array(count)];
  const [rowOf, columnOf] = [new Int32Array(count), new Int32Array(count)];
  let end = 0;
  for (const [level, { keys, ...own }] of found.entries()) {
    levelOf.fill(level, end, end + keys.length);
    keyOf.set(keys, end);
    rowOf.set(own.rows, end);
    columnOf.set(own.columns, end);
    end += keys.length;
  }
  const order = countingOrder(rowOf, countingOrder(columnOf, null));
  return {
    levels,
    rows,
    columns,
    levelOf: inOrder(levelOf, new Uint8Array(count), order),
    keyOf: inOrder(keyOf, new Float64Array(count), order),
    rowOf: inOrder(rowOf, new Int32Array(count), order),
    columnOf: inOrder(columnOf, new Int32Array(count), order),
  };
}

function inOrder<T extends Uint8Array | Int32Array | Float64Array>(values: T, into: T, order: Int32Array): T {
  for (let i = 0; i < order.length; i++) into[i] = values[order[i] ?? 0] ?? 0;
  return into;
}

/** Those of totals and of dates, where there is a cell without a row. Such a cell has a key below zero. */
function betweenAll(level: Level, rows: Axis, columns: Axis): LevelCells {
  const down = nodesAt(rows.root, level.rowDepth);
  const across = nodesAt(columns.root, level.columnDepth);
  const found = cellsFor(down.length * across.length);
  let count = 0;
  for (const row of down)
    for (const column of across) {
      const cell = cellAt(level, [...row.path, ...column.path]);
      if (cell === null) continue;
      found.keys[count] = cell.group * level.slots.length + cell.slot;
      found.rows[count] = row.place;
      found.columns[count] = column.place;
      count += 1;
    }
  return upTo(found, count);
}

function whereMet(level: Level, keys: Float64Array, rows: Axis, columns: Axis): LevelCells {
  const steps = pathsOf(level, keys);
  const down = rows.ends(steps.slice(0, level.rowDepth), keys.length);
  const across = columns.ends(steps.slice(level.rowDepth), keys.length);
  const found = cellsFor(keys.length);
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    const row = down[i] ?? null;
    const column = across[i] ?? null;
    if (row === null || column === null) continue;
    found.keys[count] = keys[i] ?? 0;
    found.rows[count] = row.place;
    found.columns[count] = column.place;
    count += 1;
  }
  return upTo(found, count);
}

const cellsFor = (most: number): LevelCells => ({
  keys: new Float64Array(most),
  rows: new Int32Array(most),
  columns: new Int32Array(most),
});

const upTo = ({ keys, rows, columns }: LevelCells, count: number): LevelCells => ({
  keys: keys.subarray(0, count),
  rows: rows.subarray(0, count),
  columns: columns.subarray(0, count),
});

/** The groups of an axis at a depth, in order. */
function nodesAt(node: AxisNode, depth: number): readonly AxisNode[] {
  return depth === 0 ? [node] : node.members.flatMap((member) => nodesAt(member, depth - 1));
}
