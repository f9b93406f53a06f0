import { crc32 } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { CHUNK_ROWS } from './chunk.ts';
import type { StoredImport } from './imports.ts';
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

type Place = readonly [importId: number, no: number];

/** Segments that follow each other. */
export interface Stretch {
  /** Stored rows before them, and in them. */
  readonly offset: number;
  readonly stored: number;
  readonly from: Place;
  readonly to: Place;
}

const EVERYTHING: Pick<Stretch, 'from' | 'to'> = { from: [0, 0], to: [Number.MAX_SAFE_INTEGER, 0] };

/** A field's segments in row order. */
export function readSegments(db: Database, fieldId: number, { from, to } = EVERYTHING): readonly StoredSegment[] {
  return db
    .prepare<[number, number, number, number, number], SegmentRow>(
      `SELECT import_id AS importId, field_id AS fieldId, no, rows, type, low, high, crc, data
       FROM segment WHERE field_id = ? AND (import_id, no) >= (?, ?) AND (import_id, no) <= (?, ?)
       ORDER BY import_id, no`,
    )
    .all(fieldId, ...from, ...to)
    .map(checked);
}

/** The segments of some imports in stretches of at most so many rows, but of one segment where that alone has more. */
export function* stretchesOf(imports: readonly StoredImport[], mostRows: number): Generator<Stretch> {
  let offset = 0;
  let [from, to]: readonly [Place | null, Place] = [null, [0, 0]];
  let stored = 0;
  for (const { importId, rows } of imports)
    for (let no = 0; no * CHUNK_ROWS < rows; no++) {
      const own = Math.min(CHUNK_ROWS, rows - no * CHUNK_ROWS);
      if (from !== null && stored + own > mostRows) {
        yield { offset, stored, from, to };
        offset += stored;
        [from, stored] = [null, 0];
      }
      to = [importId, no];
      from ??= to;
      stored += own;
    }
  if (from !== null) yield { offset, stored, from, to };
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
