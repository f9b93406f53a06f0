/**
 * The rows already stored, as a multiset of content keys: open addressing over integer arrays, twelve bytes a place.
 * The k-th row of equal content in a file is a duplicate when the store has k of them.
 */
export class DuplicateIndex {
  private readonly mask: number;
  private readonly low: Int32Array;
  private readonly high: Int32Array;
  /** 0 for a free place, else 1 + stored rows not yet met in the file. */
  private readonly left: Int32Array;
  readonly isEmpty: boolean;

  constructor(stored: readonly Int32Array[]) {
    const rows = stored.reduce((sum, keys) => sum + keys.length / 2, 0);
    const places = 2 ** Math.ceil(Math.log2(Math.max(8, rows * 1.5)));
    this.isEmpty = rows === 0;
    this.mask = places - 1;
    this.low = new Int32Array(places);
    this.high = new Int32Array(places);
    this.left = new Int32Array(places);
    for (const keys of stored) {
      for (let i = 0; i < keys.length; i += 2) this.put(keys[i] ?? 0, keys[i + 1] ?? 0);
    }
  }

  /** True when a stored row of this content was left; it then counts as met. */
  take(low: number, high: number): boolean {
    const place = this.find(low, high);
    const left = this.left[place] ?? 0;
    if (left < 2) return false;
    this.left[place] = left - 1;
    return true;
  }

  private put(low: number, high: number): void {
    const place = this.find(low, high);
    const left = this.left[place] ?? 0;
    this.low[place] = low;
    this.high[place] = high;
    this.left[place] = left === 0 ? 2 : left + 1;
  }

  private find(low: number, high: number): number {
    let place = (low ^ Math.imul(high, 0x9e3779b1)) & this.mask;
    while (this.left[place] !== 0 && (this.low[place] !== low || this.high[place] !== high)) {
      place = (place + 1) & this.mask;
    }
    return place;
  }
}
