import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Encoding } from '#shared/importing.ts';
import { fileError } from './file-errors.ts';
import { knownType } from './known-types.ts';
import { EncodingGuess } from './text/guess-encoding.ts';

const CHUNK = 1 << 20;
const HEAD = 1 << 16;

export type FileFormat = 'text' | 'sie' | 'xlsx' | 'xlsb' | 'xls' | 'ods';

export interface FileFacts {
  readonly name: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly format: FileFormat;
  /** A text file's encoding, guessed from all of its bytes; null for workbooks. */
  readonly encoding: Encoding | null;
}

/** What a file is, by its content: the name's ending counts for nothing. Throws the `E_FILE_` errors, `E_IO`. */
export async function identifyFile(path: string): Promise<FileFacts> {
  const name = basename(path);
  try {
    await using handle = await open(path, 'r');
    return await identify(handle, name);
  } catch (error) {
    throw fileError(error, name);
  }
}

async function identify(handle: FileHandle, name: string): Promise<FileFacts> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  const hash = createHash('sha256');
  const guess = new EncodingGuess();
  let format: FileFormat | null = null;
  let size = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, size);
    if (bytesRead === 0) break;
    const chunk = buffer.subarray(0, bytesRead);
    format ??= await knownType(handle, chunk.subarray(0, HEAD), name);
    hash.update(chunk);
    if (isText(format)) guess.add(chunk);
    size += bytesRead;
  }
  if (format === null) throw new AppError('E_FILE_EMPTY', 'The file is empty.', { file: name });
  const encoding = isText(format) ? guess.encoding : null;
  return { name, size, sha256: hash.digest('hex'), format, encoding };
}

/** True for formats whose bytes are letters in some encoding, and whose numbers are written out. */
export function isText(format: FileFormat): boolean {
  return format === 'text' || format === 'sie';
}
