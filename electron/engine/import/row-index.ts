/**
 * Rows by a 64-bit key, several under one: open addressing over integer arrays, twelve bytes a place and four a row.
 * Rows are numbered as their owner likes, from 0.
 */
export class RowIndex {
  readonly #mask: number;
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  /** 0 for a free place, -1 for one whose rows are all taken, else 1 + the row put last. */
  readonly #first: Int32Array;
  /** By row: 1 + the next row under the same key, 0 at the end. */
  readonly #next: Int32Array;

  /** `count` keys at most; row numbers below `rows`. */
  constructor(count: number, rows: number) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(8, count * 1.5)));
    this.#mask = places - 1;
    this.#low = new Int32Array(places);
    this.#high = new Int32Array(places);
    this.#first = new Int32Array(places);
    this.#next = new Int32Array(rows);
  }

  put(low: number, high: number, row: number): void {
    const place = this.#find(low, high);
    this.#low[place] = low;
    this.#high[place] = high;
    this.#next[row] = Math.max(0, this.#first[place] ?? 0);
    this.#first[place] = row + 1;
  }

  /** Takes a row of this key out; -1 when none is left. */
  take(low: number, high: number): number {
    const place = this.#find(low, high);
    const row = (this.#first[place] ?? 0) - 1;
    if (row < 0) return -1;
    const next = this.#next[row] ?? 0;
    this.#first[place] = next === 0 ? -1 : next;
    return row;
  }

  /** The first row of this key; -1 when there is none. */
  first(low: number, high: number): number {
    return Math.max(0, this.#first[this.#find(low, high)] ?? 0) - 1;
  }

  /** The next row of the same key; -1 after the last. */
  after(row: number): number {
    return (this.#next[row] ?? 0) - 1;
  }

  #find(low: number, high: number): number {
    let place = (low ^ Math.imul(high, 0x9e3779b1)) & this.#mask;
    while (this.#first[place] !== 0 && (this.#low[place] !== low || this.#high[place] !== high)) {
      place = (place + 1) & this.#mask;
    }
    return place;
  }
}
