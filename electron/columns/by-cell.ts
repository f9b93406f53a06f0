import type { CodeColumn, DecimalColumn } from '#engine/ports/workspace-columns.ts';
import type { PlacedRows } from './cell-rows.ts';
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

/** Codes of the rows that pass the mask, without a way back to the rows. */
export function codesByCell(rows: PlacedRows, mask: RowMask, codes: CodeColumn): ValuesByCell<Int32Array> {
  const starts = startsOf(rows, mask);
  const values = new Int32Array(starts.at(-1) ?? 0);
  sort(rows, mask, starts, values, codes);
  return { starts, values };
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
  for (let i = 0; i < cells.length; i++) {
    const row = positions === null ? first + i : (positions[i] ?? 0);
    const cell = cells[i] ?? 0;
    if (cell === cellCount || (mask !== null && mask[row] !== 1)) continue;
    const at = next[cell] ?? 0;
    into[at] = column === null ? row : (column[row] ?? 0);
    next[cell] = at + 1;
  }
}
