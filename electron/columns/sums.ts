import type { DecimalColumn } from '#engine/ports/workspace-columns.ts';
import { AppError } from '#shared/errors.ts';
import type { FinerCells, PlacedRows } from './cell-rows.ts';
import type { RowsInCells, Shares } from './placing.ts';
import { remembered } from './remembered.ts';
import type { RowMask } from './row-mask.ts';

/** Whole numbers are exact up to here, and so is every sum that never passes it on the way. */
const EXACT = Number.MAX_SAFE_INTEGER;

export function overflow(): AppError {
  return new AppError('E_OVERFLOW', 'A sum is too large to be exact.');
}

/** Exact sums in ten-thousandths by cell id. Throws E_OVERFLOW where a sum passes 2^53 on the way. */
export function sumByCell(rows: PlacedRows, values: DecimalColumn, mask: RowMask): Float64Array {
  const { finer, known, cellCount } = rows;
  const byMask = remembered(known.sums, values, () => new Map<RowMask, Float64Array>());
  return remembered(byMask, mask, () => {
    const sums = new Float64Array(cellCount + 1);
    if (finer === null) addRows(sums, rows.rows(), values, mask);
    else addCells(sums, sumByCell(finer.rows, values, mask), finer);
    return sums.subarray(0, cellCount);
  });
}

function addRows(sums: Float64Array, rows: RowsInCells, values: DecimalColumn, mask: RowMask): void {
  if (rows.shares !== null) return addShares(sums, rows, rows.shares, values, mask);
  // So many values cannot take a sum from half of what is exact beyond all of it.
  const block = Math.floor(EXACT / 2 / largestOf(values));
  if (block === 0) return addWatched(sums, rows, values, mask);
  const { length } = rows.cells;
  for (let from = 0; from < length; from += block) {
    if (from > 0 && sums.some((sum) => Math.abs(sum) > EXACT / 2)) return addWatched(sums.fill(0), rows, values, mask);
    addBlock(sums, rows, values, mask, from, Math.min(length, from + block));
  }
}

const LARGEST_INT32 = 2 ** 31;
const largest = new WeakMap<DecimalColumn, number>();

/** No value of the column is farther from zero. */
function largestOf(values: DecimalColumn): number {
  if (values instanceof Int32Array) return LARGEST_INT32;
  return remembered(largest, values, () => {
    let most = 1;
    for (let row = 0; row < values.length; row++) {
      const value = Math.abs(values[row] ?? 0);
      if (value > most) most = value;
    }
    return most;
  });
}

function addBlock(
  sums: Float64Array,
  { positions, first, cells }: RowsInCells,
  values: DecimalColumn,
  mask: RowMask,
  from: number,
  to: number,
): void {
  if (positions === null && mask === null) {
    for (let i = from; i < to; i++) {
      const cell = cells[i] ?? 0;
      sums[cell] = (sums[cell] ?? 0) + (values[first + i] ?? 0);
    }
    return;
  }
  for (let i = from; i < to; i++) {
    const row = positions === null ? first + i : (positions[i] ?? 0);
    if (mask !== null && mask[row] !== 1) continue;
    const cell = cells[i] ?? 0;
    sums[cell] = (sums[cell] ?? 0) + (values[row] ?? 0);
  }
}

/** The same where sums may become too large: each is looked at after every value. */
function addWatched(
  sums: Float64Array,
  { positions, first, cells }: RowsInCells,
  values: DecimalColumn,
  mask: RowMask,
): void {
  const none = sums.length - 1;
  for (let i = 0; i < cells.length; i++) {
    const row = positions === null ? first + i : (positions[i] ?? 0);
    const cell = cells[i] ?? 0;
    if (cell === none || (mask !== null && mask[row] !== 1)) continue;
    const sum = (sums[cell] ?? 0) + (values[row] ?? 0);
    if (sum > EXACT || sum < -EXACT) throw overflow();
    sums[cell] = sum;
  }
}

function addCells(sums: Float64Array, smaller: Float64Array, { cells }: FinerCells): void {
  const none = sums.length - 1;
  for (let id = 0; id < smaller.length; id++) {
    const cell = cells[id] ?? none;
    const sum = (sums[cell] ?? 0) + (smaller[id] ?? 0);
    if (cell !== none && (sum > EXACT || sum < -EXACT)) throw overflow();
    sums[cell] = sum;
  }
}

/** Whatever cells a row's time is cut into, its parts are whole numbers that add up to its value. */
function addShares(
  sums: Float64Array,
  { positions, first, cells }: RowsInCells,
  { before, through, whole }: Shares,
  values: DecimalColumn,
  mask: RowMask,
): void {
  for (let i = 0; i < cells.length; i++) {
    const row = positions === null ? first + i : (positions[i] ?? 0);
    if (mask !== null && mask[row] !== 1) continue;
    const value = values[row] ?? 0;
    const all = whole[i] ?? 1;
    const part = upTo(value, through[i] ?? 0, all) - upTo(value, before[i] ?? 0, all);
    const cell = cells[i] ?? 0;
    const sum = (sums[cell] ?? 0) + part;
    if (sum > EXACT || sum < -EXACT) throw overflow();
    sums[cell] = sum;
  }
}

function upTo(value: number, weight: number, whole: number): number {
  return weight === whole ? value : Math.round((value * weight) / whole);
}

/** Means by cell id, NaN without a row; of a spread, each row weighs as much as its time in the cell. */
export function meanByCell(rows: PlacedRows, values: DecimalColumn, mask: RowMask): Float64Array {
  if (rows.request.nature !== 'spread') {
    const counts = countByCell(rows, mask);
    return sumByCell(rows, values, mask).map((sum, cell) => sum / (counts[cell] ?? 0));
  }
  const { positions, first, cells, shares } = rows.rows();
  const sums = new Float64Array(rows.cellCount + 1);
  const weights = new Float64Array(rows.cellCount + 1);
  for (let i = 0; i < cells.length; i++) {
    const row = positions === null ? first + i : (positions[i] ?? 0);
    if (mask !== null && mask[row] !== 1) continue;
    const weight = (shares?.through[i] ?? 0) - (shares?.before[i] ?? 0);
    const cell = cells[i] ?? 0;
    sums[cell] = (sums[cell] ?? 0) + (values[row] ?? 0) * weight;
    weights[cell] = (weights[cell] ?? 0) + weight;
  }
  return sums.map((sum, cell) => sum / (weights[cell] ?? 0)).subarray(0, rows.cellCount);
}

/** Rows that pass the mask by cell id, counted once for a mask. */
export function countByCell(rows: PlacedRows, mask: RowMask): Int32Array {
  const { finer, known, cellCount } = rows;
  return remembered(known.counts, mask, () => {
    const counts = new Int32Array(cellCount + 1);
    if (finer === null) countRows(counts, rows.rows(), mask);
    else {
      const smaller = countByCell(finer.rows, mask);
      for (let id = 0; id < smaller.length; id++) {
        const cell = finer.cells[id] ?? cellCount;
        counts[cell] = (counts[cell] ?? 0) + (smaller[id] ?? 0);
      }
    }
    return counts.subarray(0, cellCount);
  });
}

function countRows(counts: Int32Array, { positions, first, cells }: RowsInCells, mask: RowMask): void {
  if (mask === null) {
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? 0;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    return;
  }
  for (let i = 0; i < cells.length; i++) {
    if (mask[positions === null ? first + i : (positions[i] ?? 0)] !== 1) continue;
    const cell = cells[i] ?? 0;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}
