import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { createWorkspace, openWorkspace } from '#store/workspace-store.ts';
import { importPlain, newFolder } from './plain-import.ts';

const code = (expected: string): unknown => expect.objectContaining({ code: expected });
const HOLDER = join(import.meta.dirname, 'holder-child.ts');

let place: ReturnType<typeof newFolder>;
beforeEach(() => {
  place = newFolder();
  const store = createWorkspace(place.file, { name: 'Kaffe' });
  const rows = Array.from({ length: 3000 }, (_, i) => ({ amount: i, customer: `Kund ${i}` }));
  importPlain(store, { kind: 'sale', fields: ['amount', 'customer'], rows });
  store.close();
});
afterEach(() => {
  place.remove();
});

/** Every file of the folder with its content, to show that a refusal touches nothing. */
function folderState(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(place.folder).toSorted()) {
    const path = join(place.folder, name);
    hash.update(`${name}\n`);
    if (statSync(path).isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

function refusal(): AppError | null {
  try {
    openWorkspace(place.file).close();
    return null;
  } catch (error) {
    return error instanceof AppError ? error : null;
  }
}

function refuses(path: string, expected: string): void {
  const before = folderState();
  expect(() => openWorkspace(path)).toThrow(code(expected));
  expect(folderState()).toBe(before);
}

function patch(offset: number, bytes: Uint8Array): void {
  const content = readFileSync(place.file);
  content.set(bytes, offset);
  writeFileSync(place.file, content);
}

describe('opening', () => {
  test('leaves one file at rest, readable by its owner only', () => {
    expect(readdirSync(place.folder)).toHaveLength(1);
    expect(statSync(place.file).mode & 0o777).toBe(0o600);
  });

  test('refuses a file that is not there', () => {
    refuses(join(place.folder, 'gone.nyckeltal'), 'E_FILE_MISSING');
    refuses(join(place.file, 'below-a-file'), 'E_FILE_MISSING');
  });

  test.for([
    ['an empty file', ''],
    ['a text file', 'Datum;Belopp\n2026-01-02;10\n'.repeat(20)],
    ['a short file', 'SQLite'],
  ])('refuses %s', ([, content]) => {
    writeFileSync(place.file, content ?? '');
    refuses(place.file, 'E_FOREIGN_FILE');
  });

  test('refuses a folder', () => {
    const folder = join(place.folder, 'folder.nyckeltal');
    mkdirSync(folder);
    refuses(folder, 'E_FOREIGN_FILE');
  });

  test('refuses another program’s SQLite file', () => {
    const other = join(place.folder, 'other.db');
    const db = new Database(other);
    db.exec('CREATE TABLE t (a)');
    db.close();
    refuses(other, 'E_FOREIGN_FILE');
  });

  test('refuses a newer file and names the version it needs', () => {
    patch(60, Uint8Array.of(0, 0, 0, 99));
    refuses(place.file, 'E_NEWER_FILE');
    expect(refusal()?.details['version']).toBe(99);
  });

  test.for([0.5, 0.9, 0.999])('refuses a file cut to %f of its length', (share) => {
    truncateSync(place.file, Math.floor(statSync(place.file).size * share));
    refuses(place.file, 'E_DAMAGED_FILE');
  });

  test('refuses a file that is nothing but a header', () => {
    truncateSync(place.file, 60);
    refuses(place.file, 'E_DAMAGED_FILE');
  });

  test('refuses a file with a page of zeros', () => {
    patch(4096 * 5, new Uint8Array(4096));
    refuses(place.file, 'E_DAMAGED_FILE');
  });

  test('refuses a file that someone gave a trigger', () => {
    const db = new Database(place.file);
    db.exec('CREATE TRIGGER t AFTER INSERT ON meta BEGIN SELECT 1; END');
    db.close();
    refuses(place.file, 'E_DAMAGED_FILE');
  });

  test('refuses a file whose stored settings are not what was written', () => {
    const db = new Database(place.file);
    db.exec(`UPDATE meta SET value = '{"currency":"euro"}' WHERE key = 'settings'`);
    db.close();
    refuses(place.file, 'E_DAMAGED_FILE');
  });

  test('runs with the durable settings, whatever the file was last used with', () => {
    const db = new Database(place.file);
    db.pragma('journal_mode = WAL');
    db.close();
    const store = openWorkspace(place.file);
    importPlain(store, { kind: 'sale', fields: ['amount'], rows: [{ amount: 1 }] });
    expect(readdirSync(place.folder).filter((name) => /-wal|-shm/.test(name))).toEqual([]);
    store.close();
    expect(readdirSync(place.folder)).toHaveLength(1);
    // Bytes 18 and 19 of the header: 1 is a rollback journal, 2 is WAL.
    expect([...readFileSync(place.file).subarray(18, 20)]).toEqual([1, 1]);
  });

  test('has STRICT tables only', () => {
    const store = openWorkspace(place.file);
    importPlain(store, { kind: 'deal', fields: ['id', 'value'], rows: [{ id: '1', value: 1 }] });
    store.close();
    const db = new Database(place.file, { readonly: true });
    const tables = db
      .prepare<[], { name: string; strict: number }>(
        `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .all();
    db.close();
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });
});

describe('creating', () => {
  test('never takes the place of a file', () => {
    const before = folderState();
    expect(() => createWorkspace(place.file, { name: 'Te' })).toThrow(code('E_BAD_REQUEST'));
    expect(folderState()).toBe(before);
  });

  test('needs the folder', () => {
    expect(() => createWorkspace(join(place.folder, 'no', 'x.nyckeltal'), { name: 'Te' })).toThrow(
      code('E_FILE_MISSING'),
    );
  });
});

describe('a workspace in use', () => {
  let holder: ChildProcess | null = null;
  const hold = async (): Promise<number> => {
    const child = spawn(process.execPath, [HOLDER, place.file], { stdio: ['ignore', 'pipe', 'inherit'] });
    holder = child;
    await new Promise((resolve) => child.stdout.once('data', resolve));
    return child.pid ?? 0;
  };
  const release = async (): Promise<void> => {
    const child = holder;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };
  afterEach(release);

  test('is refused within a second, naming the program that holds it, and free once that is killed', async () => {
    const pid = await hold();
    const started = performance.now();
    const refused = refusal();
    expect(performance.now() - started).toBeLessThan(1000);
    expect(refused).toEqual(code('E_IN_USE'));
    if (process.platform === 'linux') expect(refused?.details['pid']).toBe(pid);
    await release();
    const again = performance.now();
    openWorkspace(place.file).close();
    expect(performance.now() - again).toBeLessThan(1000);
  });

  test('is refused in the same process too, without losing the lock on it', async () => {
    const store = openWorkspace(place.file);
    expect(() => openWorkspace(place.file)).toThrow(code('E_IN_USE'));
    const child = spawn(process.execPath, [HOLDER, place.file], { stdio: ['ignore', 'pipe', 'inherit'] });
    holder = child;
    const said = await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(String(said)).toBe('E_IN_USE\n');
    store.close();
    openWorkspace(place.file).close();
  });

  test('knows its own file under another name', () => {
    const copy = join(place.folder, 'copy.nyckeltal');
    copyFileSync(place.file, copy);
    const store = openWorkspace(place.file);
    expect(store.isFile(join(place.folder, '.', 'x', '..', place.file.split('/').at(-1) ?? ''))).toBe(true);
    expect(store.isFile(copy)).toBe(false);
    expect(store.isFile(join(place.folder, 'gone'))).toBe(false);
    store.close();
  });
});
