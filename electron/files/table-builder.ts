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
  private readonly sealed: (RawBlock | null)[];
  private tags = new Uint8Array(0);
  private values = new Float64Array(0);
  private used = false;
  /** Of its numbers' formats, a bit each: places in the list that `finish` is given. */
  currencies = 0;

  constructor(budget: Budget, shelf: BlockShelf | null, blocksBefore: number) {
    this.budget = budget;
    this.shelf = shelf;
    this.sealed = new Array<null>(blocksBefore).fill(null);
  }

  /** Writes a cell; `row` counts from the start of the block. */
  put(row: number, tag: number, value: number): void {
    if (row >= this.tags.length) this.grow(row);
    this.tags[row] = tag;
    this.values[row] = value;
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
    const held = Math.min(rows, this.tags.length);
    const tags = new Uint8Array(rows);
    tags.set(this.tags.subarray(0, held));
    const values = fitsInt32(this.values, held) ? new Int32Array(rows) : new Float64Array(rows);
    values.set(this.values.subarray(0, held));
    this.sealed.push(this.shelf?.put({ tags, values }) ?? { tags, values });
    this.tags.fill(0);
    this.values.fill(0);
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
    const values = new Float64Array(length);
    values.set(this.values);
    this.values = values;
  }
}

function fitsInt32(values: Float64Array, length: number): boolean {
  for (let i = 0; i < length; i++) {
    const value = values[i] ?? 0;
    if ((value | 0) !== value) return false;
  }
  return true;
}

/** Puts a `RawTable` together cell by cell, one row after another, in sealed blocks. */
export class TableBuilder {
  readonly columns: ColumnBuilder[] = [];
  /** Rows of the block under way. */
  blockRow = 0;
  private readonly budget: Budget;
  private readonly shelf: BlockShelf | null;
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
      this.columns.push(new ColumnBuilder(this.budget, this.shelf, this.blocks));
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
