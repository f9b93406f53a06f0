import type { Database } from 'better-sqlite3';
import { importRecordSchema, type ImportRecord, type NewImportRecord } from '#shared/importing.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { liveRows, readReplaced } from './replaced-rows.ts';
import type { RowRange } from './rows.ts';
import { sealOfImport } from './seal.ts';

export interface StoredImport extends RowRange {
  readonly record: ImportRecord;
  /** By row: 1 where it counts, 0 where a later import replaced it; null when all count. */
  readonly live: Uint8Array | null;
  /** How many count. */
  readonly liveRows: number;
  /** Which rows count cannot be told. */
  readonly isDamaged: boolean;
  /** SHA-256 over its rows when they were written: see `row-digest.ts`. */
  readonly rowDigest: Buffer;
  /** SHA-256 over the rest of it: see `seal.ts`. */
  readonly seal: Buffer;
}

/** Opens an import: its rows refer to it before its record is known. Ids are never used twice. */
export function insertImport(db: Database, kind: RecordKind, firstRowId: number): number {
  const insert = db.prepare(
    `INSERT INTO import (kind, first_row_id, rows, record, row_digest, seal) VALUES (?, ?, 0, '', x'', x'')`,
  );
  return Number(insert.run(kind, firstRowId).lastInsertRowid);
}

/** Everything else of the import is stored already: the seal is taken of it as it stands. */
export function completeImport(db: Database, id: number, record: NewImportRecord, rowDigest: Buffer): void {
  db.prepare('UPDATE import SET rows = ?, record = ?, row_digest = ? WHERE id = ?').run(
    record.rows,
    JSON.stringify(record),
    rowDigest,
    id,
  );
  db.prepare('UPDATE import SET seal = ? WHERE id = ?').run(sealOfImport(db, id), id);
}

/** In the order they were made; `asOf` an import, those that were there then, with the rows that counted then. */
export function readImports(db: Database, asOf = Number.MAX_SAFE_INTEGER): readonly StoredImport[] {
  const replaced = readReplaced(db).filter(({ importId }) => importId <= asOf);
  return db
    .prepare<
      [number],
      { id: number; firstRowId: number; rows: number; record: string; rowDigest: Buffer; seal: Buffer }
    >(
      'SELECT id, first_row_id AS firstRowId, rows, record, row_digest AS rowDigest, seal FROM import WHERE id <= ? ORDER BY id',
    )
    .all(asOf)
    .map(({ id, firstRowId, rows, record: json, rowDigest, seal }) => {
      const stored: unknown = JSON.parse(json);
      const live = liveRows(replaced, id, rows);
      const isDamaged = replaced.some(({ ofImport, intact }) => ofImport === id && !intact);
      const count = live?.reduce((sum, counts) => sum + counts, 0) ?? rows;
      const record = importRecordSchema.parse(Object.assign({ id, replaced: rows - count }, stored));
      return {
        importId: id,
        kind: record.kind,
        firstRowId,
        rows,
        record,
        live,
        liveRows: count,
        isDamaged,
        rowDigest,
        seal,
      };
    });
}

export function deleteImport(db: Database, id: number): void {
  db.prepare('DELETE FROM import WHERE id = ?').run(id);
}
