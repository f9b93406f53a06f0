import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawBlock } from '#engine/import/raw-table.ts';
import { AppError } from '#shared/errors.ts';

/** Bytes of a table's cells that stay in memory: about a million rows of twelve columns. */
const HELD_BYTES = 64 * 2 ** 20;
/** Bytes of those on the shelf that are in memory at a time. */
const LOADED_BYTES = 32 * 2 ** 20;

const bytesOf = ({ tags, values }: RawBlock): number => tags.byteLength + values.byteLength;
const closing = new FinalizationRegistry<number>(closeSync);

/**
 * Where the cells of a long table stand: the first ones in memory, the others in a temporary file without a name, which is gone
 * with the table or the process. Without room for that file they stay in memory.
 */
export class BlockShelf {
  private readonly heldBytes: number;
  private readonly loadedBytes: number;
  private held = 0;
  private file: number | null = null;
  private end = 0;
  private full = false;
  /** Longest loaded first. */
  private readonly loaded = new Set<ShelvedBlock>();
  private loadedNow = 0;

  constructor(heldBytes = HELD_BYTES, loadedBytes = LOADED_BYTES) {
    this.heldBytes = heldBytes;
    this.loadedBytes = loadedBytes;
  }

  /** The same cells, which may be read from the file each time they are looked at again. */
  put(block: RawBlock): RawBlock {
    const bytes = bytesOf(block);
    if (this.held + bytes <= this.heldBytes || this.full) {
      this.held += bytes;
      return block;
    }
    const at = this.write(block);
    if (at === null) return block;
    return new ShelvedBlock(block, (shelved) => this.read(shelved, at));
  }

  private write({ tags, values }: RawBlock): number | null {
    const at = this.end;
    try {
      this.file ??= this.open();
      for (const part of [tags, values]) {
        const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
        if (writeSync(this.file, bytes, 0, bytes.length, this.end) < bytes.length) throw new RangeError('disk full');
        this.end += bytes.length;
      }
      return at;
    } catch {
      this.full = true;
      return null;
    }
  }

  private open(): number {
    const path = join(tmpdir(), `nyckeltal-${randomUUID()}`);
    const file = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
    closing.register(this, file);
    return file;
  }

  private read(shelved: ShelvedBlock, at: number): RawBlock {
    const block = shelved.empty();
    let from = at;
    for (const part of [block.tags, block.values]) {
      const bytes = new Uint8Array(part.buffer);
      if (this.file === null || readSync(this.file, bytes, 0, bytes.length, from) < bytes.length)
        throw new AppError('E_IO', 'The temporary file could not be read.');
      from += bytes.length;
    }
    this.loaded.add(shelved);
    this.loadedNow += bytesOf(block);
    for (const first of this.loaded) {
      if (this.loadedNow <= this.loadedBytes || first === shelved) break;
      this.loadedNow -= first.giveBack();
      this.loaded.delete(first);
    }
    return block;
  }
}

class ShelvedBlock implements RawBlock {
  private readonly rows: number;
  private readonly width: number;
  private readonly load: (shelved: ShelvedBlock) => RawBlock;
  private block: RawBlock | null = null;

  constructor({ tags, values }: RawBlock, load: (shelved: ShelvedBlock) => RawBlock) {
    this.rows = tags.length;
    this.width = values.BYTES_PER_ELEMENT;
    this.load = load;
  }

  get tags(): RawBlock['tags'] {
    this.block ??= this.load(this);
    return this.block.tags;
  }

  get values(): RawBlock['values'] {
    this.block ??= this.load(this);
    return this.block.values;
  }

  empty(): RawBlock {
    const Values = this.width === 2 ? Uint16Array : this.width === 4 ? Int32Array : Float64Array;
    return { tags: new Uint8Array(this.rows), values: new Values(this.rows) };
  }

  /** Lets go of the cells in memory; gives their bytes. */
  giveBack(): number {
    const bytes = this.block === null ? 0 : bytesOf(this.block);
    this.block = null;
    return bytes;
  }
}
