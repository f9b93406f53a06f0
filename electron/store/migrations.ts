import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';

/** Takes a file of one version to the next, inside the transaction that also raises `user_version`. */
export type Migration = (db: Database) => void;

/** Step i takes version i + 1 to i + 2. Steps are never changed or removed once released. */
export const MIGRATIONS: readonly Migration[] = [];

/** The version written into new files: version 1 and one for every step. */
export const SCHEMA_VERSION = MIGRATIONS.length + 1;

export function userVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings the file forward, all steps in one transaction: after an interruption it is as it was.
 * `keepCopy` runs before anything changes and throws when no verified copy can be made.
 */
export function migrate(db: Database, keepCopy: (version: number) => void, steps: readonly Migration[]): void {
  const version = userVersion(db);
  if (version === steps.length + 1) return;
  keepCopy(version);
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of steps.slice(version - 1)) step(db);
    if (db.prepare('PRAGMA foreign_key_check').all().length > 0) {
      throw new AppError(
        'E_DAMAGED_FILE',
        'The workspace has rows that belong to nothing and cannot be brought forward.',
      );
    }
    db.pragma(`user_version = ${steps.length + 1}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
