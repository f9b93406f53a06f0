import type { CodeColumn } from '#engine/ports/workspace-columns.ts';
import { inBlocks, mayStopAmong } from '#engine/stoppable.ts';
import { membersByCell, type ValuesByCell } from './by-cell.ts';
import type { FinerCells, PlacedRows } from './cell-rows.ts';
import type { Codes } from './fields.ts';
import { remembered } from './remembered.ts';
import type { RowMask } from './row-mask.ts';
import { countByCell } from './sums.ts';

/** A bit for every code in every cell that has a row: those of cell c stand from word `starts[c]`, −1 for a cell without. */
export interface Bitmaps {
  readonly bits: Int32Array;
  readonly starts: Int32Array;
  readonly words: number;
}

/** No more bits a row than this: beyond it codes are sorted by cell instead. */
const BITS_A_ROW = 64;
const ALWAYS = 2 ** 22;

export function fitsBitmaps(cellCount: number, { codes, members }: Codes): boolean {
  return (cellCount + 1) * members <= ALWAYS + BITS_A_ROW * codes.length;
}

/** Which codes the rows that pass the mask have in each cell; the unknown code 0 is none. */
export function bitmapsOf(rows: PlacedRows, mask: RowMask, codes: Codes): Bitmaps {
  const { known, finer } = rows;
  const byMask = remembered(known.bitmaps, codes.codes, () => new Map<RowMask, Bitmaps>());
  return remembered(byMask, mask, () => {
    const words = (codes.members + 31) >>> 5;
    const bitmaps = emptyBitmaps(rows, mask, words);
    if (finer === null) setBits(bitmaps, rows, mask, codes.codes);
    else if (fitsBitmaps(finer.rows.cellCount, codes)) unite(bitmaps, bitmapsOf(finer.rows, mask, codes), finer);
    else setMembers(bitmaps, membersByCell(finer.rows, mask, codes), finer);
    return bitmaps;
  });
}

/** Most cells of a cohort triangle have no row: what is small stays where it is quickly reached. */
function emptyBitmaps(rows: PlacedRows, mask: RowMask, words: number): Bitmaps {
  const { cellCount, known } = rows;
  // Where all rows have been counted, those that pass the mask lie in the same cells.
  const counts = known.counts.get(mask) ?? known.counts.get(null) ?? countByCell(rows, mask);
  const starts = new Int32Array(cellCount + 1).fill(-1);
  let end = 0;
  for (let cell = 0; cell < cellCount; cell++) {
    if (counts[cell] === 0) continue;
    starts[cell] = end;
    end += words;
  }
  // Rows in no cell have theirs after all others.
  starts[cellCount] = end;
  return { bits: new Int32Array(end + words), starts, words };
}

function setBits({ bits, starts, words }: Bitmaps, rows: PlacedRows, mask: RowMask, codes: CodeColumn): void {
  const { positions, first, cells } = rows.rows();
  inBlocks(cells.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = positions === null ? first + i : (positions[i] ?? 0);
      if (mask !== null && mask[row] !== 1) continue;
      const code = codes[row] ?? 0;
      const at = (starts[cells[i] ?? 0] ?? 0) + (code >>> 5);
      bits[at] = (bits[at] ?? 0) | (1 << (code & 31));
    }
  });
  for (let at = 0; at < bits.length; at += words) bits[at] = (bits[at] ?? 0) & ~1;
}

function setMembers({ bits, starts }: Bitmaps, members: ValuesByCell<Int32Array>, { cells }: FinerCells): void {
  for (let id = 0; id + 1 < cells.length; id++) {
    const first = starts[cells[id] ?? 0] ?? 0;
    const end = members.starts[id + 1] ?? 0;
    for (let i = members.starts[id] ?? 0; i < end; i++) {
      const code = members.values[i] ?? 0;
      const at = first + (code >>> 5);
      bits[at] = (bits[at] ?? 0) | (1 << (code & 31));
    }
  }
}

function unite({ bits, starts, words }: Bitmaps, smaller: Bitmaps, { cells }: FinerCells): void {
  for (let id = 0; id + 1 < cells.length; id++) {
    mayStopAmong();
    const from = smaller.starts[id] ?? -1;
    const to = starts[cells[id] ?? 0] ?? -1;
    if (from < 0 || to < 0) continue;
    for (let word = 0; word < words; word++)
      bits[to + word] = (bits[to + word] ?? 0) | (smaller.bits[from + word] ?? 0);
  }
}

/** How many bits of a word are set. */
export function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
