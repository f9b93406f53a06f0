import { statfsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { ZodError } from 'zod';
import { AppError, type ErrorCode } from '#shared/errors.ts';

const MESSAGES = {
  E_DISK_FULL: 'The disk is full.',
  E_IN_USE: 'The workspace is in use by another program.',
  E_READONLY: 'The workspace can only be read.',
  E_DAMAGED_FILE: 'The workspace is damaged.',
  E_IO: 'The disk reported an error.',
} as const satisfies Partial<Record<ErrorCode, string>>;

const BY_CODE: readonly (readonly [prefix: string, code: keyof typeof MESSAGES])[] = [
  ['SQLITE_FULL', 'E_DISK_FULL'],
  ['SQLITE_BUSY', 'E_IN_USE'],
  ['SQLITE_LOCKED', 'E_IN_USE'],
  ['SQLITE_READONLY', 'E_READONLY'],
  ['SQLITE_PERM', 'E_READONLY'],
  ['SQLITE_CORRUPT', 'E_DAMAGED_FILE'],
  ['SQLITE_NOTADB', 'E_DAMAGED_FILE'],
  ['SQLITE_IOERR', 'E_IO'],
  ['SQLITE_CANTOPEN', 'E_IO'],
];

/** Less than this and a failed write is a full disk: SQLite reports a full disk at open, sync and truncate as plain I/O errors. */
const NEARLY_NOTHING = 64 * 1024;

function noSpaceLeft(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < NEARLY_NOTHING;
  } catch {
    return false;
  }
}

/**
 * Typed error for a failure of SQLite on the workspace at `path`, or for stored values that are not what was written.
 * Anything else comes back as it is.
 */
export function mapStoreError(error: unknown, path: string): unknown {
  const failure = (code: keyof typeof MESSAGES): AppError =>
    new AppError(code, MESSAGES[code], { file: basename(path) });
  if (error instanceof ZodError || error instanceof SyntaxError) return failure('E_DAMAGED_FILE');
  if (!(error instanceof Database.SqliteError)) return error;
  const { code: sqlite } = error;
  const found = BY_CODE.find(([prefix]) => sqlite.startsWith(prefix))?.[1];
  if (found === undefined) return error;
  return failure(found === 'E_IO' && noSpaceLeft(path) ? 'E_DISK_FULL' : found);
}

/** Runs `action` with SQLite's failures turned into typed errors. */
export function withTypedErrors<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw mapStoreError(error, path);
  }
}
