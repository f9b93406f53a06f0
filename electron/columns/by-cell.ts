import type { PlacedRows } from './cell-rows.ts';
import { remembered } from './remembered.ts';
import type { RowMask } from './row-mask.ts';
import { countByCell } from './sums.ts';

/** Positions sorted by cell: those of cell c stand from `starts[c]` to before `starts[c + 1]`. */
export interface RowsByCell {
  readonly starts: Int32Array;
  readonly positions: Int32Array;
}

/** A counting sort of the rows that pass the mask, once for a mask. */
export function rowsByCell(rows: PlacedRows, mask: RowMask): RowsByCell {
  return remembered(rows.sorted, mask, () => sortedRows(rows, mask));
}

function sortedRows(rows: PlacedRows, mask: RowMask): RowsByCell {
  const { positions, cells, cellCount } = rows;
  const counts = countByCell(rows, mask);
  const starts = new Int32Array(cellCount + 1);
  for (let cell = 0; cell < cellCount; cell++) starts[cell + 1] = (starts[cell] ?? 0) + (counts[cell] ?? 0);
  const next = starts.slice(0, cellCount);
  const sorted = new Int32Array(starts[cellCount] ?? 0);
  for (let i = 0; i < cells.length; i++) {
    const row = positions[i] ?? 0;
    if (mask !== null && mask[row] !== 1) continue;
    const cell = cells[i] ?? 0;
    const at = next[cell] ?? 0;
    sorted[at] = row;
    next[cell] = at + 1;
  }
  return { starts, positions: sorted };
}
