import { createHash } from 'node:crypto';
import type { Chunk } from './chunk.ts';
import { encodeSegment, type Segment } from './segment-codec.ts';

/** Names by code of a dimension. */
export type NamesOf = (dimension: string) => readonly string[];

/**
 * SHA-256 over an import's rows in order, by text value: codes are numbered by first appearance and each name enters
 * where it first appears, so the digest does not depend on the workspace's dictionaries.
 */
export class RowDigest {
  readonly #hash = createHash('sha256');
  readonly #numbers = new Map<number, { next: number; byCode: Int32Array }>();
  readonly #scratch: { values: Float64Array } = { values: new Float64Array(0) };
  readonly #namesOf: NamesOf;

  constructor(namesOf: NamesOf) {
    this.#namesOf = namesOf;
  }

  add(chunk: Chunk): void {
    this.#hash.update(`rows ${chunk.rows}\n`);
    this.#hash.update(chunk.fileRows.subarray(0, chunk.rows));
    for (const { field, values, segment } of chunk.columns) {
      this.#hash.update(`${JSON.stringify([field.key, field.type])}\n`);
      if (field.dimension === null) {
        this.#addSegment(segment);
        continue;
      }
      const newNames = this.#renumber(field.id, field.dimension, values, chunk.rows);
      this.#hash.update(`${JSON.stringify(newNames)}\n`);
      const renumbered = encodeSegment(this.#scratch.values, chunk.rows, true);
      if (renumbered !== null) this.#addSegment(renumbered);
    }
  }

  finish(): Buffer {
    return this.#hash.digest();
  }

  #addSegment({ type, low, data }: Segment): void {
    this.#hash.update(`${type} ${low}\n`);
    this.#hash.update(data);
  }

  /** Fills the scratch column and gives the names that appear for the first time. */
  #renumber(fieldId: number, dimension: string, values: Float64Array, rows: number): readonly string[] {
    const names = this.#namesOf(dimension);
    const numbers = this.#numbers.get(fieldId) ?? { next: 1, byCode: new Int32Array(names.length) };
    this.#numbers.set(fieldId, numbers);
    if (numbers.byCode.length < names.length) {
      const grown = new Int32Array(names.length * 2);
      grown.set(numbers.byCode);
      numbers.byCode = grown;
    }
    if (this.#scratch.values.length < rows) this.#scratch.values = new Float64Array(values.length);
    const { byCode } = numbers;
    const scratch = this.#scratch.values;
    const newNames: string[] = [];
    for (let i = 0; i < rows; i++) {
      const code = values[i] ?? NaN;
      if (code !== code) {
        scratch[i] = NaN;
        continue;
      }
      let number = byCode[code] ?? 0;
      if (number === 0) {
        number = numbers.next++;
        byCode[code] = number;
        newNames.push(names[code] ?? '');
      }
      scratch[i] = number;
    }
    return newNames;
  }
}
