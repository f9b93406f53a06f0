import type { CellRequest } from '#engine/ports/column-queries.ts';
import type { CodeColumn } from '#engine/ports/workspace-columns.ts';
import type { Fields } from './fields.ts';

/** What every way of placing rows goes by. */
export interface Placing {
  readonly fields: Fields;
  readonly request: CellRequest;
  /** Group by row; null where all are in group 0. */
  readonly groups: CodeColumn | null;
  /** Positions that pass the filters, ascending; null for all. */
  readonly selected: Int32Array | null;
  /** How many these are. */
  readonly rows: number;
  /** Wide enough for every key. */
  readonly Keys: Int32ArrayConstructor | Float64ArrayConstructor;
}

/** Positions with the key of the cell each lies in, ascending within a cell. */
export interface Placed {
  readonly positions: Int32Array;
  readonly keys: Int32Array | Float64Array;
}

/** Rows with the cell each lies in; a row stands once for every slot that holds it. */
export interface RowsInCells {
  /** Null where they follow each other in the kind from the row `first`. */
  readonly positions: Int32Array | null;
  readonly first: number;
  /** Cell ids, aligned with the positions; the number of cells for a row in none. */
  readonly cells: CodeColumn;
  /** Null where a row counts whole in each of its cells. */
  readonly shares: Shares | null;
}

/** Of a spread, aligned with the positions: how much of a row's weight lies before its cell, how much before the cell's end, and all of it. */
export interface Shares {
  readonly before: Float64Array;
  readonly through: Float64Array;
  readonly whole: Float64Array;
}
