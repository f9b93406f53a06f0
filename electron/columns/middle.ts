import type { DecimalColumn } from '#engine/ports/workspace-columns.ts';
import type { RowsByCell } from './by-cell.ts';

/** The middle of sorted numbers, the mean of the two in the middle of an even count, NaN of none. */
export function medianOf(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}

/** Exact medians in ten-thousandths by cell id, NaN for a cell without a row. */
export function medianByCell({ starts, positions }: RowsByCell, values: DecimalColumn): Float64Array {
  const medians = new Float64Array(starts.length - 1);
  const inOrder = Float64Array.from(positions, (row) => values[row] ?? NaN);
  for (let cell = 0; cell < medians.length; cell++)
    medians[cell] = medianOf(inOrder.subarray(starts[cell] ?? 0, starts[cell + 1] ?? 0).sort());
  return medians;
}
