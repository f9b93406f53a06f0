import type { CellRequest } from '#engine/ports/column-queries.ts';
import type { Fields } from './fields.ts';

/** What every way of placing rows goes by. */
export interface Placing {
  readonly fields: Fields;
  readonly request: CellRequest;
  /** Group by row; null where all are in group 0. */
  readonly groups: Int32Array | null;
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

/** Of a spread, aligned with the positions: how much of a row's weight lies before its cell, how much before the cell's end, and all of it. */
export interface Shares {
  readonly before: Float64Array;
  readonly through: Float64Array;
  readonly whole: Float64Array;
}
