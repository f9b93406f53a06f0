import { couldBeThousands } from './number-readings.ts';
import { plainValues } from './plain-values.ts';
import { DOT, EMPTY, TEXT, type RawBlock } from './raw-table.ts';

/** What the cells of a column are, counted block by block. Arrays by tag, but `texts`, which is by code of a text. */
export class CellCounts {
  readonly counts = new Float64Array(64);
  /** Numbers of three decimals that could be whole thousands. */
  readonly thousands = new Float64Array(64);
  readonly lowest = new Float64Array(64).fill(Infinity);
  readonly highest = new Float64Array(64).fill(-Infinity);
  /** Empty where no cell is a text. */
  texts = new Int32Array(0);
  /** Where the first of the thousands stands; null without one. */
  firstThousands: { readonly tag: number; readonly value: number } | null = null;
  readonly #distinct: number;

  /** `distinct`: texts that the column may have. */
  constructor(distinct: number) {
    this.#distinct = distinct;
  }

  /** Counts a block's cells from row `first` on. */
  add(block: RawBlock, first: number): void {
    const { tags } = block;
    const values = plainValues(block);
    if (this.texts.length === 0 && tags.includes(TEXT)) this.texts = new Int32Array(this.#distinct);
    const { counts, lowest, highest, texts } = this;
    for (let i = first; i < tags.length; i++) {
      const tag = tags[i] ?? 0;
      if (tag === EMPTY) continue;
      const value = values[i] ?? 0;
      counts[tag] = (counts[tag] ?? 0) + 1;
      if (tag === TEXT) {
        texts[value] = (texts[value] ?? 0) + 1;
      } else if (tag >= DOT) {
        if (value < (lowest[tag] ?? 0)) lowest[tag] = value;
        if (value > (highest[tag] ?? 0)) highest[tag] = value;
        if ((tag & 15) === 3 && couldBeThousands(value)) this.#addThousands(tag, value);
      }
    }
  }

  #addThousands(tag: number, value: number): void {
    this.thousands[tag] = (this.thousands[tag] ?? 0) + 1;
    this.firstThousands ??= { tag, value };
  }
}
