import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { TypedField } from '#engine/ports/import-writer.ts';
import type { FieldInfo } from '#engine/ports/workspace-columns.ts';
import { AppError } from '#shared/errors.ts';
import { RECORD_KINDS, type RecordKind } from '#shared/record-kinds.ts';
import { UNITS } from '#shared/units.ts';
import { dimensionOf } from './dimension.ts';
import { rowTable } from './schema.ts';

const storedFieldSchema = z.object({
  id: z.int().positive(),
  kind: z.enum(RECORD_KINDS),
  key: z.string(),
  type: z.enum(['date', 'instant', 'text', 'decimal', 'flag']),
  unit: z.enum(UNITS).nullable(),
  label: z.string().nullable(),
  dimension: z.string().nullable(),
  identifier: z.int().transform((flag) => flag === 1),
});

/** SQLite's own limit. */
const MOST_COLUMNS = 2000;

export interface StoredField extends FieldInfo {
  readonly id: number;
  readonly kind: RecordKind;
}

/** Column of a field in its kind's row table. The id is the database's own integer, so the name is safe in SQL text. */
export function columnName(field: StoredField): string {
  return `f${field.id}`;
}

/** All fields, by kind, key and type: the order digests are taken in. */
export function readFields(db: Database): readonly StoredField[] {
  return db
    .prepare(
      'SELECT id, kind, key, type, unit, label, dimension, identifier FROM field ORDER BY kind, key COLLATE BINARY, type',
    )
    .all()
    .map((row) => storedFieldSchema.parse(row));
}

/** The stored field of a key and type, created with its column when this is the first value of it. */
export function ensureField(db: Database, kind: RecordKind, typed: TypedField): StoredField {
  const { type, unit, label, identifier } = typed;
  const key = typed.key.toWellFormed();
  const known = db
    .prepare(
      'SELECT id, kind, key, type, unit, label, dimension, identifier FROM field WHERE kind = ? AND key = ? AND type = ?',
    )
    .get(kind, key, type);
  if (known !== undefined) return storedFieldSchema.parse(known);
  const dimension = type === 'text' ? dimensionOf(kind, typed) : null;
  const { lastInsertRowid } = db
    .prepare('INSERT INTO field (kind, key, type, unit, label, dimension, identifier) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(kind, key, type, unit, label, dimension, identifier ? 1 : 0);
  const field = { id: Number(lastInsertRowid), kind, key, type, unit, label, dimension, identifier };
  if (hasColumn(db, field)) return field;
  if (countColumns(db, kind) >= MOST_COLUMNS) {
    throw new AppError('E_FILE_TOO_LARGE', 'The workspace cannot hold that many columns of one kind.', {
      limit: MOST_COLUMNS,
    });
  }
  db.exec(`ALTER TABLE ${rowTable(kind)} ADD COLUMN ${columnName(field)} INTEGER`);
  return field;
}

/** Forgets the kind's fields that no row has a value in. Their empty columns stay for the next field of that id. */
export function deleteEmptyFields(db: Database, fields: readonly StoredField[]): void {
  for (const field of fields) {
    const isUsed = db.prepare(`SELECT 1 FROM ${rowTable(field.kind)} WHERE ${columnName(field)} IS NOT NULL LIMIT 1`);
    if (isUsed.get() === undefined) db.prepare('DELETE FROM field WHERE id = ?').run(field.id);
  }
}

function countColumns(db: Database, kind: RecordKind): number {
  const count = db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM pragma_table_info(?)');
  return count.get(rowTable(kind))?.n ?? 0;
}

function hasColumn(db: Database, field: StoredField): boolean {
  const columns = db.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?');
  return columns.get(rowTable(field.kind), columnName(field)) !== undefined;
}
