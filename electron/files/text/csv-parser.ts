import { TEXT } from '#engine/import/raw-table.ts';
import type { BlockShelf } from '../block-shelf.ts';
import { MAX_COLUMNS, TableBuilder, type ColumnBuilder } from '../table-builder.ts';
import { putPlainNumber } from './plain-number.ts';
import { HASH_SEED, hashByte, TextDictionary } from './text-dictionary.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const SPACE = 0x20;
const MINUS = 0x2d;
const INCOMPLETE = -1;

/**
 * Bytes of a separated text to columns in one pass: plain numbers as digits, everything else as numbered texts.
 * A quote counts only at the start of a cell and closes before a separator or line end, so `5" pipe` stays as typed.
 * Lines end in LF, CRLF or CR, in any mixture. A blank line is a row of empty cells.
 */
export class CsvParser {
  readonly table: TableBuilder;
  /** Rows by their number of cells; blank lines are left out. */
  readonly widths = new Int32Array(MAX_COLUMNS + 1);
  private readonly separator: number;
  private readonly dictionaries: TextDictionary[] = [];
  private scratch = new Uint8Array(256);
  /** Place, in the record under way, of a quote whose end has not come yet; -1 without one. */
  private openQuote = -1;
  /** From this place on quotes are letters like any other. */
  private literalFrom = Infinity;
  private ended = false;
  private start = 0;

  constructor(separator: number, places: number, shelf: BlockShelf | null = null) {
    this.separator = separator;
    this.table = new TableBuilder(places, shelf);
  }

  /** Parses the whole records between `from` and `to`; gives the start of the first incomplete one, which comes again. */
  parse(bytes: Uint8Array, from: number, to: number): number {
    let p = from;
    while (p < to) {
      const next = this.record(bytes, p, to);
      if (next === INCOMPLETE) return p;
      p = next;
    }
    return p;
  }

  /** The last records of a file, whatever is missing from them. `bytes[to]` must be free for a line end. */
  parseLast(bytes: Uint8Array, from: number, to: number): void {
    const rest = this.parseToEnd(bytes, from, to);
    if (rest > to) return;
    this.literalFrom = rest + this.openQuote;
    this.parseToEnd(bytes, rest, to);
  }

  /**
   * Goes on after a quote that nothing closes: it and all later ones are letters. Takes the place of `parse` for the record
   * that came back incomplete; null when no quote is to blame.
   */
  parseWithoutQuotes(bytes: Uint8Array, from: number, to: number): number | null {
    if (this.openQuote < 0) return null;
    this.literalFrom = from + this.openQuote;
    const rest = this.parse(bytes, from, to);
    this.literalFrom = 0;
    return rest;
  }

  texts(column: number, decode: (bytes: Buffer) => string, singleByte: boolean): string[] {
    return this.dictionaries[column]?.texts(decode, singleByte) ?? [];
  }

  /** Past `to` when nothing is left. */
  private parseToEnd(bytes: Uint8Array, from: number, to: number): number {
    const rest = this.parse(bytes, from, to);
    if (rest === to) return to + 1;
    bytes[to] = LF;
    return this.parse(bytes, rest, to + 1);
  }

  private record(bytes: Uint8Array, from: number, to: number): number {
    const { table } = this;
    const row = table.blockRow;
    let index = 0;
    let p = from;
    this.ended = false;
    this.openQuote = -1;
    this.start = from;
    do {
      if (p >= to) return INCOMPLETE;
      const column = table.columns[index] ?? this.addColumn(index);
      p = this.cell(bytes, p, to, column, row, index);
      if (p === INCOMPLETE) return INCOMPLETE;
      index++;
    } while (!this.ended);
    const blank = index === 1 && (bytes[from] === LF || bytes[from] === CR);
    if (!blank) this.widths[index] = (this.widths[index] ?? 0) + 1;
    table.endRow();
    return p;
  }

  private cell(bytes: Uint8Array, p: number, to: number, column: ColumnBuilder, row: number, index: number): number {
    const first = bytes[p] ?? 0;
    if ((first >= 0x30 && first <= 0x39) || first === MINUS) {
      const end = putPlainNumber(column, row, bytes, p, to, this.separator);
      if (end >= 0) {
        if (end >= to) return INCOMPLETE;
        if (this.isEnd(bytes[end] ?? 0)) return this.after(bytes, end, to);
      }
    } else if (first === QUOTE && p < this.literalFrom) {
      const end = this.quoted(bytes, p + 1, to, column, row, index);
      if (end === INCOMPLETE) this.openQuote = p - this.start;
      return end;
    }
    const { separator } = this;
    let hash = HASH_SEED;
    let end = p;
    for (; end < to; end++) {
      const byte = bytes[end] ?? 0;
      if (byte === separator || byte === LF || byte === CR) break;
      hash = hashByte(hash, byte);
    }
    if (end >= to) return INCOMPLETE;
    if (end > p) column.put(row, TEXT, this.dictionary(index).number(bytes, p, end, hash));
    return this.after(bytes, end, to);
  }

  /** A cell whose quote opened just before `from`. */
  private quoted(
    bytes: Uint8Array,
    from: number,
    to: number,
    column: ColumnBuilder,
    row: number,
    index: number,
  ): number {
    let hash = HASH_SEED;
    let length = 0;
    let close = 0;
    let end = 0;
    for (let p = from; ; p++) {
      if (p >= to) return INCOMPLETE;
      const byte = bytes[p] ?? 0;
      if (byte === QUOTE) {
        if (p + 1 >= to) return INCOMPLETE;
        if (bytes[p + 1] === QUOTE) {
          p++;
        } else {
          end = this.endAfter(bytes, p + 1, to);
          if (end >= to) return INCOMPLETE;
          if (end > 0) {
            close = p;
            break;
          }
        }
      }
      if (length >= this.scratch.length) this.growScratch();
      this.scratch[length++] = byte;
      hash = hashByte(hash, byte);
    }
    const asTyped = length === close - from;
    if (length > 0 && !(asTyped && putPlainNumber(column, row, bytes, from, close, 0) === close)) {
      column.put(row, TEXT, this.dictionary(index).number(this.scratch, 0, length, hash));
    }
    return this.after(bytes, end, to);
  }

  /** Where the cell ends when only spaces follow its closing quote, else 0. */
  private endAfter(bytes: Uint8Array, from: number, to: number): number {
    let p = from;
    while (p < to && bytes[p] === SPACE) p++;
    return p >= to || this.isEnd(bytes[p] ?? 0) ? p : 0;
  }

  private isEnd(byte: number): boolean {
    return byte === this.separator || byte === LF || byte === CR;
  }

  /** Steps over a separator or line end. */
  private after(bytes: Uint8Array, end: number, to: number): number {
    const byte = bytes[end];
    if (byte === this.separator) return end + 1;
    this.ended = true;
    if (byte === LF) return end + 1;
    if (end + 1 >= to) return INCOMPLETE;
    return bytes[end + 1] === LF ? end + 2 : end + 1;
  }

  private dictionary(index: number): TextDictionary {
    const dictionary = this.dictionaries[index];
    if (dictionary === undefined) throw new RangeError('no such column');
    return dictionary;
  }

  private addColumn(index: number): ColumnBuilder {
    const column = this.table.column(index);
    this.dictionaries.push(new TextDictionary());
    return column;
  }

  private growScratch(): void {
    const scratch = new Uint8Array(this.scratch.length * 2);
    scratch.set(this.scratch);
    this.scratch = scratch;
  }
}
