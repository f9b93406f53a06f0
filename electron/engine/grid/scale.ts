import type { Grid } from '#shared/grid.ts';
import type { Shower } from './shown-value.ts';

/** Cells that are looked at for the scales of a whole table: some tens of milliseconds. */
const MOST_CELLS = 20_000;

/**
 * Least and greatest of the cells between members, totals left aside; null where none has a value. Of a table with more than
 * 20 000 of them every second, third … line is looked at, on both axes alike, the first and the last always.
 * Example: 3, no value and 8 give 3 to 8.
 */
export function scaleOf(show: Shower, rows: Int32Array, columns: Int32Array, values: number): Grid['scales'][number] {
  const most = MOST_CELLS / values;
  const across = evenly(columns, Math.max(Math.sqrt(most), most / Math.max(1, rows.length)));
  const down = evenly(rows, most / Math.max(1, across.length));
  let [least, greatest] = [Infinity, -Infinity];
  for (const row of down)
    for (const column of across) {
      const value = show({ row, column })?.value ?? null;
      if (value === null) continue;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
  return least <= greatest ? { least, greatest } : null;
}

function evenly(groups: Int32Array, most: number): Int32Array {
  const count = Math.max(1, Math.floor(most));
  if (groups.length <= count) return groups;
  const step = (groups.length - 1) / Math.max(1, count - 1);
  return Int32Array.from({ length: count }, (_, i) => groups[Math.round(i * step)] ?? 0);
}
