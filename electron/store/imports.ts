import type { Database } from 'better-sqlite3';
import { importRecordSchema, type ImportRecord } from '#shared/importing.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import type { RowRange } from './rows.ts';

export interface StoredImport extends RowRange {
  readonly record: ImportRecord;
  /** SHA-256 over its rows when they were written: see `row-digest.ts`. */
  readonly digest: Buffer;
}

/** Opens an import: its rows refer to it before its record is known. Ids are never used twice. */
export function insertImport(db: Database, kind: RecordKind, firstRowId: number): number {
  const insert = db.prepare(`INSERT INTO import (kind, first_row_id, rows, record, digest) VALUES (?, ?, 0, '', x'')`);
  return Number(insert.run(kind, firstRowId).lastInsertRowid);
}

export function completeImport(db: Database, id: number, record: Omit<ImportRecord, 'id'>, digest: Buffer): void {
  db.prepare('UPDATE import SET rows = ?, record = ?, digest = ? WHERE id = ?').run(
    record.rows,
    JSON.stringify(record),
    digest,
    id,
  );
}

/** In the order they were made. */
export function readImports(db: Database): readonly StoredImport[] {
  return db
    .prepare<[], { id: number; firstRowId: number; rows: number; record: string; digest: Buffer }>(
      'SELECT id, first_row_id AS firstRowId, rows, record, digest FROM import ORDER BY id',
    )
    .all()
    .map(({ id, firstRowId, rows, record: json, digest }) => {
      const stored: unknown = JSON.parse(json);
      const record = importRecordSchema.parse(Object.assign({ id }, stored));
      return { importId: id, kind: record.kind, firstRowId, rows, record, digest };
    });
}

export function deleteImport(db: Database, id: number): void {
  db.prepare('DELETE FROM import WHERE id = ?').run(id);
}
