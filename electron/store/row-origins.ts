import type { Database } from 'better-sqlite3';
import type { StoredImport } from './imports.ts';
import { rowTable } from './schema.ts';

/** Where rows came from, by position in the kind's columns. */
export interface RowOrigins {
  /** Places in `imports`. */
  readonly imports: Int32Array;
  /** Row number in the file. */
  readonly fileRows: Int32Array;
}

/** The origins of all rows of a kind that count; `imports` are those of the kind. */
export function readOrigins(db: Database, imports: readonly StoredImport[]): RowOrigins {
  const rows = imports.reduce((sum, { liveRows }) => sum + liveRows, 0);
  const origins = { imports: new Int32Array(rows), fileRows: new Int32Array(rows) };
  let position = 0;
  imports.forEach(({ kind, firstRowId, rows: all, live, liveRows }, place) => {
    origins.imports.fill(place, position, position + liveRows);
    const select = db
      .prepare<[number, number], number>(`SELECT file_row FROM ${rowTable(kind)} WHERE id >= ? AND id < ? ORDER BY id`)
      .pluck();
    let row = 0;
    for (const fileRow of select.iterate(firstRowId, firstRowId + all)) {
      if (live === null || live[row] === 1) origins.fileRows[position++] = fileRow;
      row++;
    }
  });
  return origins;
}
