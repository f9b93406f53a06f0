import type { CodeColumn } from '#engine/ports/workspace-columns.ts';
import type { FinerCells, PlacedRows } from './cell-rows.ts';
import type { Codes } from './fields.ts';
import { remembered } from './remembered.ts';
import type { RowMask } from './row-mask.ts';

/** A bit for every code in every cell: those of cell c stand from word c × `words`. */
export interface Bitmaps {
  readonly bits: Int32Array;
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
  const { known, finer, cellCount } = rows;
  const byMask = remembered(known.bitmaps, codes.codes, () => new Map<RowMask, Bitmaps>());
  return remembered(byMask, mask, () => {
    const words = (codes.members + 31) >>> 5;
    const bits = new Int32Array((cellCount + 1) * words);
    if (finer !== null && fitsBitmaps(finer.rows.cellCount, codes))
      unite(bits, bitmapsOf(finer.rows, mask, codes), finer, cellCount);
    else setBits(bits, words, rows, mask, codes.codes);
    return { bits, words };
  });
}

function setBits(bits: Int32Array, words: number, rows: PlacedRows, mask: RowMask, codes: CodeColumn): void {
  const { positions, first, cells } = rows.rows();
  for (let i = 0; i < cells.length; i++) {
    const row = positions === null ? first + i : (positions[i] ?? 0);
    if (mask !== null && mask[row] !== 1) continue;
    const code = codes[row] ?? 0;
    const at = (cells[i] ?? 0) * words + (code >>> 5);
    bits[at] = (bits[at] ?? 0) | (1 << (code & 31));
  }
  for (let at = 0; at < bits.length; at += words) bits[at] = (bits[at] ?? 0) & ~1;
}

function unite(bits: Int32Array, smaller: Bitmaps, { cells }: FinerCells, none: number): void {
  const { words } = smaller;
  for (let id = 0; id + 1 < cells.length; id++) {
    const cell = cells[id] ?? none;
    if (cell === none) continue;
    const [from, to] = [id * words, cell * words];
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
