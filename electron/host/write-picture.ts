import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { FileDesk } from './file-desk.ts';
import { nearestSafeName } from './safe-name.ts';

/** How a picture begins, and what it is served as. */
const TYPES = {
  png: { begins: Buffer.from('89504e470d0a1a0a', 'hex'), type: 'image/png' },
  svg: { begins: Buffer.from('<svg '), type: 'image/svg+xml' },
} as const;
/** Room for the ending in a name of 120 characters. */
const LONGEST_NAME = 100;

/** A picture that the page drew as a file to save; E_BAD_REQUEST for what does not begin as its type does. */
export function writePicture(
  { name, type, data }: Input<'picture.write'>,
  { files, temporary }: { readonly files: FileDesk; readonly temporary: string },
): Output<'picture.write'> {
  const bytes = Buffer.from(data, 'base64');
  const { begins, type: mediaType } = TYPES[type];
  if (!bytes.subarray(0, begins.length).equals(begins))
    throw new AppError('E_BAD_REQUEST', 'This is no picture of its type.', { at: 'data' });
  const fileName = `${nearestSafeName(name).slice(0, LONGEST_NAME).trim()}.${type}`;
  const folder = join(temporary, randomUUID());
  mkdirSync(folder, { mode: 0o700 });
  const path = join(folder, fileName);
  writeFileSync(path, bytes, { mode: 0o600 });
  return files.addDownload({ path, name: fileName }, mediaType);
}
