import Database from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { createWhole } from './new-file.ts';
import { mapStoreError } from './map-store-error.ts';

/** Row counts of every table, whatever the version: what a copy must have as well. */
export function tableCounts(db: Database.Database): string {
  const tables = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => [name, db.prepare(`SELECT count(*) AS n FROM "${name.replaceAll('"', '""')}"`).get()]);
  return JSON.stringify(tables);
}

/**
 * Copies the whole file through SQLite, checks the copy and only then gives it its name: SQLite's own check of it, and
 * `proof` equal for both.
 * Never by `fs`: reading an open workspace would drop its lock.
 */
export function backupTo(db: Database.Database, to: string, proof: (db: Database.Database) => string): void {
  createWhole(to, (temporary) => {
    try {
      db.prepare('VACUUM INTO ?').run(temporary);
      const copy = new Database(temporary, { readonly: true });
      try {
        const isSound = copy.pragma('integrity_check(1)', { simple: true }) === 'ok';
        if (!isSound || proof(copy) !== proof(db)) {
          throw new AppError('E_IO', 'The copy of the workspace does not agree with it.');
        }
      } finally {
        copy.close();
      }
    } catch (error) {
      throw mapStoreError(error, to);
    }
  });
}
