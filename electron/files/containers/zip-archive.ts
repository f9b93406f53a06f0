import type { FileHandle } from 'node:fs/promises';
import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import { AppError } from '#shared/errors.ts';
import { damaged, tooLarge } from '../file-errors.ts';
import { readAt, readInto } from './read-at.ts';
import { zipDirectory, type ZipEntry } from './zip-directory.ts';

export const MAX_ARCHIVE = 100 * 1024 * 1024;
const MAX_TOTAL = 1024 * 1024 * 1024;
const MAX_RATIO = 1000;
/** Below this a high ratio is harmless and, in a small part, common. */
const RATIO_GRACE = 1024 * 1024;
const CHUNK = 1 << 19;
/** Room for several chunks, so that unpacking goes on in its own thread while one is looked at. */
const INFLATE = { chunkSize: CHUNK, highWaterMark: 4 * CHUNK };
const LOCAL_HEADER = 0x04034b50;

/**
 * A zip file behind a guard: what comes out is counted, whatever the headers claim, and every entry's checksum is verified
 * by the time its last byte is handed over. A reader must therefore keep nothing until `stream` has ended well.
 */
export class ZipArchive {
  private readonly handle: FileHandle;
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private inflated = 0;

  private constructor(handle: FileHandle, entries: ReadonlyMap<string, ZipEntry>) {
    this.handle = handle;
    this.entries = entries;
  }

  static async open(handle: FileHandle, size: number): Promise<ZipArchive> {
    if (size > MAX_ARCHIVE) throw tooLarge('file');
    return new ZipArchive(handle, await zipDirectory(handle, size));
  }

  /** Part names are compared without regard to case, as the package format asks. */
  entry(name: string): ZipEntry | undefined {
    return this.entries.get(name.toLowerCase());
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  /** A small part whole. */
  async bytes(entry: ZipEntry, limit: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    await this.stream(entry, limit, (chunk) => chunks.push(Buffer.from(chunk)));
    return Buffer.concat(chunks);
  }

  /**
   * Hands the entry's bytes to `take`, chunk by chunk; `take` also learns how many packed bytes stand behind them. A chunk's
   * memory is given back as soon as `take` returns.
   */
  async stream(entry: ZipEntry, limit: number, take: (chunk: Buffer, packed: number) => void): Promise<void> {
    const start = await this.dataStart(entry);
    if (entry.size > limit) throw tooLarge('entry');
    let size = 0;
    let crc = 0;
    for await (const chunk of this.chunks(entry, start)) {
      size += chunk.length;
      this.inflated += chunk.length;
      if (size > entry.size) throw damaged('zip');
      if (this.inflated > MAX_TOTAL) throw tooLarge('entry');
      if (size > RATIO_GRACE && size > entry.packed * MAX_RATIO) throw tooLarge('ratio');
      crc = crc32(chunk, crc);
      take(chunk, entry.size === 0 ? 0 : Math.round((size / entry.size) * entry.packed));
      giveBack(chunk);
    }
    if (size !== entry.size) throw damaged('zip');
    if (crc !== entry.crc) throw damaged('checksum');
  }

  private async *chunks(entry: ZipEntry, start: number): AsyncGenerator<Buffer> {
    if (entry.packed === 0) {
      if (entry.method !== 0) throw damaged('zip');
      return;
    }
    if (entry.method === 0) {
      yield* this.stored(entry, start);
      return;
    }
    const inflate = createInflateRaw(INFLATE);
    this.unpack(entry, start, inflate).catch((error: unknown) =>
      inflate.destroy(error instanceof Error ? error : undefined),
    );
    try {
      yield* inflate;
    } catch (error) {
      throw isZlibError(error) ? damaged('zip') : error;
    } finally {
      inflate.destroy();
    }
  }

  private async *stored(entry: ZipEntry, start: number): AsyncGenerator<Buffer> {
    for (let done = 0; done < entry.packed; done += CHUNK) {
      yield await readAt(this.handle, start + done, Math.min(CHUNK, entry.packed - done));
    }
  }

  /** Gives packed bytes to `inflate`, all of them through one buffer. */
  private async unpack(entry: ZipEntry, start: number, inflate: InflateRaw): Promise<void> {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, entry.packed));
    for (let done = 0; done < entry.packed; done += CHUNK) {
      const packed = buffer.subarray(0, entry.packed - done);
      await readInto(packed, this.handle, start + done);
      await new Promise<void>((taken, failed) =>
        inflate.write(packed, (error) => (error == null ? taken() : failed(error))),
      );
    }
    inflate.end();
  }

  /** Where the packed bytes start, once the entry's own header has been found to say what the directory says. */
  private async dataStart(entry: ZipEntry): Promise<number> {
    if ((entry.flags & 1) !== 0) throw new AppError('E_FILE_ENCRYPTED', 'The file is protected by a password.');
    if (entry.method !== 0 && entry.method !== 8) throw damaged('zip');
    const fixed = await readAt(this.handle, entry.offset, 30);
    if (fixed.readUInt32LE(0) !== LOCAL_HEADER || fixed.readUInt16LE(8) !== entry.method) throw damaged('zip');
    const nameLength = fixed.readUInt16LE(26);
    const name = await readAt(this.handle, entry.offset + 30, nameLength);
    if (!name.equals(entry.rawName)) throw damaged('zip');
    const streamed = (fixed.readUInt16LE(6) & 8) !== 0;
    const claims: readonly (readonly [number, number])[] = [
      [fixed.readUInt32LE(14), entry.crc],
      [fixed.readUInt32LE(18), entry.packed],
      [fixed.readUInt32LE(22), entry.size],
    ];
    for (const [claim, known] of claims) {
      const open = (streamed && claim === 0) || claim === 0xffffffff;
      if (claim !== known && !open) throw damaged('zip');
    }
    return entry.offset + 30 + nameLength + fixed.readUInt16LE(28);
  }
}

/**
 * Frees a chunk at the end of a buffer of the stream's own, which the stream then writes to no more. Left to the garbage
 * collector, the chunks of a large sheet make it run every 64 MB and take fresh pages all along: an eighth of the time to
 * read it. Buffers of any other size are not the stream's: small ones share their memory with whatever else is going on.
 */
function giveBack({ buffer, byteOffset, length }: Buffer): void {
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength !== CHUNK) return;
  if (byteOffset + length === CHUNK) buffer.transfer(0);
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}
