import type { ReadingOptions, TableYear } from '#shared/importing.ts';

/**
 * A table as it stands in a file, lossless and columnar: what every reader in `files/` produces and everything in
 * `engine/import` consumes. No string per cell, no float: a number keeps its digits.
 *
 * Per cell a tag and a value:
 * - EMPTY            nothing
 * - TEXT             value is an index into the column's `texts`
 * - BOOLEAN          value 0 or 1
 * - ERROR            value is an index into `texts` (`#REF!`)
 * - NO_CACHED_VALUE  a formula whose result the file does not hold
 * - DATE             a workbook number with a date format: value is the serial (fraction = time), see `RawTable.dateSystem`
 * - DOT + d          a plain number with d decimals after a dot (d 0 to 15): value is the digits as a signed integer.
 *                    `-12.50` is tag DOT + 2, value -1250. Integers are DOT + 0. Workbook numbers too, at 15 significant digits.
 * - COMMA + d        the same with a comma (d 1 to 15): `12,50` is COMMA + 2, 1250. `1,234` is COMMA + 3, 1234:
 *                    whether that is a thousand is decided per column.
 * A number with more than 15 digits, a leading zero before a digit (`00123`), an exponent, a group mark, a currency, a
 * trailing minus and the like is TEXT, so that nothing is lost before the column's reading is known.
 */
export const EMPTY = 0;
export const TEXT = 1;
export const BOOLEAN = 2;
export const ERROR = 3;
export const NO_CACHED_VALUE = 4;
export const DATE = 5;
export const DOT = 16;
export const COMMA = 32;

/** Rows in one block; the last block of a table may be shorter. */
export const BLOCK_ROWS = 65_536;

export interface RawBlock {
  readonly tags: Uint8Array;
  /** As narrow as the values of the block allow. */
  readonly values: Uint16Array | Int32Array | Float64Array;
}

export interface RawColumn {
  /** Aligned with the table's blocks; null for a block that is empty in this column. */
  readonly blocks: readonly (RawBlock | null)[];
  /** Distinct texts; shared by all columns of a workbook, one list per column in a text file. */
  readonly texts: readonly string[];
  /** Currencies that the formats of its numbers write beside them, as they are written: `kr`, `$`, `USD`. */
  readonly currencies?: readonly string[];
}

/**
 * What became of rows of the file before the table got the shape it has: notes cut off below it, headers and titles of
 * united sheets, totals of a cross-tab. They are no rows of the table; the receipt counts them all the same.
 */
export interface TableLayout {
  readonly rows: { readonly header: number; readonly skipped: number; readonly totals: number };
  /** The skipped ones to show, at most 100. */
  readonly skippedRows: readonly { readonly row: number; readonly text: string }[];
  readonly notices: readonly { readonly code: string; readonly details: Readonly<Record<string, string | number>> }[];
  /** Ten-thousandths by column: the file's own totals that are no longer rows. */
  readonly control: ReadonlyMap<number, number>;
  /** What the layout knows about the columns (by index) and the kind; the user's word comes first. */
  readonly reading: Pick<ReadingOptions, 'kind' | 'columns'>;
  /** Of months that were columns; while its value is null their dates stand in `UNKNOWN_YEAR`. */
  readonly year?: TableYear;
}

/** Stands for a year that nobody has said yet: such a table is shown, but not imported. */
export const UNKNOWN_YEAR = 1900;

export interface RawTable {
  /** Rows held: every row of the file in order, blank ones included where the format counts them. */
  readonly rows: number;
  /** Row number in the file (1-based) of the rows, or null when row i is file row i + 1. */
  readonly fileRows: Int32Array | null;
  readonly columns: readonly RawColumn[];
  readonly dateSystem: 1900 | 1904;
  /** Merged ranges in rows (of this table) and columns, 0-based, inclusive; only those touching the first 50 rows. */
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  /** Rows (0-based) with more cells than the header had, in text files: their surplus cells stand in extra columns. */
  readonly ragged: number;
  /** Rows with content that a filter or a person has hidden in the workbook; they are read like all others. */
  readonly hiddenRows?: number;
  /** Absent for a table as it stands in the file. */
  readonly layout?: TableLayout;
}
