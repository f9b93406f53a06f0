import { pipeline } from 'node:stream/promises';
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import { tooLarge } from '../file-errors.ts';

/** 1980-01-01, the first day of the zip calendar: the same content gives the same file. */
const DOS_DATE = 0x21;
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const DEFLATED = 8;
/** What a zip without 64-bit sizes can say. */
const LIMIT = 0xffff_ffff;
/** A third of the time of the usual level for a tenth more bytes. */
const LEVEL = constants.Z_BEST_SPEED + 1;

/** Where a zip is written to: a file, or memory. */
export interface ZipPlace {
  write(bytes: Buffer, offset: number, length: number, position: number): Promise<{ readonly bytesWritten: number }>;
}

/** A zip written part by part as it comes: sizes and checksum are filled in when a part has ended. */
export class ZipWriter {
  readonly #file: ZipPlace;
  readonly #directory: Buffer[] = [];
  #at = 0;

  constructor(file: ZipPlace) {
    this.#file = file;
  }

  /** Writes a part whole. Throws E_FILE_TOO_LARGE beyond 4 GiB. */
  async add(name: string, content: Iterable<string | Buffer> | AsyncIterable<string | Buffer>): Promise<void> {
    const start = this.#at;
    const title = Buffer.from(name);
    this.#at += 30 + title.length;
    let [crc, size, packed] = [0, 0, 0];
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const piece of content) {
        const bytes = Buffer.from(piece);
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    };
    await pipeline(counted, createDeflateRaw({ level: LEVEL }), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        await this.#write(chunk, this.#at);
        this.#at += chunk.length;
        packed += chunk.length;
      }
    });
    if (Math.max(size, this.#at) > LIMIT) throw tooLarge('file');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(VERSION, 0);
    fields.writeUInt16LE(DEFLATED, 4);
    fields.writeUInt16LE(DOS_DATE, 8);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(packed, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(title.length, 22);
    await this.#write(Buffer.concat([uint32(LOCAL_HEADER), fields, title]), start);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(start, 10);
    this.#directory.push(Buffer.concat([uint32(CENTRAL_HEADER), uint16(VERSION), fields, rest, title]));
  }

  /** Writes the list of parts; nothing can be added afterwards. */
  async end(): Promise<void> {
    const central = Buffer.concat(this.#directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(END, 0);
    end.writeUInt16LE(this.#directory.length, 8);
    end.writeUInt16LE(this.#directory.length, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(this.#at, 16);
    await this.#write(Buffer.concat([central, end]), this.#at);
  }

  async #write(bytes: Buffer, at: number): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, at + done);
      done += bytesWritten;
    }
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
