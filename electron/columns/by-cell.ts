import type { CodeColumn, DecimalColumn } from '#engine/ports/workspace-columns.ts';
import { inBlocks } from '#engine/stoppable.ts';
import type { FinerCells, PlacedRows } from './cell-rows.ts';
import type { Codes } from './fields.ts';
import type { RowsInCells } from './placing.ts';
import { remembered } from './remembered.ts';
import type { RowMask } from './row-mask.ts';
import { countByCell } from './sums.ts';

/** Positions sorted by cell: those of cell c stand from `starts[c]` to before `starts[c + 1]`. */
export interface RowsByCell {
  readonly starts: Int32Array;
  readonly positions: Int32Array;
}

/** What stands in a column, sorted by cell in the same way. */
export interface ValuesByCell<T> {
  readonly starts: Int32Array;
  readonly values: T;
}

/** A counting sort of the rows that pass the mask, once for a mask. */
export function rowsByCell(rows: PlacedRows, mask: RowMask): RowsByCell {
  return remembered(rows.known.sorted, mask, () => {
    const starts = startsOf(rows, mask);
    const positions = new Int32Array(starts.at(-1) ?? 0);
    sort(rows, mask, starts, positions, null);
    return { starts, positions };
  });
}

/** The different codes of the rows that pass the mask; the unknown code 0 is none. Larger cells have those of the cells they are made of. */
export function membersByCell(rows: PlacedRows, mask: RowMask, { codes, members }: Codes): ValuesByCell<Int32Array> {
  const { known, finer, cellCount } = rows;
  const byMask = remembered(known.members, codes, () => new Map<RowMask, ValuesByCell<Int32Array>>());
  return remembered(byMask, mask, () => {
    if (finer !== null)
      return onlyDifferent(
        inLargerCells(membersByCell(finer.rows, mask, { codes, members }), finer, cellCount),
        members,
      );
    const starts = startsOf(rows, mask);
    const values = new Int32Array(starts.at(-1) ?? 0);
    sort(rows, mask, starts, values, codes);
    return onlyDifferent({ starts, values }, members);
  });
}

function inLargerCells(
  smaller: ValuesByCell<Int32Array>,
  { cells }: FinerCells,
  cellCount: number,
): ValuesByCell<Int32Array> {
  const starts = new Int32Array(cellCount + 2);
  const sizeOf = (id: number): number => (smaller.starts[id + 1] ?? 0) - (smaller.starts[id] ?? 0);
  for (let id = 0; id + 1 < cells.length; id++) {
    const after = (cells[id] ?? cellCount) + 1;
    starts[after] = (starts[after] ?? 0) + sizeOf(id);
  }
  for (let cell = 1; cell < starts.length; cell++) starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0);
  const next = starts.slice();
  const values = new Int32Array(starts.at(-1) ?? 0);
  for (let id = 0; id + 1 < cells.length; id++) {
    const cell = cells[id] ?? cellCount;
    let at = next[cell] ?? 0;
    const end = smaller.starts[id + 1] ?? 0;
    for (let i = smaller.starts[id] ?? 0; i < end; i++) values[at++] = smaller.values[i] ?? 0;
    next[cell] = at;
  }
  // What lies in none stands last.
  return { starts: starts.subarray(0, cellCount + 1), values };
}

/** Of a code that a cell has several times the first, in place. A stamp a code says in which cell it was last met. */
function onlyDifferent({ starts, values }: ValuesByCell<Int32Array>, members: number): ValuesByCell<Int32Array> {
  const stamps = new Int32Array(members);
  const ends = new Int32Array(starts.length);
  let count = 0;
  for (let stamp = 1; stamp < starts.length; stamp++) {
    const end = starts[stamp] ?? 0;
    for (let i = starts[stamp - 1] ?? 0; i < end; i++) {
      const code = values[i] ?? 0;
      if (code === 0 || stamps[code] === stamp) continue;
      stamps[code] = stamp;
      values[count++] = code;
    }
    ends[stamp] = count;
  }
  return { starts: ends, values: values.slice(0, count) };
}

/** The same of decimals. */
export function decimalsByCell(rows: PlacedRows, mask: RowMask, decimals: DecimalColumn): ValuesByCell<Float64Array> {
  const starts = startsOf(rows, mask);
  const values = new Float64Array(starts.at(-1) ?? 0);
  sort(rows, mask, starts, values, decimals);
  return { starts, values };
}

function startsOf(rows: PlacedRows, mask: RowMask): Int32Array {
  const counts = countByCell(rows, mask);
  const starts = new Int32Array(counts.length + 1);
  for (let cell = 0; cell < counts.length; cell++) starts[cell + 1] = (starts[cell] ?? 0) + (counts[cell] ?? 0);
  return starts;
}

/** Puts what stands in a column, or the positions themselves, in the order of cells. */
function sort(
  rows: PlacedRows,
  mask: RowMask,
  starts: Int32Array,
  into: Int32Array | Float64Array,
  column: CodeColumn | DecimalColumn | null,
): void {
  const { positions, first, cells } = rows.rows();
  const { cellCount } = rows;
  const next = starts.slice(0, cellCount);
  inBlocks(cells.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = positions === null ? first + i : (positions[i] ?? 0);
      const cell = cells[i] ?? 0;
      if (cell === cellCount || (mask !== null && mask[row] !== 1)) continue;
      const at = next[cell] ?? 0;
      into[at] = column === null ? row : (column[row] ?? 0);
      next[cell] = at + 1;
    }
  });
}

/** Positions of the rows of one cell that pass the mask. */
export function positionsIn({ positions, first, cells }: RowsInCells, cell: number, mask: RowMask): Int32Array {
  const found: number[] = [];
  for (let i = 0; i < cells.length; i++) {
    const row = positions === null ? first + i : (positions[i] ?? 0);
    if (cells[i] === cell && (mask === null || mask[row] === 1)) found.push(row);
  }
  return Int32Array.from(found);
}
