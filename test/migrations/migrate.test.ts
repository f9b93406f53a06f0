import { spawn } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, MIGRATIONS, SCHEMA_VERSION } from '#store/migrations.ts';
import { createWorkspace, openWorkspace } from '#store/workspace-store.ts';
import { importPlain, newFolder } from '../store/plain-import.ts';
import { nextVersion } from './next-version.ts';

const CHILD = join(import.meta.dirname, 'migrate-child.ts');
/** `npm run gate` kills two hundred. */
const KILLS = Number(process.env['NYCKELTAL_KILLS'] ?? 15);
const NEXT = SCHEMA_VERSION + 1;

let place: ReturnType<typeof newFolder>;
let digest: string;
beforeEach(() => {
  place = newFolder();
  const store = createWorkspace(place.file, { name: 'x' });
  const rows = Array.from({ length: 20_000 }, (_, i) => ({ amount: i, rep: `Rep ${i % 9}` }));
  importPlain(store, { kind: 'sale', fields: ['amount', 'rep'], rows });
  digest = store.digest();
  store.close();
});
afterEach(() => {
  place.remove();
});

const copies = (): readonly string[] => readdirSync(place.folder).filter((name) => name.includes('.version-'));

function versionOf(db: Database.Database): unknown {
  return db.pragma('user_version', { simple: true });
}

test('a step forward keeps a checked copy of the older file', () => {
  const db = new Database(place.file);
  migrate(db, place.file, [...MIGRATIONS, nextVersion]);
  expect(versionOf(db)).toBe(NEXT);
  expect(db.prepare("SELECT count(*) AS n FROM row_sale WHERE note = 'row ' || id").get()).toEqual({ n: 20_000 });
  db.close();
  expect(copies()).toEqual([expect.stringMatching(`\\.version-${SCHEMA_VERSION}\\.nyckeltal$`)]);
  const copy = openWorkspace(join(place.folder, copies()[0] ?? ''));
  expect(copy.digest()).toBe(digest);
  copy.close();
});

test('nothing happens to a file of the current version', () => {
  const before = readFileSync(place.file);
  const db = new Database(place.file);
  migrate(db, place.file, MIGRATIONS);
  db.close();
  expect(readFileSync(place.file).equals(before)).toBe(true);
  expect(copies()).toEqual([]);
});

test('a step that fails leaves the file as it was', () => {
  const db = new Database(place.file);
  const broken = (): void => {
    nextVersion(db);
    throw new Error('half way');
  };
  expect(() => migrate(db, place.file, [...MIGRATIONS, broken])).toThrow('half way');
  expect(versionOf(db)).toBe(SCHEMA_VERSION);
  db.close();
  const store = openWorkspace(place.file);
  expect(store.digest()).toBe(digest);
  store.close();
});

test('a step that leaves rows belonging to nothing is not taken', () => {
  const db = new Database(place.file);
  db.pragma('foreign_keys = OFF');
  const orphaning = (): void => {
    db.exec('DELETE FROM import');
  };
  expect(() => migrate(db, place.file, [...MIGRATIONS, orphaning])).toThrow(
    expect.objectContaining({ code: 'E_DAMAGED_FILE' }),
  );
  db.close();
});

test('every attempt keeps a copy of its own', () => {
  for (let attempt = 0; attempt < 2; attempt++) {
    const db = new Database(place.file);
    migrate(db, place.file, [...MIGRATIONS, nextVersion]);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
    db.exec('ALTER TABLE row_sale DROP COLUMN note');
    db.close();
  }
  expect(copies()).toHaveLength(2);
});

test(
  `kill -9 in the middle of a step leaves the old version or the new one, ${KILLS} times`,
  { timeout: 60_000 + KILLS * 1200 },
  async () => {
    const found = { old: 0, new: 0 };
    for (let run = 0; run < KILLS; run++) {
      const path = join(place.folder, `run-${run}.nyckeltal`);
      copyFileSync(place.file, path);
      const child = spawn(process.execPath, [CHILD, path], { stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      child.stdout.on('data', (bytes: Buffer) => {
        if (said === '') setTimeout(() => child.kill('SIGKILL'), (run * 60) / KILLS);
        said += bytes.toString();
      });
      await new Promise((resolve) => child.once('close', resolve));
      const db = new Database(path);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      const version = versionOf(db);
      const isNew = version === NEXT;
      expect([SCHEMA_VERSION, NEXT]).toContain(version);
      expect(db.prepare("SELECT name FROM pragma_table_info('row_sale') WHERE name = 'note'").all()).toHaveLength(
        isNew ? 1 : 0,
      );
      db.close();
      if (said.includes('done')) expect(isNew).toBe(true);
      if (!isNew) {
        const store = openWorkspace(path);
        expect(store.digest()).toBe(digest);
        store.close();
      }
      found[isNew ? 'new' : 'old'] += 1;
      rmSync(path);
    }
    console.log(`kill -9 in a migration: ${KILLS} run, 0 lost: ${found.old} as before, ${found.new} brought forward`);
    expect(found.old).toBeGreaterThan(0);
  },
);
