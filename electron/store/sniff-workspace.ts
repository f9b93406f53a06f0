import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError, type ErrorCode } from '#shared/errors.ts';
import { SCHEMA_VERSION } from './migrations.ts';
import { APPLICATION_ID } from './schema.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

const MESSAGES = {
  E_FILE_MISSING: 'The workspace file is not there.',
  E_FOREIGN_FILE: 'The file is not a workspace.',
  E_NEWER_FILE: 'The workspace was written by a newer version.',
  E_DAMAGED_FILE: 'The workspace is damaged.',
  E_IO: 'The workspace file could not be read.',
} as const satisfies Partial<Record<ErrorCode, string>>;

interface Header {
  readonly bytes: Buffer;
  readonly size: number;
}

/** The only place that opens a workspace without SQLite: closing such a handle drops SQLite's locks, so only before it opens. */
function readHeader(path: string): Header {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEADER_BYTES);
    return { bytes: bytes.subarray(0, readSync(file, bytes, 0, HEADER_BYTES, 0)), size: fstatSync(file).size };
  } finally {
    closeSync(file);
  }
}

function failureCode(error: unknown): keyof typeof MESSAGES {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'E_FILE_MISSING';
  return code === 'EISDIR' ? 'E_FOREIGN_FILE' : 'E_IO';
}

/** A journal with content means an interrupted change: SQLite puts the file right on opening, so its length says nothing yet. */
function hasJournal(path: string): boolean {
  return (statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function isTruncated(path: string, { bytes, size }: Header): boolean {
  const stated = bytes.readUInt16BE(16);
  const pageSize = stated === 1 ? 65_536 : stated;
  const pages = bytes.readUInt32BE(28);
  const countIsValid = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
  return pageSize < 512 || (countIsValid && size < pages * pageSize && !hasJournal(path));
}

/** Reads the header before SQLite touches the file; throws unless it is a workspace of this version or older. */
export function sniffWorkspace(path: string): void {
  const refuse = (code: keyof typeof MESSAGES, details: Readonly<Record<string, number>> = {}): AppError =>
    new AppError(code, MESSAGES[code], { file: basename(path), ...details });
  let header: Header;
  try {
    header = readHeader(path);
  } catch (error) {
    throw refuse(failureCode(error));
  }
  const { bytes } = header;
  if (bytes.length < MAGIC.length || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw refuse('E_FOREIGN_FILE');
  if (bytes.length < HEADER_BYTES) throw refuse('E_DAMAGED_FILE');
  if (bytes.readUInt32BE(68) !== APPLICATION_ID) throw refuse('E_FOREIGN_FILE');
  const version = bytes.readUInt32BE(60);
  if (version > SCHEMA_VERSION) throw refuse('E_NEWER_FILE', { version, supported: SCHEMA_VERSION });
  if (version === 0 || isTruncated(path, header)) throw refuse('E_DAMAGED_FILE');
}
