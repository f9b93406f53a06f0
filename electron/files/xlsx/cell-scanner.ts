import { BOOLEAN, DATE, ERROR, NO_CACHED_VALUE, TEXT } from '#engine/import/raw-table.ts';
import { damaged, tooLarge } from '../file-errors.ts';
import { MAX_COLUMNS, type ColumnBuilder, type TableBuilder } from '../table-builder.ts';
import type { TextDictionary } from '../text/text-dictionary.ts';
import { putCellNumber } from './cell-number.ts';
import { DATE_LOOK, FIRST_CURRENCY } from './date-formats.ts';
import { CellText } from './cell-text.ts';
import type { SharedStrings } from './shared-strings.ts';
import { afterElement, afterSpecial, afterTag, GT, incomplete, isSpecial, LT, SLASH } from './xml-bytes.ts';

const MAX_CELLS = 20_000_000;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** A cell's `t`: no attribute and `n`, `s`, `str` and `d`, `inlineStr`, `b`, `e`. */
const NUMBER = 0;
const SHARED = 1;
const STRING = 2;
const INLINE = 3;
const FLAG = 4;
const FAULT = 5;

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

const isNamePart = (byte: number): boolean => byte > 0x20 && byte !== EQUALS && byte !== GT && byte !== LT;

/** Reads one `c` element after another into a table: the one loop that a million rows go through. */
export class CellScanner {
  /** Length of the prefix of the sheet's element names with its colon, mostly 0. */
  prefix = 0;
  /** Cells with content in the row under way, and the row number that a cell's reference named. */
  filled = 0;
  rowNamed = 0;
  /** Row number that the row itself gives, 0 without one. */
  private row = 0;
  private nextColumn = 0;
  private cells = 0;
  private valueFrom = -1;
  private valueTo = -1;
  /** The value's characters put together, where they stand in sections or around comments; mostly null. */
  private joined: Uint8Array | null = null;
  private readonly table: TableBuilder;
  /** By style: see `CellStyles`. */
  private readonly looks: Uint8Array;
  private readonly strings: SharedStrings;
  private readonly text: CellText;

  constructor(table: TableBuilder, dictionary: TextDictionary, looks: Uint8Array, strings: SharedStrings) {
    this.table = table;
    this.looks = looks;
    this.strings = strings;
    this.text = new CellText(dictionary);
  }

  startRow(row: number): void {
    this.row = row;
    this.nextColumn = 0;
    this.filled = 0;
    this.rowNamed = 0;
  }

  /** The cell whose `<` stands at `at`; gives the place after it, or -1. Writes nothing before the cell is whole. */
  cell(bytes: Uint8Array, at: number, end: number): number {
    let p = at + 2 + this.prefix;
    let type = NUMBER;
    let style = 0;
    let column = this.nextColumn;
    for (;;) {
      while (isSpace(bytes[p] ?? 0)) p++;
      const first = bytes[p] ?? 0;
      if (first === GT) {
        p++;
        break;
      }
      if (first === SLASH) {
        if (p + 1 >= end) return -1;
        if (bytes[p + 1] !== GT) throw damaged('xml');
        this.nextColumn = column + 1;
        return p + 2;
      }
      let nameEnd = p;
      while (isNamePart(bytes[nameEnd] ?? 0)) nameEnd++;
      const single = nameEnd === p + 1;
      p = nameEnd;
      while (isSpace(bytes[p] ?? 0)) p++;
      if (bytes[p] !== EQUALS) return incomplete(p, end);
      p++;
      while (isSpace(bytes[p] ?? 0)) p++;
      const quote = bytes[p] ?? 0;
      if (quote !== QUOTE && quote !== APOSTROPHE) return incomplete(p, end);
      const from = ++p;
      while (bytes[p] !== quote && bytes[p] !== 0 && bytes[p] !== LT) p++;
      if (bytes[p] !== quote) return incomplete(p, end);
      if (single) {
        if (first === 0x72) column = this.reference(bytes, from, p);
        else if (first === 0x73) style = wholeNumber(bytes, from, p);
        else if (first === 0x74) type = typeOf(bytes, from, p);
      }
      p++;
    }
    const next = this.content(bytes, p, end, type, style, column);
    if (next >= 0) this.nextColumn = column + 1;
    return next;
  }

  /**
   * A cell as nearly all are written, `<c r="B7" s="1" t="s"><v>12</v></c>`, in one pass: the place after it. 0 for anything
   * else, also for one that is not whole: the zero that ends the bytes is none of the characters it looks for.
   */
  plainCell(bytes: Uint8Array, at: number): number {
    let p = at + 2;
    if (
      bytes[at + 1] !== 0x63 ||
      bytes[p] !== 0x20 ||
      bytes[p + 1] !== 0x72 ||
      bytes[p + 2] !== EQUALS ||
      bytes[p + 3] !== QUOTE
    )
      return 0;
    p += 4;
    let column = 0;
    for (let byte = bytes[p] ?? 0; byte >= 0x41 && byte <= 0x5a; byte = bytes[++p] ?? 0) {
      column = column * 26 + byte - 0x40;
    }
    let row = 0;
    for (let byte = bytes[p] ?? 0; byte >= 0x30 && byte <= 0x39; byte = bytes[++p] ?? 0) row = row * 10 + byte - 0x30;
    if (bytes[p] !== QUOTE || row === 0 || row !== this.row || column === 0 || column > MAX_COLUMNS) return 0;
    p++;
    let style = 0;
    let type = NUMBER;
    while (bytes[p] === 0x20) {
      const name = bytes[p + 1];
      if (bytes[p + 2] !== EQUALS || bytes[p + 3] !== QUOTE) return 0;
      const from = p + 4;
      p = from;
      if (name === 0x73) {
        style = 0;
        for (let byte = bytes[p] ?? 0; byte >= 0x30 && byte <= 0x39; byte = bytes[++p] ?? 0) {
          style = style * 10 + byte - 0x30;
        }
      } else if (name === 0x74 && (bytes[p] === 0x73 || bytes[p] === 0x6e)) {
        type = bytes[p++] === 0x73 ? SHARED : NUMBER;
      } else {
        return 0;
      }
      if (p === from || p > from + 9 || bytes[p] !== QUOTE) return 0;
      p++;
    }
    if (bytes[p] !== GT || bytes[p + 1] !== LT || bytes[p + 2] !== 0x76 || bytes[p + 3] !== GT) return 0;
    const from = p + 4;
    p = from;
    while (bytes[p] !== LT && bytes[p] !== 0) p++;
    if (p === from || bytes[p] !== LT || bytes[p + 1] !== SLASH || bytes[p + 2] !== 0x76 || bytes[p + 3] !== GT)
      return 0;
    if (bytes[p + 4] !== LT || bytes[p + 5] !== SLASH || bytes[p + 6] !== 0x63 || bytes[p + 7] !== GT) return 0;
    if (++this.cells > MAX_CELLS) throw tooLarge('cells');
    this.rowNamed = row;
    this.nextColumn = column;
    this.typed(bytes, from, p, type, style, column - 1);
    return p + 8;
  }

  /** From the cell's start tag to after its end tag. */
  private content(bytes: Uint8Array, at: number, end: number, type: number, style: number, column: number): number {
    const { prefix } = this;
    let p = at;
    let formula = false;
    let inline = -1;
    this.valueFrom = -1;
    this.joined = null;
    for (;;) {
      while (bytes[p] !== LT && bytes[p] !== 0) p++;
      if (bytes[p] === 0) return incomplete(p, end);
      if (p + 2 + prefix >= end) return -1;
      if (bytes[p + 1] === SLASH) {
        const after = afterTag(bytes, p, end);
        if (after < 0) return -1;
        if (bytes[p + 2 + prefix] !== 0x63 || after < p + 4 + prefix) throw damaged('xml');
        this.put(bytes, type, style, column, formula, inline);
        return after;
      }
      const letter = bytes[p + 1 + prefix] ?? 0;
      const short = bytes[p + 2 + prefix] ?? 0;
      if (isSpecial(bytes, p)) {
        p = afterSpecial(bytes, p, end);
      } else if (letter === 0x76 && (short === GT || short === SLASH || isSpace(short))) {
        p = this.value(bytes, p, end);
      } else if (letter === 0x69 && short === 0x73) {
        const after = afterTag(bytes, p, end);
        if (after < 0) return -1;
        if (bytes[after - 2] === SLASH) {
          p = after;
        } else {
          p = this.text.readRuns(bytes, after, end);
          if (p >= 0) inline = this.text.number();
        }
      } else {
        if (letter === 0x66) formula = true;
        p = afterElement(bytes, p, end);
      }
      if (p < 0) return -1;
    }
  }

  /** A `v` element: where its characters stand is left in `valueFrom` and `valueTo`. Nothing but characters may be in it. */
  private value(bytes: Uint8Array, at: number, end: number): number {
    const from = afterTag(bytes, at, end);
    if (from < 0) return -1;
    this.valueFrom = this.valueTo = from;
    if (bytes[from - 2] === SLASH) return from;
    let p = from;
    while (bytes[p] !== LT && bytes[p] !== 0) p++;
    if (bytes[p] === 0) return incomplete(p, end);
    if (p + 1 >= end) return -1;
    this.valueTo = p;
    if (isSpecial(bytes, p)) {
      this.text.clear();
      p = this.text.addUntilTag(bytes, from, end);
      if (p < 0) return -1;
      this.joined = this.text.copy();
      [this.valueFrom, this.valueTo] = [0, this.joined.length];
    }
    if (bytes[p + 1] !== SLASH) throw damaged('xml');
    const after = afterTag(bytes, p, end);
    if (after < 0) return -1;
    if (bytes[p + 2 + this.prefix] !== 0x76) throw damaged('xml');
    return after;
  }

  private put(bytes: Uint8Array, type: number, style: number, column: number, formula: boolean, inline: number): void {
    if (++this.cells > MAX_CELLS) throw tooLarge('cells');
    const from = this.valueFrom;
    const to = this.valueTo;
    if (type === INLINE && inline >= 0) {
      this.write(column, TEXT, inline);
    } else if (from >= 0 && to > from) {
      this.typed(this.joined ?? bytes, from, to, type, style, column);
    } else if (inline >= 0) {
      this.write(column, TEXT, inline);
    } else if (formula && (from < 0 || type !== STRING)) {
      this.write(column, NO_CACHED_VALUE, 0);
    }
  }

  private typed(bytes: Uint8Array, from: number, to: number, type: number, style: number, column: number): void {
    switch (type) {
      case SHARED: {
        const text = this.strings.at(wholeNumber(bytes, from, to));
        if (text >= 0) this.write(column, TEXT, text);
        return;
      }
      case FLAG: {
        const letter = (bytes[from] ?? 0) | 0x20;
        this.write(column, BOOLEAN, letter === 0x31 || letter === 0x74 ? 1 : 0);
        return;
      }
      case STRING:
      case INLINE:
        this.writeText(bytes, from, to, column, TEXT);
        return;
      case FAULT:
        this.writeText(bytes, from, to, column, ERROR);
        return;
      default: {
        const look = this.looks[style] ?? 0;
        if (look === DATE_LOOK) this.date(bytes, from, to, column);
        else this.number(bytes, from, to, column, look);
      }
    }
  }

  private number(bytes: Uint8Array, from: number, to: number, column: number, look: number): void {
    const { table } = this;
    const target = this.target(column);
    if (look >= FIRST_CURRENCY) target.currencies |= 1 << (look - FIRST_CURRENCY);
    if (!putCellNumber(target, table.blockRow, bytes, from, to)) this.writeText(bytes, from, to, column, TEXT);
  }

  private date(bytes: Uint8Array, from: number, to: number, column: number): void {
    let p = from;
    let serial = 0;
    while (p < to && (bytes[p] ?? 0) >= 0x30 && (bytes[p] ?? 0) <= 0x39)
      serial = serial * 10 + (bytes[p++] ?? 0) - 0x30;
    if (p < to) serial = Number(Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1'));
    if (Number.isFinite(serial)) this.write(column, DATE, serial);
    else this.writeText(bytes, from, to, column, TEXT);
  }

  private writeText(bytes: Uint8Array, from: number, to: number, column: number, tag: number): void {
    this.text.clear();
    this.text.add(bytes, from, to);
    const text = this.text.number();
    if (text >= 0) this.write(column, tag, text);
  }

  private write(column: number, tag: number, value: number): void {
    this.target(column).put(this.table.blockRow, tag, value);
  }

  private target(index: number): ColumnBuilder {
    const column = this.table.columns[index] ?? this.table.column(index);
    if (column.has(this.table.blockRow)) throw damaged('sheet');
    this.filled++;
    return column;
  }

  /** Column of a reference such as `AB12`, 0-based; the row is kept in `rowNamed`. One of another row is damage. */
  private reference(bytes: Uint8Array, from: number, to: number): number {
    let p = from;
    let column = 0;
    for (let letter = 0; p < to; p++) {
      letter = ((bytes[p] ?? 0) | 0x20) - 0x60;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    if (column === 0 || column > MAX_COLUMNS) throw damaged('sheet');
    this.rowNamed = wholeNumber(bytes, p, to);
    if (this.row > 0 && this.rowNamed !== this.row) throw damaged('sheet');
    return column - 1;
  }
}

/** Digits to a number; anything else is damage. */
export function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let p = from; p < to; p++) {
    const digit = (bytes[p] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) throw damaged('sheet');
    value = value * 10 + digit;
  }
  if (to === from || value > 0x7fffffff) throw damaged('sheet');
  return value;
}

function typeOf(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from] ?? 0;
  if (to === from + 1) {
    if (first === 0x73) return SHARED;
    if (first === 0x62) return FLAG;
    if (first === 0x65) return FAULT;
    return first === 0x64 ? STRING : NUMBER;
  }
  return first === 0x73 ? STRING : first === 0x69 ? INLINE : NUMBER;
}
