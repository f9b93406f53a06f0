import type { FileHandle } from 'node:fs/promises';
import { damaged } from '../file-errors.ts';

/** Exactly `length` bytes from `position`; a file that ends before is damaged. */
export async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await handle.read(bytes, read, length - read, position + read);
    if (bytesRead === 0) throw damaged('container');
    read += bytesRead;
  }
  return bytes;
}
