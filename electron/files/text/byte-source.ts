import { TextDecoder } from 'node:util';
import type { FileHandle } from 'node:fs/promises';
import type { Encoding } from '#shared/importing.ts';
import { damaged } from '../file-errors.ts';

/** Bytes of a text file one ASCII-compatible chunk after another. */
export interface ByteSource {
  /** Bytes of the file read so far. */
  readonly done: number;
  /** Fills `target` from `at` on; gives the number of bytes put there, 0 only at the end. */
  fill(target: Buffer, at: number, room: number): Promise<number>;
}

export function byteSource(handle: FileHandle, encoding: Encoding): ByteSource {
  return encoding === 'utf-16le' || encoding === 'utf-16be'
    ? new Utf16Source(handle, encoding)
    : new PlainSource(handle);
}

class PlainSource implements ByteSource {
  done = 0;
  private readonly handle: FileHandle;

  constructor(handle: FileHandle) {
    this.handle = handle;
  }

  async fill(target: Buffer, at: number, room: number): Promise<number> {
    const { bytesRead } = await this.handle.read(target, at, room, this.done);
    this.done += bytesRead;
    return bytesRead;
  }
}

/** UTF-16 to UTF-8, with or without its mark. */
class Utf16Source implements ByteSource {
  done = 0;
  private readonly handle: FileHandle;
  private readonly decoder: TextDecoder;
  private readonly encoder = new TextEncoder();
  private ended = false;

  constructor(handle: FileHandle, encoding: 'utf-16le' | 'utf-16be') {
    this.handle = handle;
    this.decoder = new TextDecoder(encoding, { fatal: true });
  }

  async fill(target: Buffer, at: number, room: number): Promise<number> {
    while (!this.ended) {
      const raw = Buffer.alloc(Math.floor((room - 4) / 3) * 2);
      const { bytesRead } = await this.handle.read(raw, 0, raw.length, this.done);
      this.done += bytesRead;
      this.ended = bytesRead === 0;
      const { written } = this.encoder.encodeInto(this.decode(raw.subarray(0, bytesRead)), target.subarray(at));
      if (written > 0) return written;
    }
    return 0;
  }

  private decode(bytes: Uint8Array): string {
    try {
      return this.decoder.decode(bytes, { stream: !this.ended });
    } catch {
      throw damaged('encoding');
    }
  }
}
