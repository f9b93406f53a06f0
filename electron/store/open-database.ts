import { accessSync, constants, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { lockHolder } from './lock-holder.ts';
import { mapStoreError } from './map-store-error.ts';
import { migrate, MIGRATIONS } from './migrations.ts';
import { hasExpectedSchema } from './schema-check.ts';
import { APPLICATION_ID } from './schema.ts';
import { sniffWorkspace } from './sniff-workspace.ts';

/** How long to wait for another program to let go, in ms. */
const BUSY_TIMEOUT = 250;

/** What a connection does not remember in the file and must be told each time, with what it must answer. */
const PRAGMAS: readonly (readonly [name: string, value: string, expected: unknown])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['synchronous', 'EXTRA', 3],
  ['fullfsync', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['temp_store', 'MEMORY', 2],
];

/** `mmap_size` answers nothing where memory mapping is compiled out. */
export function applyPragmas(db: Database.Database): void {
  for (const [name, value, expected] of PRAGMAS) {
    db.pragma(`${name} = ${value}`);
    const actual: unknown = db.pragma(name, { simple: true });
    if (actual !== expected) throw new Error(`${name} is ${String(actual)} where ${String(expected)} is needed.`);
  }
}

/**
 * Files open here, by device and inode: sniffing one again would drop the lock that SQLite holds on it.
 * Held here also because a connection that nobody refers to is closed without a word.
 */
const openFiles = new Map<string, Database.Database>();

export function fileIdentity(path: string): string | null {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : `${stat.dev}/${stat.ino}`;
}

export interface OpenDatabase {
  readonly db: Database.Database;
  readonly readonly: boolean;
  readonly identity: string;
  close(): void;
}

function mayWrite(path: string): boolean {
  try {
    for (const place of [path, dirname(path)]) accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function inUse(path: string): AppError {
  const holder = lockHolder(path);
  return new AppError('E_IN_USE', 'The workspace is in use by another program.', {
    file: basename(path),
    ...(holder === null ? {} : { pid: holder.pid, program: holder.program }),
  });
}

/** Takes the lock for as long as the file is open. False when the medium turns out to be read-only. */
function takeLock(db: Database.Database): boolean {
  try {
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_READONLY')) return false;
    throw error;
  }
}

function connect(path: string, readonly: boolean): { db: Database.Database; readonly: boolean } {
  const db = new Database(path, { fileMustExist: true, readonly, timeout: BUSY_TIMEOUT });
  try {
    applyPragmas(db);
    if (!readonly && !takeLock(db)) {
      db.close();
      return connect(path, true);
    }
    const journal: unknown = db.pragma('journal_mode = DELETE', { simple: true });
    if (journal !== 'delete') throw new Error(`journal_mode is ${String(journal)}.`);
    return { db, readonly };
  } catch (error) {
    db.close();
    throw error;
  }
}

function assertSound(isSound: boolean, path: string): void {
  if (!isSound) throw new AppError('E_DAMAGED_FILE', 'The workspace is damaged.', { file: basename(path) });
}

/**
 * Opens a workspace: sniffed, locked against everyone else, checked, brought to the current version.
 * On a read-only medium it opens for viewing.
 */
export function openDatabase(path: string): OpenDatabase {
  const identity = fileIdentity(path);
  if (identity !== null && openFiles.has(identity)) throw inUse(path);
  sniffWorkspace(path);
  let db: Database.Database | null = null;
  try {
    const connection = connect(path, !mayWrite(path));
    ({ db } = connection);
    assertSound(db.pragma('application_id', { simple: true }) === APPLICATION_ID, path);
    assertSound(db.pragma('quick_check(1)', { simple: true }) === 'ok', path);
    migrate(db, path, MIGRATIONS);
    assertSound(hasExpectedSchema(db), path);
    const opened = connection.db;
    const key = identity ?? '';
    openFiles.set(key, opened);
    return {
      db: opened,
      readonly: connection.readonly,
      identity: key,
      close: () => {
        opened.close();
        openFiles.delete(key);
      },
    };
  } catch (error) {
    db?.close();
    const mapped = mapStoreError(error, path);
    throw mapped instanceof AppError && mapped.code === 'E_IN_USE' ? inUse(path) : mapped;
  }
}
