import type { RowsByCell } from './by-cell.ts';
import type { Codes } from './fields.ts';

/** Different codes by cell id; the unknown code 0 is none. A stamp a code says in which cell it was last met. */
export function distinctByCell({ starts, positions }: RowsByCell, { codes, members }: Codes): Int32Array {
  const cellCount = starts.length - 1;
  const counts = new Int32Array(cellCount);
  const stamps = new Int32Array(members);
  stamps[0] = -1;
  for (let cell = 0; cell < cellCount; cell++) {
    const stamp = cell + 1;
    const end = starts[stamp] ?? 0;
    let count = 0;
    for (let i = starts[cell] ?? 0; i < end; i++) {
      const code = codes[positions[i] ?? 0] ?? 0;
      if (code === 0 || stamps[code] === stamp) continue;
      stamps[code] = stamp;
      count += 1;
    }
    counts[cell] = count;
  }
  return counts;
}
