import type { Database } from 'better-sqlite3';
import type { TypedBlock, TypedField } from '#engine/ports/import-writer.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { CHUNK_ROWS, type ChunkColumn } from './chunk.ts';
import { ensureField, type StoredField } from './fields.ts';
import type { Dictionary } from './members.ts';
import { encodeSegment } from './segment-codec.ts';

const NOT_LOOKED_UP = 0;
const EMPTY_NAME = -1;

/** One field of a running import: its values gathered to a chunk, local text codes turned into the workspace's. */
export class ImportColumn {
  readonly #index: number;
  readonly #typed: TypedField;
  readonly #dictionary: Dictionary | null;
  /** Grows with what is gathered, so that a wide table of few rows stays small. */
  #values = new Float64Array(0);
  /** Workspace code by local code. */
  #codes = new Int32Array(0);
  #field: StoredField | null = null;

  constructor(index: number, typed: TypedField, dictionary: Dictionary | null) {
    this.#index = index;
    this.#typed = typed;
    this.#dictionary = dictionary;
  }

  /** The order `readFields` gives and digests are taken in. */
  static byKey(this: void, a: ImportColumn, b: ImportColumn): number {
    return Buffer.compare(Buffer.from(a.#typed.key), Buffer.from(b.#typed.key));
  }

  /** Takes `count` rows of the block from row `from` to place `to` of the chunk. */
  gather(block: TypedBlock, from: number, count: number, to: number): void {
    this.#reserve(to + count);
    const out = this.#values;
    const given = block.values[this.#index];
    switch (given?.type) {
      case 'text':
        this.#gatherText(given.codes, given.texts, from, count, to);
        break;
      case 'day':
        for (let i = 0; i < count; i++) {
          const day = given.days[from + i] ?? NO_DAY;
          out[to + i] = day === NO_DAY ? NaN : day;
        }
        break;
      case 'decimal':
        // Adding 0 turns -0 into 0.
        for (let i = 0; i < count; i++) out[to + i] = (given.scaled[from + i] ?? NaN) + 0;
        break;
      case 'flag':
        for (let i = 0; i < count; i++) {
          const flag = given.flags[from + i] ?? 2;
          out[to + i] = flag === 2 ? NaN : flag;
        }
        break;
      case undefined:
        throw new Error(`The block has no values for field ${this.#index}.`);
    }
  }

  /** The gathered values as a column of the chunk, none when they are all missing. Creates the field at its first value. */
  chunkColumn(db: Database, kind: RecordKind, rows: number): readonly ChunkColumn[] {
    const segment = encodeSegment(this.#values, rows, this.#dictionary !== null);
    if (segment === null) return [];
    this.#field ??= ensureField(db, kind, this.#typed);
    return [{ field: this.#field, values: this.#values, segment }];
  }

  #reserve(rows: number): void {
    if (this.#values.length >= rows) return;
    const grown = new Float64Array(Math.min(CHUNK_ROWS, Math.max(rows, this.#values.length * 2)));
    grown.set(this.#values);
    this.#values = grown;
  }

  #gatherText(local: Int32Array, texts: readonly string[], from: number, count: number, to: number): void {
    if (this.#codes.length < texts.length) {
      const grown = new Int32Array(texts.length * 2);
      grown.set(this.#codes);
      this.#codes = grown;
    }
    const codes = this.#codes;
    const out = this.#values;
    for (let i = 0; i < count; i++) {
      const text = local[from + i] ?? 0;
      let code = codes[text] ?? EMPTY_NAME;
      if (code === NOT_LOOKED_UP) {
        code = this.#dictionary?.codeOf(texts[text] ?? '') ?? EMPTY_NAME;
        codes[text] = code;
      }
      out[to + i] = code === EMPTY_NAME ? NaN : code;
    }
  }
}
