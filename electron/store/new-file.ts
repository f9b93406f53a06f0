import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '#shared/errors.ts';

const OWNER_ONLY = 0o600;

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the new name itself durable. Windows has no such call for folders. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Gives the finished file its name, never in place of another one. */
function publish(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
    rmSync(temporary);
  } catch (error) {
    // Some disks (exFAT, network shares) have no links.
    if (existsSync(path)) throw error;
    renameSync(temporary, path);
  }
}

function ioFailure(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const details = { file: basename(path) };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('E_DISK_FULL', 'The disk is full.', details);
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new AppError('E_READONLY', 'The folder cannot be written to.', details);
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('E_FILE_MISSING', 'The folder is not there.', details);
    case 'EEXIST':
      return new AppError('E_BAD_REQUEST', 'A file with that name is there already.', details);
    case 'EIO':
      return new AppError('E_IO', 'The disk reported an error.', details);
    default:
      return error;
  }
}

/**
 * Makes a file whole or not at all: `fill` writes an empty temporary one beside it, which is synced and renamed.
 * `fill` must have closed it. Nothing is left behind after a failure.
 */
export function createWhole(path: string, fill: (temporary: string) => void): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    if (existsSync(path)) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
    closeSync(openSync(temporary, 'wx', OWNER_ONLY));
    fill(temporary);
    syncFile(temporary);
    publish(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    for (const leftover of [temporary, `${temporary}-journal`]) rmSync(leftover, { force: true });
    throw ioFailure(error, path);
  }
}
