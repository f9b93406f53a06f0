import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import type { Segment } from './segment-codec.ts';

interface SegmentRow extends Segment {
  readonly importId: number;
  readonly fieldId: number;
  readonly no: number;
  readonly crc: number;
}

export interface StoredSegment extends SegmentRow {
  /** The bytes are those that were written. */
  readonly intact: boolean;
}

export function insertSegment(db: Database, importId: number, fieldId: number, no: number, segment: Segment): void {
  const { rows, type, low, high, data } = segment;
  db.prepare(
    'INSERT INTO segment (import_id, field_id, no, rows, type, low, high, crc, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(importId, fieldId, no, rows, type, low, high, crc32(data), data);
}

export function deleteSegments(db: Database, importId: number): void {
  db.prepare('DELETE FROM segment WHERE import_id = ?').run(importId);
}

const checked = (row: SegmentRow): StoredSegment => ({ ...row, intact: crc32(row.data) === row.crc });

/** A field's segments in row order. */
export function readSegments(db: Database, fieldId: number): readonly StoredSegment[] {
  return db
    .prepare<[number], SegmentRow>(
      `SELECT import_id AS importId, field_id AS fieldId, no, rows, type, low, high, crc, data
       FROM segment WHERE field_id = ? ORDER BY import_id, no`,
    )
    .all(fieldId)
    .map(checked);
}

/** An import's segments by `<field id>/<no>`. */
export function readSegmentsOfImport(db: Database, importId: number): Map<string, StoredSegment> {
  const rows = db
    .prepare<[number], SegmentRow>(
      `SELECT import_id AS importId, field_id AS fieldId, no, rows, type, low, high, crc, data
       FROM segment WHERE import_id = ? ORDER BY field_id, no`,
    )
    .all(importId);
  return new Map(rows.map((row) => [`${row.fieldId}/${row.no}`, checked(row)]));
}
