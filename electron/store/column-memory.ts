import { totalmem } from 'node:os';
import type { ColumnRoom } from '#engine/ports/workspace-columns.ts';

const MEGABYTE = 2 ** 20;

/**
 * Room for columns, in bytes: a quarter of this machine's memory, or what `NYCKELTAL_COLUMN_MB` says. Twelve columns
 * of a million rows take about 35 MB.
 */
export function columnLimit(): number {
  const said = Number(process.env['NYCKELTAL_COLUMN_MB'] ?? Number.NaN);
  return said > 0 ? said * MEGABYTE : Math.floor(totalmem() / 4);
}

interface Kept {
  readonly buffers: ReadonlySet<ArrayBufferLike>;
  readonly letGo: () => void;
}

/**
 * The columns in memory, loaded or worked out from others, and the masks and selections of rows. Those used last are kept as long as
 * they fit a bound; the others are let go of and made again when a question needs them. The last one is kept whatever its size.
 */
export class ColumnMemory implements ColumnRoom {
  readonly limit: number;
  #bytes = 0;
  /** By how many each is kept. */
  readonly #holders = new Map<ArrayBufferLike, number>();
  /** The one used longest ago first. */
  readonly #kept = new Map<object, Kept>();

  constructor(limit: number) {
    this.limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  used(key: object): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
  }

  keep(key: object, arrays: readonly ArrayBufferView[], letGo: () => void): void {
    this.forget(key);
    const buffers = new Set(arrays.map(({ buffer }) => buffer));
    this.#kept.set(key, { buffers, letGo });
    for (const buffer of buffers) {
      const holders = this.#holders.get(buffer) ?? 0;
      this.#holders.set(buffer, holders + 1);
      if (holders === 0) this.#bytes += buffer.byteLength;
    }
    for (const [oldest, kept] of this.#kept) {
      if (this.#bytes <= this.limit || oldest === key) break;
      this.forget(oldest);
      kept.letGo();
    }
  }

  forget(key: object): void {
    for (const buffer of this.#kept.get(key)?.buffers ?? []) {
      const others = (this.#holders.get(buffer) ?? 1) - 1;
      if (others > 0) {
        this.#holders.set(buffer, others);
        continue;
      }
      this.#holders.delete(buffer);
      this.#bytes -= buffer.byteLength;
    }
    this.#kept.delete(key);
  }

  clear(): void {
    this.#kept.clear();
    this.#holders.clear();
    this.#bytes = 0;
  }
}
