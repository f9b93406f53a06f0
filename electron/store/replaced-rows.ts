import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { RowRange } from './rows.ts';

/** Rows of one import that do not count as long as a later one, `importId`, is there: one bit a row. */
export interface ReplacedRows {
  readonly importId: number;
  readonly ofImport: number;
  readonly data: Uint8Array;
  /** The bytes are those that were written. */
  readonly intact: boolean;
}

/**
 * Stores which rows give way to an import. `stored` are the imports of its kind, `rows` ascending places in all their
 * rows. Rows that do not count already are named as well: they stay out when what replaced them first is undone.
 */
export function insertReplaced(db: Database, importId: number, stored: readonly RowRange[], rows: Int32Array): void {
  const insert = db.prepare('INSERT INTO replaced (import_id, of_import, crc, data) VALUES (?, ?, ?, ?)');
  let [at, first] = [0, 0];
  for (const range of stored) {
    const data = new Uint8Array(Math.ceil(range.rows / 8));
    const from = at;
    for (; at < rows.length; at++) {
      const offset = (rows[at] ?? 0) - first;
      if (offset >= range.rows) break;
      data[offset >> 3] = (data[offset >> 3] ?? 0) | (1 << (offset & 7));
    }
    if (at > from) insert.run(importId, range.importId, crc32(data), data);
    first += range.rows;
  }
  if (at < rows.length) throw new RangeError(`There is no row at position ${String(rows[at])}.`);
}

/** By the imports that replace, then by those replaced. */
export function readReplaced(db: Database): readonly ReplacedRows[] {
  return db
    .prepare<[], { importId: number; ofImport: number; crc: number; data: Uint8Array }>(
      'SELECT import_id AS importId, of_import AS ofImport, crc, data FROM replaced ORDER BY import_id, of_import',
    )
    .all()
    .map(({ importId, ofImport, crc, data }) => ({ importId, ofImport, data, intact: crc32(data) === crc }));
}

/** What an import replaced counts again, unless another one replaced it too. */
export function deleteReplaced(db: Database, importId: number): void {
  db.prepare('DELETE FROM replaced WHERE import_id = ? OR of_import = ?').run(importId, importId);
}

/** By row of an import: 1 where it counts. Null when nothing of it is replaced. */
export function liveRows(replaced: readonly ReplacedRows[], importId: number, rows: number): Uint8Array | null {
  const own = replaced.filter(({ ofImport }) => ofImport === importId);
  if (own.length === 0) return null;
  const live = new Uint8Array(rows).fill(1);
  for (const { data } of own) {
    for (let row = 0; row < rows; row++) if (((data[row >> 3] ?? 0) & (1 << (row & 7))) !== 0) live[row] = 0;
  }
  return live;
}

/** An earlier import of the same kind, and as many bits as it has rows. */
export function isSound({ importId, ofImport, data, intact }: ReplacedRows, imports: readonly RowRange[]): boolean {
  const by = imports.find((one) => one.importId === importId);
  const of = imports.find((one) => one.importId === ofImport);
  if (!intact || by === undefined || of === undefined) return false;
  const spare = data.length * 8 - of.rows;
  const isFull = spare >= 0 && spare < 8 && (data.at(-1) ?? 0) >> (8 - spare) === 0;
  return ofImport < importId && by.kind === of.kind && isFull;
}
