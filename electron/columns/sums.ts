import type { DecimalColumn } from '#engine/ports/workspace-columns.ts';
import { AppError } from '#shared/errors.ts';
import type { PlacedRows } from './cell-rows.ts';
import type { RowMask } from './row-mask.ts';

/** Whole numbers are exact up to here, and so is every sum that never passes it on the way. */
const EXACT = Number.MAX_SAFE_INTEGER;

export function overflow(): AppError {
  return new AppError('E_OVERFLOW', 'A sum is too large to be exact.');
}

/** Exact sums in ten-thousandths by cell id. Throws E_OVERFLOW where a sum passes 2^53 on the way. */
export function sumByCell(
  { positions, cells, cellCount }: PlacedRows,
  values: DecimalColumn,
  mask: RowMask,
): Float64Array {
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

/** Rows that pass the mask, by cell id. */
export function countByCell({ positions, cells, cellCount }: PlacedRows, mask: RowMask): Int32Array {
  const counts = new Int32Array(cellCount);
  for (let i = 0; i < cells.length; i++) {
    if (mask !== null && mask[positions[i] ?? 0] !== 1) continue;
    const cell = cells[i] ?? 0;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}
