import type { RowsByCell } from './by-cell.ts';
import type { Codes } from './fields.ts';

/** Rows of one kind by cell, whose codes are those of the other kinds. */
export interface CodesByCell {
  readonly rows: RowsByCell;
  readonly codes: Codes;
  /** Their own id of a cell, −1 for none; null where ids are common. */
  readonly ids: Int32Array | null;
}

/** Different codes by cell id over all lists; the unknown code 0 is none. A stamp a code says in which cell it was last met. */
export function distinctByCell(lists: readonly CodesByCell[], cellCount: number): Int32Array {
  const counts = new Int32Array(cellCount);
  const stamps = stampsFor(lists);
  for (let cell = 0; cell < cellCount; cell++)
    for (const list of lists) counts[cell] = (counts[cell] ?? 0) + restamp(list, cell, stamps, cell + 1);
  return counts;
}

/** Different codes by cell id that stand in the same cell of the list `before` as well. */
export function keptByCell(now: CodesByCell, before: CodesByCell, cellCount: number): Int32Array {
  const counts = new Int32Array(cellCount);
  const stamps = stampsFor([now, before]);
  for (let cell = 0; cell < cellCount; cell++) {
    const met = 2 * cell + 1;
    if (restamp(before, cell, stamps, met) > 0) counts[cell] = restamp(now, cell, stamps, met + 1, met);
  }
  return counts;
}

function stampsFor(lists: readonly CodesByCell[]): Int32Array {
  const stamps = new Int32Array(Math.max(1, ...lists.map(({ codes }) => codes.members)));
  return stamps;
}

/** How many codes of a cell had another stamp, and now have this; of those with the stamp `from` alone where that is given. */
function restamp(
  { rows: { starts, positions }, codes: { codes }, ids }: CodesByCell,
  cell: number,
  stamps: Int32Array,
  stamp: number,
  from: number | null = null,
): number {
  const own = ids === null ? cell : (ids[cell] ?? -1);
  if (own < 0) return 0;
  const end = starts[own + 1] ?? 0;
  let count = 0;
  for (let i = starts[own] ?? 0; i < end; i++) {
    const code = codes[positions[i] ?? 0] ?? 0;
    if (code === 0) continue;
    const last = stamps[code] ?? 0;
    if (last === stamp || (from !== null && last !== from)) continue;
    stamps[code] = stamp;
    count += 1;
  }
  return count;
}
