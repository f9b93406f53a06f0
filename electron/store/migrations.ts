import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { backupTo, tableCounts } from './backup.ts';

/** Takes a file of one version to the next, inside the transaction that also raises `user_version`. */
export type Migration = (db: Database) => void;

const addMerges: Migration = (db) => {
  db.exec(`
CREATE TABLE merge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dimension TEXT NOT NULL,
  target TEXT NOT NULL
) STRICT;
CREATE TABLE merged_name (
  merge_id INTEGER NOT NULL REFERENCES merge (id),
  name TEXT NOT NULL,
  PRIMARY KEY (merge_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE kept_apart (
  dimension TEXT NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  PRIMARY KEY (dimension, a, b)
) STRICT, WITHOUT ROWID;`);
};

const addListsAndRates: Migration = (db) => {
  for (const table of ['row_customer_list', 'row_product_list', 'row_rep_list']) {
    db.exec(`
CREATE TABLE ${table} (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  file_row INTEGER NOT NULL
) STRICT;`);
  }
  db.exec(`
CREATE TABLE rate (
  currency TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  rate INTEGER NOT NULL CHECK (rate > 0),
  PRIMARY KEY (currency, from_day)
) STRICT, WITHOUT ROWID;`);
};

const addReplacedAndMappings: Migration = (db) => {
  db.exec(`
CREATE TABLE replaced (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (id),
  of_import INTEGER NOT NULL REFERENCES import (id),
  crc INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE (import_id, of_import)
) STRICT;
CREATE TABLE mapping (
  fingerprint TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;`);
};

/** The settings grew: an older program would take the file for damaged rather than for newer. */
const moreSettings: Migration = () => undefined;

const addSaved: Migration = (db) => {
  db.exec(`
CREATE TABLE saved (
  kind TEXT NOT NULL CHECK (kind IN ('dashboard', 'view', 'annotation')),
  id TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;`);
};

/** What people make grew by goals and forecasts: which kinds there are is said in `saved.ts` alone. */
const savedOfAnyKind: Migration = (db) => {
  db.exec(`
ALTER TABLE saved RENAME TO saved_before;
CREATE TABLE saved (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO saved SELECT kind, id, value FROM saved_before;
DROP TABLE saved_before;`);
};

/** Step i takes version i + 1 to i + 2. Steps are never changed or removed once released. */
export const MIGRATIONS: readonly Migration[] = [
  addMerges,
  addListsAndRates,
  addReplacedAndMappings,
  moreSettings,
  addSaved,
  savedOfAnyKind,
];

/** The version written into new files: version 1 and one for every step. */
export const SCHEMA_VERSION = MIGRATIONS.length + 1;

/** A name beside the workspace that no file has yet: `sales.version-1.nyckeltal`. */
function copyPath(path: string, version: number): string {
  const named = (suffix: string): string =>
    path.replace(/(\.[^./\\]*)?$/, (type) => `.version-${version}${suffix}${type}`);
  let candidate = named('');
  for (let number = 2; existsSync(candidate); number++) candidate = named(`-${number}`);
  return candidate;
}

/**
 * Brings the file forward, all steps in one transaction: after an interruption it is as it was.
 * A checked copy of the older file is made first; without one nothing changes.
 */
export function migrate(db: Database, path: string, steps: readonly Migration[]): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version === steps.length + 1) return;
  backupTo(db, copyPath(path, version), tableCounts);
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of steps.slice(version - 1)) step(db);
    if (db.prepare('PRAGMA foreign_key_check').all().length > 0) {
      throw new AppError('E_DAMAGED_FILE', 'The workspace has rows that belong to nothing.', { file: basename(path) });
    }
    db.pragma(`user_version = ${steps.length + 1}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
