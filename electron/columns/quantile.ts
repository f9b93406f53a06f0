import type { DecimalColumn } from '#engine/ports/workspace-columns.ts';
import type { RowsByCell } from './by-cell.ts';

/**
 * The value below which a share `q` of sorted numbers lies, between two of them in proportion, NaN of none: Excel's
 * PERCENTILE.INC. Example: 0.5 of 1, 2, 4, 8 is 3, the median; 0.9 of 0, 10 is 9.
 */
export function quantileOf(sorted: Float64Array, q: number): number {
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const lower = sorted[below] ?? NaN;
  const upper = sorted[below + 1] ?? lower;
  return lower + (place - below) * (upper - lower);
}

/** Exact quantiles in ten-thousandths by cell id, NaN for a cell without a row. */
export function quantileByCell({ starts, positions }: RowsByCell, values: DecimalColumn, q: number): Float64Array {
  const quantiles = new Float64Array(starts.length - 1);
  const inOrder = Float64Array.from(positions, (row) => values[row] ?? NaN);
  for (let cell = 0; cell < quantiles.length; cell++)
    quantiles[cell] = quantileOf(inOrder.subarray(starts[cell] ?? 0, starts[cell + 1] ?? 0).sort(), q);
  return quantiles;
}
