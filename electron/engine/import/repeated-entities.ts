import { isReadable } from './receipt-tally.ts';
import { RowIndex } from './row-index.ts';

/** Finds business keys that stand on several rows of one file: nothing is wrong, but it is worth a mention. */
export class RepeatedEntities {
  readonly #seen: RowIndex;
  #rows = 0;

  constructor(rows: number) {
    this.#seen = new RowIndex(rows, rows);
  }

  /** How many readable rows of the next block have a key that was met before. */
  count(keys: Int32Array, fates: Uint8Array): number {
    let repeated = 0;
    for (let i = 0; i < fates.length; i++) {
      const [low, high] = [keys[2 * i] ?? 0, keys[2 * i + 1] ?? 0];
      if ((low === 0 && high === 0) || !isReadable(fates[i])) continue;
      if (this.#seen.first(low, high) >= 0) repeated++;
      else this.#seen.put(low, high, this.#rows++);
    }
    return repeated;
  }
}
