import type { DecimalColumn } from '#engine/ports/workspace-columns.ts';
import { AppError } from '#shared/errors.ts';
import type { PlacedRows } from './cell-rows.ts';
import type { Shares } from './placing.ts';
import { remembered } from './remembered.ts';
import type { RowMask } from './row-mask.ts';

/** Whole numbers are exact up to here, and so is every sum that never passes it on the way. */
const EXACT = Number.MAX_SAFE_INTEGER;

export function overflow(): AppError {
  return new AppError('E_OVERFLOW', 'A sum is too large to be exact.');
}

/** Exact sums in ten-thousandths by cell id. Throws E_OVERFLOW where a sum passes 2^53 on the way. */
export function sumByCell(rows: PlacedRows, values: DecimalColumn, mask: RowMask): Float64Array {
  const { positions, cells, cellCount, shares } = rows;
  if (shares !== null) return sumOfShares(rows, shares, values, mask);
  const sums = new Float64Array(cellCount);
  for (let i = 0; i < cells.length; i++) {
    const row = positions[i] ?? 0;
    if (mask !== null && mask[row] !== 1) continue;
    const cell = cells[i] ?? 0;
    const sum = (sums[cell] ?? 0) + (values[row] ?? 0);
    if (sum > EXACT || sum < -EXACT) throw overflow();
    sums[cell] = sum;
  }
  return sums;
}

/** Whatever cells a row's time is cut into, its parts are whole numbers that add up to its value. */
function sumOfShares(
  { positions, cells, cellCount }: PlacedRows,
  { before, through, whole }: Shares,
  values: DecimalColumn,
  mask: RowMask,
): Float64Array {
  const sums = new Float64Array(cellCount);
  for (let i = 0; i < cells.length; i++) {
    const row = positions[i] ?? 0;
    if (mask !== null && mask[row] !== 1) continue;
    const value = values[row] ?? 0;
    const all = whole[i] ?? 1;
    const part = upTo(value, through[i] ?? 0, all) - upTo(value, before[i] ?? 0, all);
    const cell = cells[i] ?? 0;
    const sum = (sums[cell] ?? 0) + part;
    if (sum > EXACT || sum < -EXACT) throw overflow();
    sums[cell] = sum;
  }
  return sums;
}

function upTo(value: number, weight: number, whole: number): number {
  return weight === whole ? value : Math.round((value * weight) / whole);
}

/** Means by cell id, NaN without a row; of a spread, each row weighs as much as its time in the cell. */
export function meanByCell(rows: PlacedRows, values: DecimalColumn, mask: RowMask): Float64Array {
  const { positions, cells, cellCount, shares } = rows;
  if (shares === null) {
    const counts = countByCell(rows, mask);
    return sumByCell(rows, values, mask).map((sum, cell) => sum / (counts[cell] ?? 0));
  }
  const sums = new Float64Array(cellCount);
  const weights = new Float64Array(cellCount);
  for (let i = 0; i < cells.length; i++) {
    const row = positions[i] ?? 0;
    if (mask !== null && mask[row] !== 1) continue;
    const weight = (shares.through[i] ?? 0) - (shares.before[i] ?? 0);
    const cell = cells[i] ?? 0;
    sums[cell] = (sums[cell] ?? 0) + (values[row] ?? 0) * weight;
    weights[cell] = (weights[cell] ?? 0) + weight;
  }
  return sums.map((sum, cell) => sum / (weights[cell] ?? 0));
}

/** Rows that pass the mask by cell id, counted once for a mask. */
export function countByCell(rows: PlacedRows, mask: RowMask): Int32Array {
  return remembered(rows.counts, mask, () => countedRows(rows, mask));
}

function countedRows({ positions, cells, cellCount }: PlacedRows, mask: RowMask): Int32Array {
  const counts = new Int32Array(cellCount);
  for (let i = 0; i < cells.length; i++) {
    if (mask !== null && mask[positions[i] ?? 0] !== 1) continue;
    const cell = cells[i] ?? 0;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}
