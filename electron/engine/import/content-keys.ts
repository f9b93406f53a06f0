import type { CodeColumn } from '#engine/ports/workspace-columns.ts';

/**
 * 64-bit content keys of rows, as two 32-bit words: the sum, over the fields that have a value, of a well-mixed hash of
 * field and value. So a key depends on what a row says, not on the order of columns, on codes, or on fields left blank.
 * Two different rows of a million share a key with a probability of about 3 in 10^8.
 */
export interface FieldSeed {
  readonly low: number;
  readonly high: number;
}

/** Two hashes of a text, by multiplying with two odd constants and crossing the halves (after cyrb53, public domain). */
export function hashText(text: string): FieldSeed {
  let low = 0xdeadbeef | 0;
  let high = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495);
  }
  const crossedLow = mixLow(low ^ Math.imul(high ^ (high >>> 15), 0x735a2d97));
  return { low: crossedLow, high: mixHigh(high ^ Math.imul(low ^ (low >>> 15), 0x2c1b3c6d)) };
}

/** Finalizer of MurmurHash3. */
function mixLow(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Chris Wellons' lowbias32. */
function mixHigh(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

const TWO_32 = 4_294_967_296;

/** Adds the texts of a field to the keys of `rows` rows; a text is hashed once. */
export class TextKeys {
  private readonly seed: FieldSeed;
  private low = new Int32Array(1024);
  private high = new Int32Array(1024);
  private known = 1;

  constructor(field: string) {
    this.seed = hashText(field);
  }

  add(keys: Int32Array, codes: CodeColumn, texts: readonly string[], rows: number): void {
    this.learn(texts);
    const { low, high } = this;
    for (let i = 0; i < rows; i++) {
      const code = codes[i] ?? 0;
      keys[2 * i] = (keys[2 * i] ?? 0) + (low[code] ?? 0);
      keys[2 * i + 1] = (keys[2 * i + 1] ?? 0) + (high[code] ?? 0);
    }
  }

  private learn(texts: readonly string[]): void {
    if (texts.length > this.low.length) {
      this.low = grown(this.low, texts.length);
      this.high = grown(this.high, texts.length);
    }
    for (; this.known < texts.length; this.known++) {
      const { low, high } = hashText(texts[this.known] ?? '');
      this.low[this.known] = mixLow(low ^ this.seed.low);
      this.high[this.known] = mixHigh(high ^ this.seed.high);
    }
  }
}

function grown(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(Math.max(length, array.length * 2));
  bigger.set(array);
  return bigger;
}

/** Adds whole numbers (ten-thousandths, days, flags) of a field; `missing` adds nothing, nor does NaN. */
export function addNumberKeys(
  keys: Int32Array,
  field: FieldSeed,
  values: Float64Array | Int32Array | Uint8Array,
  missing: number,
  rows: number,
): void {
  for (let i = 0; i < rows; i++) {
    const value = values[i] ?? 0;
    if (value === missing || value !== value) continue;
    const upper = Math.imul(Math.floor(value / TWO_32) | 0, 0x9e3779b1);
    keys[2 * i] = (keys[2 * i] ?? 0) + mixLow((value ^ field.low) + upper);
    keys[2 * i + 1] = (keys[2 * i + 1] ?? 0) + mixHigh((value ^ field.high) + upper);
  }
}
