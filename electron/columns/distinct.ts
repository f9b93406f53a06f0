import { mayStop, mayStopAmong, STEPS } from '#engine/stoppable.ts';
import { bitCount, bitmapsOf, fitsBitmaps, type Bitmaps } from './bitmaps.ts';
import { membersByCell, type ValuesByCell } from './by-cell.ts';
import type { PlacedRows } from './cell-rows.ts';
import type { Codes } from './fields.ts';
import type { RowMask } from './row-mask.ts';

/** Rows of one kind by cell, whose codes are those of the other kinds. */
export interface CodesByCell {
  readonly rows: PlacedRows;
  readonly mask: RowMask;
  readonly codes: Codes;
  /** Their own id of a cell, −1 for none; null where ids are common. */
  readonly ids: Int32Array | null;
}

/** Different codes by cell id over all lists; the unknown code 0 is none. */
export function distinctByCell(lists: readonly CodesByCell[], cellCount: number): Int32Array {
  const counts = new Int32Array(cellCount);
  const inBits = bitsOf(lists);
  if (inBits !== null) {
    for (let cell = 0; cell < cellCount; cell++) {
      mayStopAmong();
      counts[cell] = countUnited(inBits, cell);
    }
    return counts;
  }
  const sorted = lists.map(sortedOf);
  const [only, ...others] = sorted;
  if (only !== undefined && only.ids === null && others.length === 0) {
    for (let cell = 0; cell < cellCount; cell++) counts[cell] = (only.starts[cell + 1] ?? 0) - (only.starts[cell] ?? 0);
    return counts;
  }
  const stamps = stampsFor(lists);
  for (let cell = 0; cell < cellCount; cell++)
    for (const list of sorted) counts[cell] = (counts[cell] ?? 0) + stampCell(list, cell, stamps, cell + 1);
  return counts;
}

/** Different codes by cell id that stand in the same cell of the list `before` as well: all but those that are new beside them. */
export function keptByCell(now: CodesByCell, before: CodesByCell, cellCount: number): Int32Array {
  const counts = new Int32Array(cellCount);
  const [mine, others] = bitsOf([now, before]) ?? [];
  if (mine !== undefined && others !== undefined) {
    for (let cell = 0; cell < cellCount; cell++) counts[cell] = countCommon(mine, others, cell);
    return counts;
  }
  const [own, earlier] = [sortedOf(now), sortedOf(before)];
  const stamps = stampsFor([now, before]);
  for (let cell = 0; cell < cellCount; cell++) {
    const stamp = 2 * cell + 1;
    stampCell(earlier, cell, stamps, stamp);
    const fresh = stampCell(own, cell, stamps, stamp);
    counts[cell] = stampCell(own, cell, stamps, stamp + 1) - fresh;
  }
  return counts;
}

interface BitsOfList extends Bitmaps {
  readonly ids: Int32Array | null;
}

/** Null where the bits of some list would take too much room. */
function bitsOf(lists: readonly CodesByCell[]): readonly BitsOfList[] | null {
  if (!lists.every(({ rows, codes }) => fitsBitmaps(rows.cellCount, codes))) return null;
  return lists.map(({ rows, mask, codes, ids }) => ({ ...bitmapsOf(rows, mask, codes), ids }));
}

/** Place of a cell's first word; −1 where the list has no such cell. */
function startOf({ ids, starts }: BitsOfList, cell: number): number {
  const own = ids === null ? cell : (ids[cell] ?? -1);
  return starts[own] ?? -1;
}

function countUnited(lists: readonly BitsOfList[], cell: number): number {
  let count = 0;
  const [only, ...others] = lists;
  if (only !== undefined && others.length === 0) {
    const from = startOf(only, cell);
    for (let word = from < 0 ? only.words : 0; word < only.words; word++)
      count += bitCount(only.bits[from + word] ?? 0);
    return count;
  }
  const starts = lists.map((list) => startOf(list, cell));
  const most = Math.max(0, ...lists.map(({ words }) => words));
  for (let word = 0; word < most; word++) {
    let bits = 0;
    for (const [i, list] of lists.entries()) {
      const from = starts[i] ?? -1;
      if (from >= 0 && word < list.words) bits |= list.bits[from + word] ?? 0;
    }
    count += bitCount(bits);
  }
  return count;
}

function countCommon(a: BitsOfList, b: BitsOfList, cell: number): number {
  const [from, other] = [startOf(a, cell), startOf(b, cell)];
  if (from < 0 || other < 0) return 0;
  let count = 0;
  for (let word = 0; word < Math.min(a.words, b.words); word++)
    count += bitCount((a.bits[from + word] ?? 0) & (b.bits[other + word] ?? 0));
  return count;
}

interface SortedCodes extends ValuesByCell<Int32Array> {
  readonly ids: Int32Array | null;
}

const sortedOf = ({ rows, mask, codes, ids }: CodesByCell): SortedCodes => ({
  ...membersByCell(rows, mask, codes),
  ids,
});

/** A stamp a code says where it was last met. */
function stampsFor(lists: readonly CodesByCell[]): Int32Array {
  return new Int32Array(Math.max(1, ...lists.map(({ codes }) => codes.members)));
}

/** How many codes of a cell did not have the stamp, and now have it. */
function stampCell({ starts, values, ids }: SortedCodes, cell: number, stamps: Int32Array, stamp: number): number {
  const own = ids === null ? cell : (ids[cell] ?? -1);
  if (own < 0) return 0;
  const end = starts[own + 1] ?? 0;
  let count = 0;
  for (let i = starts[own] ?? 0; i < end; i++) {
    if ((i & STEPS) === 0) mayStop();
    const code = values[i] ?? 0;
    if (stamps[code] === stamp) continue;
    stamps[code] = stamp;
    count += 1;
  }
  return count;
}
