import type { FileHandle } from 'node:fs/promises';
import { damaged } from '../file-errors.ts';

/** Exactly `length` bytes from `position`; a file that ends before is damaged. */
export async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  await readInto(bytes, handle, position);
  return bytes;
}

/** Fills `bytes` from `position`; a file that ends before is damaged. */
export async function readInto(bytes: Buffer, handle: FileHandle, position: number): Promise<void> {
  let read = 0;
  while (read < bytes.length) {
    const { bytesRead } = await handle.read(bytes, read, bytes.length - read, position + read);
    if (bytesRead === 0) throw damaged('container');
    read += bytesRead;
  }
}
