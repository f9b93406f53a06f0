import type { Database } from 'better-sqlite3';
import { defaultSettings, settingsSchema, type Settings } from '#shared/settings.ts';
import { sealOfWorkspace } from './seal.ts';

/** What is stored once for the whole workspace. */
export interface Meta {
  readonly name: string;
  readonly settings: Settings;
  /** Grows with every change. */
  readonly revision: number;
}

type Key = keyof Meta | 'seal';

function set(db: Database, key: Key, value: string): void {
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    key,
    value,
  );
}

function get(db: Database, key: Key): string {
  return db.prepare<[Key], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)?.value ?? '';
}

export function readMeta(db: Database): Meta {
  const written = settingsSchema.partial().parse(JSON.parse(get(db, 'settings')));
  return {
    name: get(db, 'name'),
    settings: settingsSchema.parse({ ...defaultSettings(written.currency), ...written }),
    revision: Number(get(db, 'revision')),
  };
}

/** Of a new workspace. */
export function writeName(db: Database, name: string): void {
  set(db, 'name', name);
}

export function writeSettings(db: Database, settings: Settings): void {
  set(db, 'settings', JSON.stringify(settings));
}

/** The seal as it was taken at the last change, hex. */
export function readSeal(db: Database): string {
  return get(db, 'seal');
}

/** Ends every change of data: raises the revision and seals what belongs to no import. */
export function finishChange(db: Database): void {
  set(db, 'revision', String(Number(get(db, 'revision')) + 1));
  finishSaved(db);
}

/** Ends a change of what is saved beside the data: sealed, but answers stay what they are, so the revision does too. */
export function finishSaved(db: Database): void {
  set(db, 'seal', sealOfWorkspace(db).toString('hex'));
}
