import Database from 'better-sqlite3';
import { defaultSettings, type Settings } from '#shared/settings.ts';
import { mapStoreError } from './map-store-error.ts';
import { finishChange, writeName, writeSettings } from './meta.ts';
import { SCHEMA_VERSION } from './migrations.ts';
import { createWhole } from './new-file.ts';
import { APPLICATION_ID, SCHEMA } from './schema.ts';

export interface NewWorkspace {
  readonly name: string;
  readonly settings?: Partial<Settings>;
}

/** Writes an empty workspace file at `path`; E_BAD_REQUEST when a file is there already. */
export function createWorkspaceFile(path: string, { name, settings }: NewWorkspace): void {
  createWhole(path, (temporary) => {
    try {
      const db = new Database(temporary);
      try {
        db.exec('BEGIN IMMEDIATE');
        db.exec(SCHEMA);
        db.pragma(`application_id = ${APPLICATION_ID}`);
        db.pragma(`user_version = ${SCHEMA_VERSION}`);
        writeName(db, name);
        writeSettings(db, { ...defaultSettings(settings?.currency), ...settings });
        finishChange(db);
        db.exec('COMMIT');
      } finally {
        db.close();
      }
    } catch (error) {
      throw mapStoreError(error, path);
    }
  });
}
