import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { rejectedRowSchema, type RejectedRow } from '#shared/importing.ts';

export interface RejectedPage {
  readonly total: number;
  readonly rows: readonly RejectedRow[];
}

/** Numbered from `no`, in the order given. */
export function insertRejected(db: Database, importId: number, no: number, rows: readonly RejectedRow[]): void {
  const insert = db.prepare(
    'INSERT INTO rejected_row (import_id, no, file_row, header, field, value, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  rows.forEach(({ row, column, field, value, reason }, i) => {
    insert.run(importId, no + i, row, column, field, value, reason);
  });
}

export function readRejected(db: Database, importId: number, offset: number, limit: number): RejectedPage {
  const count = db.prepare<[number], { total: number }>(
    'SELECT count(*) AS total FROM rejected_row WHERE import_id = ?',
  );
  const rows = db
    .prepare(
      `SELECT file_row AS row, header AS "column", field, value, reason
       FROM rejected_row WHERE import_id = ? ORDER BY no LIMIT ? OFFSET ?`,
    )
    .all(importId, limit, offset);
  return { total: count.get(importId)?.total ?? 0, rows: z.array(rejectedRowSchema).parse(rows) };
}

/** As stored, in order. */
export function eachRejected(db: Database, importId: number): Iterable<readonly (number | string)[]> {
  return db
    .prepare<[number], readonly (number | string)[]>(
      'SELECT file_row, header, field, value, reason FROM rejected_row WHERE import_id = ? ORDER BY no',
    )
    .raw()
    .iterate(importId);
}

export function deleteRejected(db: Database, importId: number): void {
  db.prepare('DELETE FROM rejected_row WHERE import_id = ?').run(importId);
}
