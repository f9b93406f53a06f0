import type { StoredField } from './fields.ts';
import type { Segment } from './segment-codec.ts';

/** Rows held at a time while they are written or read again, and rows of a full segment. */
export const CHUNK_ROWS = 65_536;

export interface ChunkColumn {
  readonly field: StoredField;
  /** Workspace codes, days, minutes, ten-thousandths or 0/1; NaN where missing. */
  readonly values: Float64Array;
  /** The same values encoded. */
  readonly segment: Segment;
}

/** Consecutive rows of one import. Columns without any value in them are left out; the rest stand by key and type. */
export interface Chunk {
  readonly no: number;
  readonly rows: number;
  readonly fileRows: Int32Array;
  readonly columns: readonly ChunkColumn[];
}
