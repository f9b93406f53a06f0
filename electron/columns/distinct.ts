import type { RowsByCell } from './by-cell.ts';
import type { Codes } from './fields.ts';

/** Rows of one kind by cell, whose codes are those of the other kinds. */
export interface CodesByCell {
  readonly rows: RowsByCell;
  readonly codes: Codes;
  /** Their own id of a cell, −1 for none; null where ids are common. */
  readonly ids: Int32Array | null;
}

/** Different codes by cell id over all lists; the unknown code 0 is none. */
export function distinctByCell(lists: readonly CodesByCell[], cellCount: number): Int32Array {
  const counts = new Int32Array(cellCount);
  const stamps = stampsFor(lists);
  for (let cell = 0; cell < cellCount; cell++)
    for (const list of lists) counts[cell] = (counts[cell] ?? 0) + stampCell(list, cell, stamps, cell + 1);
  return counts;
}

/** Different codes by cell id that stand in the same cell of the list `before` as well: all but those that are new beside them. */
export function keptByCell(now: CodesByCell, before: CodesByCell, cellCount: number): Int32Array {
  const counts = new Int32Array(cellCount);
  const stamps = stampsFor([now, before]);
  for (let cell = 0; cell < cellCount; cell++) {
    const stamp = 2 * cell + 1;
    stampCell(before, cell, stamps, stamp);
    const fresh = stampCell(now, cell, stamps, stamp);
    counts[cell] = stampCell(now, cell, stamps, stamp + 1) - fresh;
  }
  return counts;
}

/** A stamp a code says where it was last met. */
function stampsFor(lists: readonly CodesByCell[]): Int32Array {
  return new Int32Array(Math.max(1, ...lists.map(({ codes }) => codes.members)));
}

/** How many codes of a cell did not have the stamp, and now have it. */
function stampCell(list: CodesByCell, cell: number, stamps: Int32Array, stamp: number): number {
  const { codes } = list.codes;
  const { starts, positions } = list.rows;
  const own = list.ids === null ? cell : (list.ids[cell] ?? -1);
  if (own < 0) return 0;
  const end = starts[own + 1] ?? 0;
  let count = 0;
  for (let i = starts[own] ?? 0; i < end; i++) {
    const code = codes[positions[i] ?? 0] ?? 0;
    if (code === 0 || stamps[code] === stamp) continue;
    stamps[code] = stamp;
    count += 1;
  }
  return count;
}
