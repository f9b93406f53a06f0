import type { DecimalColumn } from '#engine/ports/workspace-columns.ts';
import { mayStop, STEPS } from '#engine/stoppable.ts';
import type { RowsByCell } from './by-cell.ts';
import type { Codes } from './fields.ts';
import { quantileOf } from './quantile.ts';
import { overflow } from './sums.ts';

/** One number a cell from the sums of its members (each customer's sales), unknown members left out. */
export function fromMemberSums(
  { starts, positions }: RowsByCell,
  values: DecimalColumn,
  { codes, members }: Codes,
  combine: (ascending: Float64Array) => number,
): Float64Array {
  const results = new Float64Array(starts.length - 1);
  const stamps = new Int32Array(members);
  const sums = new Float64Array(members);
  for (let cell = 0; cell < results.length; cell++) {
    const stamp = cell + 1;
    const end = starts[stamp] ?? 0;
    const met: number[] = [];
    for (let i = starts[cell] ?? 0; i < end; i++) {
      if ((i & STEPS) === 0) mayStop();
      const row = positions[i] ?? 0;
      const code = codes[row] ?? 0;
      if (code === 0) continue;
      if (stamps[code] !== stamp) {
        stamps[code] = stamp;
        sums[code] = 0;
        met.push(code);
      }
      const sum = (sums[code] ?? 0) + (values[row] ?? 0);
      if (!Number.isSafeInteger(sum)) throw overflow();
      sums[code] = sum;
    }
    results[cell] = combine(Float64Array.from(met, (code) => sums[code] ?? 0).sort());
  }
  return results;
}

/** The n largest together. */
export function topSum(n: number): (ascending: Float64Array) => number {
  return (ascending) => {
    const sum = ascending.subarray(Math.max(0, ascending.length - n)).reduce((total, value) => total + value, 0);
    if (!Number.isSafeInteger(sum)) throw overflow();
    return sum;
  };
}

/** The middle one, the mean of the two in the middle of an even count. */
export const medianSum = (ascending: Float64Array): number => quantileOf(ascending, 0.5);
