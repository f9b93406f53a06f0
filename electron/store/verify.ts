import type { Database } from 'better-sqlite3';
import type { ChunkColumn } from './chunk.ts';
import { namesReader, type Contents } from './digest.ts';
import type { StoredField } from './fields.ts';
import type { StoredImport } from './imports.ts';
import { readSeal } from './meta.ts';
import { isSound, readReplaced } from './replaced-rows.ts';
import { RowDigest, type NamesOf } from './row-digest.ts';
import { readChunks } from './rows.ts';
import { sealOfImport, sealOfWorkspace } from './seal.ts';
import { deleteSegments, insertSegment, readSegmentsOfImport, type StoredSegment } from './segments.ts';

/**
 * `integrity` and `references` are SQLite's own checks. `rows`, `record` (receipt, content keys, rejected rows) and
 * `settings` (name, settings, fields, merges, rates, remembered mappings, what is saved beside the data) and `replaced` (which rows gave way to a later
 * import) are not what was written; `segments` can be made again.
 */
export interface Problem {
  readonly check: 'integrity' | 'references' | 'settings' | 'rows' | 'record' | 'replaced' | 'segments';
  /** Null for the file as a whole. */
  readonly importId: number | null;
}

export interface Verification {
  /** Nothing is wrong that has not been put right. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  /** Imports whose segments were made again from their rows. */
  readonly rebuilt: readonly number[];
}

function isSame(stored: StoredSegment | undefined, { segment }: ChunkColumn): boolean {
  if (stored === undefined || !stored.intact) return false;
  const { type, low, high, rows, data } = segment;
  const hasSameHead = stored.type === type && stored.low === low && stored.high === high && stored.rows === rows;
  return hasSameHead && Buffer.compare(stored.data, data) === 0;
}

/** One pass over the rows: their digest, and the segments they give beside those stored. */
function checkImport(
  db: Database,
  stored: StoredImport,
  fields: readonly StoredField[],
  namesOf: NamesOf,
): ReadonlySet<Problem['check']> {
  let areSegmentsSame = true;
  const digest = new RowDigest(namesOf);
  const segments = readSegmentsOfImport(db, stored.importId);
  for (const chunk of readChunks(db, stored, fields)) {
    digest.add(chunk);
    for (const column of chunk.columns) {
      const key = `${column.field.id}/${chunk.no}`;
      if (!isSame(segments.get(key), column)) areSegmentsSame = false;
      segments.delete(key);
    }
  }
  const problems = new Set<Problem['check']>();
  if (!digest.finish().equals(stored.rowDigest)) problems.add('rows');
  if (!sealOfImport(db, stored.importId).equals(stored.seal)) problems.add('record');
  if (!areSegmentsSame || segments.size > 0) problems.add('segments');
  return problems;
}

function rebuildSegments(db: Database, stored: StoredImport, fields: readonly StoredField[]): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    deleteSegments(db, stored.importId);
    for (const { no, columns } of readChunks(db, stored, fields)) {
      for (const { field, segment } of columns) insertSegment(db, stored.importId, field.id, no, segment);
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** The file as a whole. */
function checkFile(db: Database): readonly Problem[] {
  const problems: Problem[] = [];
  if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') problems.push({ check: 'integrity', importId: null });
  const references = db.prepare('PRAGMA foreign_key_check').all();
  if (references.length > 0) problems.push({ check: 'references', importId: null });
  if (sealOfWorkspace(db).toString('hex') !== readSeal(db)) problems.push({ check: 'settings', importId: null });
  return problems;
}

/**
 * Checks everything that can be checked. Segments that disagree with rows that are as they were written are made again
 * (`mayRepair`); rows that are not what was written are reported, never changed.
 */
export function verifyWorkspace(db: Database, { imports, fields }: Contents, mayRepair: boolean): Verification {
  const problems = [...checkFile(db)];
  for (const replaced of readReplaced(db)) {
    if (!isSound(replaced, imports)) problems.push({ check: 'replaced', importId: replaced.importId });
  }
  const rebuilt: number[] = [];
  const namesOf = namesReader(db);
  for (const stored of imports) {
    const own = fields.filter(({ kind }) => kind === stored.kind);
    const found = checkImport(db, stored, own, namesOf);
    for (const check of found) problems.push({ check, importId: stored.importId });
    if (mayRepair && found.has('segments') && !found.has('rows')) {
      rebuildSegments(db, stored, own);
      rebuilt.push(stored.importId);
    }
  }
  const open = problems.filter(({ check, importId }) => check !== 'segments' || !rebuilt.includes(importId ?? 0));
  return { ok: open.length === 0, problems, rebuilt };
}
