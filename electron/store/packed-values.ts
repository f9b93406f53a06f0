import { cellsOf, type Cells, type Segment } from './segment-codec.ts';

/** Bits of a bound number that arrive exactly. */
const WORD_BITS = 53;

/** Values of consecutive rows, and what SQL makes of one as it arrives. */
export interface PackedColumn {
  readonly cells: Cells | Int32Array;
  /** Bits of the largest; null for numbers that travel alone, NaN as NULL. */
  readonly bits: number | null;
  readonly sql: (arrived: string) => string;
}

const bitsOf = (largest: number): number => 32 - Math.clz32(largest);

export function packedNumbers(cells: Int32Array, rows: number): PackedColumn {
  let largest = 0;
  for (let row = 0; row < rows; row++) largest = Math.max(largest, cells[row] ?? 0);
  return { cells, bits: bitsOf(largest), sql: (arrived) => arrived };
}

/** A segment's cells as they are: SQL takes off what the segment adds. */
export function packedSegment(segment: Segment): PackedColumn {
  const cells = cellsOf(segment);
  if (cells instanceof Float64Array) return { cells, bits: null, sql: (arrived) => arrived };
  const { low, high } = segment;
  const isSparse = cells.includes(0);
  return {
    cells,
    bits: bitsOf(high - low + 1),
    sql: (arrived) => {
      const value = isSparse ? `nullif(${arrived}, 0)` : arrived;
      return low === 1 ? value : `${value} + ${low - 1}`;
    },
  };
}

interface Place {
  readonly column: PackedColumn;
  readonly word: number;
  readonly shift: number;
}

/**
 * Several values in each bound number, taken apart by SQL. To bind a value costs three times as much as to store it, so this
 * makes an import's rows arrive in seven tenths of the time. Numbers are `column1`, `column2`, … of a VALUES clause.
 */
export class Packing {
  /** Bound numbers a row. */
  readonly words: number;
  /** SQL of each column, in the order given. */
  readonly sql: readonly string[];
  readonly #places: readonly Place[];
  readonly #filled: Float64Array;
  /** Cells of one column in the one kind of array that the loop sees. */
  readonly #plain: Float64Array;

  /** `rows`: how many are filled at a time at most. */
  constructor(columns: readonly PackedColumn[], rows: number) {
    const taken: number[] = [];
    const placed = new Map<PackedColumn, Place>();
    for (const column of columns.toSorted((a, b) => (b.bits ?? WORD_BITS) - (a.bits ?? WORD_BITS))) {
      const bits = column.bits ?? WORD_BITS;
      const fitting = taken.findIndex((used) => used + bits <= WORD_BITS);
      const word = fitting < 0 ? taken.push(0) - 1 : fitting;
      const shift = taken[word] ?? 0;
      taken[word] = shift + bits;
      placed.set(column, { column, word, shift });
    }
    this.words = taken.length;
    this.#filled = new Float64Array(rows * taken.length);
    this.#plain = new Float64Array(rows);
    this.#places = [...placed.values()];
    this.sql = columns.map((column) => {
      const { word, shift } = placed.get(column) ?? { word: 0, shift: 0 };
      const bits = column.bits ?? WORD_BITS;
      const name = `column${word + 1}`;
      const shifted = shift === 0 ? name : `(${name} >> ${shift})`;
      return column.sql(shift + bits === taken[word] ? shifted : `(${shifted} & ${2 ** bits - 1})`);
    });
  }

  /** Fills `bound` with rows `from` to `from + count`. */
  fill(bound: (number | null)[], from: number, count: number): void {
    const { words } = this;
    const filled = this.#filled.fill(0, 0, count * words);
    const plain = this.#plain;
    for (const { column, word, shift } of this.#places) {
      plain.set(column.cells.subarray(from, from + count));
      const factor = 2 ** shift;
      for (let i = 0, at = word; i < count; i++, at += words) {
        filled[at] = (filled[at] ?? 0) + (plain[i] ?? 0) * factor;
      }
    }
    for (let at = 0; at < count * words; at++) {
      const number = filled[at] ?? 0;
      bound[at] = number === number ? number : null;
    }
  }
}
