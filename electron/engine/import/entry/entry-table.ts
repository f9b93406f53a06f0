import type { RawTable } from '../raw-table.ts';
import { textColumn } from '../tables/cut-table.ts';

/** Rows under a header as a table of texts. The header is row 0 of the file, so that the first row is row 1. */
export function entryTable(header: readonly string[], rows: readonly (readonly string[])[]): RawTable {
  return {
    rows: rows.length + 1,
    fileRows: Int32Array.from({ length: rows.length + 1 }, (_, row) => row),
    columns: header.map((name, at) => textColumn([name, ...rows.map((row) => row[at] ?? '')])),
    dateSystem: 1900,
    merges: [],
    ragged: 0,
  };
}
