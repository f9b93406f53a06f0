import { NO_INT, type DecimalColumn } from '#engine/ports/workspace-columns.ts';

/** A decimal in ten-thousandths, NaN where it is missing. */
export function decimalAt(column: DecimalColumn | null, row: number): number {
  const value = column?.[row] ?? NaN;
  return column instanceof Int32Array && value === NO_INT ? NaN : value;
}
