import { AppError } from '#shared/errors.ts';
import { axisOf, showsEmptyDates, type Axis } from './axis.ts';
import type { QuestionContext } from './context.ts';
import { cellAt, pathsOf, type Level } from './levels.ts';
import { countingOrder } from './member-order.ts';
import type { QuestionCells } from './question-cells.ts';

/** An answer of a million cells is beyond reading, and its JSON beyond half a gigabyte. */
const MOST_CELLS = 1_000_000;

/** The cells of a question at every depth of rows and columns. A table may have hundreds of thousands: each is a number in some columns. */
interface OrderedCells {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly count: number;
  readonly levels: readonly (LevelCells & { readonly level: Level; readonly ranks: Int32Array })[];
}

/** Cells of one level, by cell: its key, and the groups it lies between. */
interface LevelCells {
  readonly keys: Float64Array;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/**
 * Level by level, with the rank of each cell among all: groups in the asked order, subtotals after their members, the grand total last.
 * Throws E_BAD_REQUEST beyond a million values.
 */
export function orderedCells(cells: QuestionCells, context: QuestionContext): OrderedCells {
  const { plan } = cells;
  // The columns add larger cells up from smaller ones that they have met.
  cells.keys(cells.level(plan.rows.length, plan.columns.length));
  const [rows, columns] = [axisOf('rows', [cells], context), axisOf('columns', [cells], context)];
  const found: (LevelCells & { readonly level: Level })[] = [];
  let count = 0;
  for (let rowDepth = 0; rowDepth <= plan.rows.length; rowDepth++)
    for (let columnDepth = 0; columnDepth <= plan.columns.length; columnDepth++) {
      const level = cells.level(rowDepth, columnDepth);
      const isBetween = rowDepth > 0 && columnDepth > 0;
      const isMet = isBetween || !showsEmptyDates(level.dimensions, rowDepth + columnDepth - 1);
      // Groups have numbers once rows have met them.
      const keys = level.texts.length === 0 ? null : cells.keys(level);
      const own = keys !== null && isMet ? whereMet(level, keys, rows, columns) : betweenAll(level, rows, columns);
      found.push({ level, ...own });
      count += own.keys.length;
      if (count * plan.kpis.length > MOST_CELLS)
        throw new AppError(
          'E_BAD_REQUEST',
          'The answer would be too large to hold; ask for fewer dimensions, or the top ones.',
        );
    }
  const ranks = ranksOf(found, count, rows, columns);
  let end = 0;
  const levels = found.map((one) => ({ ...one, ranks: ranks.subarray(end, (end += one.keys.length)) }));
  return { rows, columns, count, levels };
}

/** By cell, level after level, how many come before it. */
function ranksOf(found: readonly LevelCells[], count: number, rows: Axis, columns: Axis): Int32Array {
  const [down, across] = [rows.groups.places(), columns.groups.places()];
  const [rowPlaces, columnPlaces] = [new Int32Array(count), new Int32Array(count)];
  let at = 0;
  for (const own of found)
    for (let i = 0; i < own.keys.length; i++) {
      rowPlaces[at] = down[own.rows[i] ?? 0] ?? 0;
      columnPlaces[at++] = across[own.columns[i] ?? 0] ?? 0;
    }
  const order = countingOrder(rowPlaces, countingOrder(columnPlaces, null));
  const ranks = new Int32Array(count);
  for (let rank = 0; rank < count; rank++) ranks[order[rank] ?? 0] = rank;
  return ranks;
}

/** Those of totals and of dates, where there is a cell without a row. Such a cell has a key below zero. */
function betweenAll(level: Level, rows: Axis, columns: Axis): LevelCells {
  const [firstRow, endRow] = rows.groups.at(level.rowDepth);
  const [firstColumn, endColumn] = columns.groups.at(level.columnDepth);
  const found = cellsFor((endRow - firstRow) * (endColumn - firstColumn));
  let count = 0;
  for (let row = firstRow; row < endRow; row++)
    for (let column = firstColumn; column < endColumn; column++) {
      const cell = cellAt(level, [...rows.groups.path(row), ...columns.groups.path(column)]);
      if (cell === null) continue;
      found.keys[count] = cell.group * level.slots.length + cell.slot;
      found.rows[count] = row;
      found.columns[count] = column;
      count += 1;
    }
  return upTo(found, count);
}

function whereMet(level: Level, keys: Float64Array, rows: Axis, columns: Axis): LevelCells {
  const steps = pathsOf(level, keys);
  const down = rows.groups.ends(steps.slice(0, level.rowDepth), keys.length);
  const across = columns.groups.ends(steps.slice(level.rowDepth), keys.length);
  const found = cellsFor(keys.length);
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    const row = down[i] ?? -1;
    const column = across[i] ?? -1;
    if (row < 0 || column < 0) continue;
    found.keys[count] = keys[i] ?? 0;
    found.rows[count] = row;
    found.columns[count] = column;
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
