import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';

/** Content keys cannot be made again from the rows here: they come with the import and are checked whenever they are read. */
export interface StoredKeySegment {
  readonly data: Uint8Array;
  readonly intact: boolean;
}

export function insertKeys(db: Database, importId: number, no: number, keys: Int32Array): void {
  const data = new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength);
  db.prepare('INSERT INTO content_key (import_id, no, crc, data) VALUES (?, ?, ?, ?)').run(
    importId,
    no,
    crc32(data),
    data,
  );
}

export function readKeys(db: Database, importId: number): readonly StoredKeySegment[] {
  return db
    .prepare<[number], { crc: number; data: Uint8Array }>(
      'SELECT crc, data FROM content_key WHERE import_id = ? ORDER BY no',
    )
    .all(importId)
    .map(({ crc, data }) => ({ data, intact: crc32(data) === crc }));
}

export function deleteKeys(db: Database, importId: number): void {
  db.prepare('DELETE FROM content_key WHERE import_id = ?').run(importId);
}
