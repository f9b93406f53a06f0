import { BLOCK_ROWS, type RawBlock, type RawColumn, type RawTable } from '#engine/import/raw-table.ts';
import type { BlockShelf } from './block-shelf.ts';
import { tooLarge } from './file-errors.ts';

/** Columns of the widest spreadsheet, XFD. */
export const MAX_COLUMNS = 16_384;

/** Currencies of one workbook's number formats that are kept: a bit each. */
export const MOST_CURRENCIES = 30;

/** Places for cells the table may take up in memory, empty ones of a block included: what stops a sparse grid. */
interface Budget {
  left: number;
}

function spend(budget: Budget, places: number): void {
  budget.left -= places;
  if (budget.left < 0) throw tooLarge('cells');
}

/** One column of the block under way. The arrays grow with the rows reached, so that an almost empty column stays small. */
export class ColumnBuilder {
  private readonly budget: Budget;
  private readonly shelf: BlockShelf | null;
  private readonly alike: AlikeTags;
  private readonly sealed: (RawBlock | null)[];
  private tags = new Uint8Array(0);
  private integers = new Int32Array(0);
  /** In their place from the first value on that is no such integer. */
  private numbers: Float64Array | null = null;
  private used = false;
  /** Of its numbers' formats, a bit each: places in the list that `finish` is given. */
  currencies = 0;

  constructor(budget: Budget, shelf: BlockShelf | null, alike: AlikeTags, blocksBefore: number) {
    this.budget = budget;
    this.shelf = shelf;
    this.alike = alike;
    this.sealed = new Array<null>(blocksBefore).fill(null);
  }

  /** Writes a cell; `row` counts from the start of the block. */
  put(row: number, tag: number, value: number): void {
    if (row >= this.tags.length) this.grow(row);
    this.tags[row] = tag;
    if (this.numbers === null && (value | 0) === value) this.integers[row] = value;
    else this.putNumber(row, value);
    this.used = true;
  }

  has(row: number): boolean {
    return (this.tags[row] ?? 0) !== 0;
  }

  seal(rows: number): void {
    if (!this.used) {
      this.sealed.push(null);
      return;
    }
    spend(this.budget, rows);
    const block = {
      tags: this.alike.of(this.tags, rows) ?? filled(new Uint8Array(rows), this.tags),
      values: filled(narrowest(this.numbers ?? this.integers, rows), this.numbers ?? this.integers),
    };
    this.sealed.push(this.shelf?.put(block) ?? block);
    this.tags.fill(0);
    this.integers.fill(0);
    this.numbers = null;
    this.used = false;
  }

  column(texts: readonly string[], currencies: readonly string[]): RawColumn {
    const shown = currencies.filter((_, place) => (this.currencies & (1 << place)) !== 0);
    return { blocks: this.sealed, texts, ...(shown.length === 0 ? {} : { currencies: shown }) };
  }

  private grow(row: number): void {
    const length = Math.min(BLOCK_ROWS, Math.max(64, 2 ** Math.ceil(Math.log2(row + 1))));
    spend(this.budget, length - this.tags.length);
    const tags = new Uint8Array(length);
    tags.set(this.tags);
    this.tags = tags;
    const integers = new Int32Array(length);
    integers.set(this.integers);
    this.integers = integers;
    if (this.numbers === null) return;
    const numbers = new Float64Array(length);
    numbers.set(this.numbers);
    this.numbers = numbers;
  }

  private putNumber(row: number, value: number): void {
    this.numbers ??= new Float64Array(this.integers);
    this.numbers[row] = value;
  }
}

/** Tags of full blocks whose cells are all of one kind, which is most of them: one array for all of these. */
class AlikeTags {
  private readonly byTag = new Map<number, Uint8Array>();

  /** Null where `tags` are not alike. */
  of(tags: Uint8Array, rows: number): Uint8Array | null {
    const [tag = 0] = tags;
    if (rows < BLOCK_ROWS || tags.length < rows) return null;
    for (let i = 0; i < rows; i++) if (tags[i] !== tag) return null;
    const alike = this.byTag.get(tag) ?? new Uint8Array(rows).fill(tag);
    this.byTag.set(tag, alike);
    return alike;
  }
}

function narrowest(values: Int32Array | Float64Array, rows: number): RawBlock['values'] {
  if (values instanceof Float64Array) return new Float64Array(rows);
  let bits = 0;
  for (let i = 0; i < values.length; i++) bits |= values[i] ?? 0;
  return bits >>> 16 === 0 ? new Uint16Array(rows) : new Int32Array(rows);
}

function filled<T extends Uint8Array | RawBlock['values']>(target: T, from: Uint8Array | RawBlock['values']): T {
  target.set(from.length > target.length ? from.subarray(0, target.length) : from);
  return target;
}

/** Puts a `RawTable` together cell by cell, one row after another, in sealed blocks. */
export class TableBuilder {
  readonly columns: ColumnBuilder[] = [];
  /** Rows of the block under way. */
  blockRow = 0;
  private readonly budget: Budget;
  private readonly shelf: BlockShelf | null;
  private readonly alike = new AlikeTags();
  private blocks = 0;

  constructor(places: number, shelf: BlockShelf | null = null) {
    this.budget = { left: places };
    this.shelf = shelf;
  }

  get rows(): number {
    return this.blocks * BLOCK_ROWS + this.blockRow;
  }

  column(index: number): ColumnBuilder {
    while (this.columns.length <= index) {
      if (index >= MAX_COLUMNS) throw tooLarge('columns');
      this.columns.push(new ColumnBuilder(this.budget, this.shelf, this.alike, this.blocks));
    }
    const column = this.columns[index];
    if (column === undefined) throw new RangeError('no such column');
    return column;
  }

  endRow(): void {
    this.blockRow++;
    if (this.blockRow === BLOCK_ROWS) this.seal();
  }

  /** Seals what is left; the builder is used up. `texts` gives a column's list of texts. */
  finish(
    texts: (column: number) => readonly string[],
    given: Pick<RawTable, 'fileRows' | 'dateSystem' | 'merges' | 'ragged' | 'hiddenRows'> & {
      readonly currencies?: readonly string[];
    },
  ): RawTable {
    const { currencies = [], ...rest } = given;
    const { rows } = this;
    if (this.blockRow > 0) this.seal();
    return { rows, columns: this.columns.map((column, index) => column.column(texts(index), currencies)), ...rest };
  }

  private seal(): void {
    for (const column of this.columns) column.seal(this.blockRow);
    this.blocks++;
    this.blockRow = 0;
  }
}
