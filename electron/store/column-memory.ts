import { totalmem } from 'node:os';

const MEGABYTE = 2 ** 20;

/**
 * Room for loaded columns, in bytes: a quarter of this machine's memory, or what `NYCKELTAL_COLUMN_MB` says. Twelve columns
 * of a million rows take about 35 MB.
 */
export function columnLimit(): number {
  const said = Number(process.env['NYCKELTAL_COLUMN_MB'] ?? Number.NaN);
  return said > 0 ? said * MEGABYTE : Math.floor(totalmem() / 4);
}

interface Kept {
  readonly bytes: number;
  readonly letGo: () => void;
}

/**
 * The columns that are loaded, those used last kept as long as they fit a bound; the others are let go of and read from the file
 * again when a question needs them. The one that was loaded last is kept whatever its size.
 */
export class ColumnMemory {
  readonly limit: number;
  #bytes = 0;
  /** The one used longest ago first. */
  readonly #kept = new Map<number, Kept>();

  constructor(limit: number) {
    this.limit = limit;
  }

  get bytes(): number {
    return this.#bytes;
  }

  used(field: number): void {
    const kept = this.#kept.get(field);
    if (kept === undefined) return;
    this.#kept.delete(field);
    this.#kept.set(field, kept);
  }

  loaded(field: number, bytes: number, letGo: () => void): void {
    this.forget(field);
    this.#kept.set(field, { bytes, letGo });
    this.#bytes += bytes;
    for (const [oldest, kept] of this.#kept) {
      if (this.#bytes <= this.limit || oldest === field) break;
      this.forget(oldest);
      kept.letGo();
    }
  }

  forget(field: number): void {
    this.#bytes -= this.#kept.get(field)?.bytes ?? 0;
    this.#kept.delete(field);
  }

  clear(): void {
    this.#kept.clear();
    this.#bytes = 0;
  }
}
