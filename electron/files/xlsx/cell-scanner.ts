import { DATE, DOT, NO_CACHED_VALUE, TEXT } from '#engine/import/raw-table.ts';
import { damaged, tooLarge } from '../file-errors.ts';
import { MAX_COLUMNS } from '../table-builder.ts';
import { wholeNumber } from './cell-number.ts';
import { FAULT, FLAG, INLINE, NUMBER, SHARED, STRING, type CellWriter } from './cell-writer.ts';
import { DATE_LOOK, FIRST_CURRENCY } from './date-formats.ts';
import { afterElement, afterSpecial, afterTag, asNumber, GT, incomplete, isSpecial, LT, SLASH } from './xml-bytes.ts';

const MAX_CELLS = 20_000_000;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const MINUS = 0x2d;
const POINT = 0x2e;

/** Digits of a number or style that cannot overflow, and of one that is exact. */
const MOST_DIGITS = 9;
const MAX_DIGITS = 15;

/** Pieces of a plain cell as little-endian numbers. */
const CELL = asNumber('<c r');
const IS_QUOTED = asNumber('="');
const STYLE = asNumber('" s=');
const TYPE = asNumber('" t=');
const EMPTY_CELL = asNumber('"/>');
const VALUE = asNumber('"><v');
const VALUE_END = asNumber('</v>');
const CELL_END = asNumber('</c>');

const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

const isNamePart = (byte: number): boolean => byte > 0x20 && byte !== EQUALS && byte !== GT && byte !== LT;

/** Reads one `c` element after another into a table: the one loop that a million rows go through. */
export class CellScanner {
  /** Length of the prefix of the sheet's element names with its colon, mostly 0. */
  prefix = 0;
  /** The row number that a cell's reference named. */
  rowNamed = 0;
  /** Row number that the row itself gives, 0 without one. */
  private row = 0;
  /** Its digits: how many, and the first and last four as the bytes of a number, fewer where there are fewer. */
  private rowDigits = 0;
  private rowMask = 0;
  private rowHead = 0;
  private rowTail = 0;
  private nextColumn = 0;
  private cells = 0;
  private valueFrom = -1;
  private valueTo = -1;
  /** The value's characters put together, where they stand in sections or around comments; mostly null. */
  private joined: Uint8Array | null = null;
  readonly writer: CellWriter;

  constructor(writer: CellWriter) {
    this.writer = writer;
  }

  startRow(row: number): void {
    this.row = row;
    this.learnDigits(row);
    this.nextColumn = 0;
    this.writer.filled = 0;
    this.rowNamed = 0;
  }

  private learnDigits(row: number): void {
    let [head, tail, digits] = [0, 0, 0];
    for (let rest = row; rest > 0; rest = (rest / 10) | 0, digits++) {
      const digit = 0x30 + (rest % 10);
      head = (head << 8) | digit;
      tail |= digits < 4 ? digit << (24 - 8 * digits) : 0;
    }
    this.rowDigits = digits;
    this.rowHead = head;
    this.rowTail = tail;
    this.rowMask = digits < 4 ? 2 ** (8 * digits) - 1 : -1;
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
   * Cells as nearly all are written, `<c r="B7" s="1" t="s"><v>12</v></c>`, one after another and each in one pass: the place
   * after the last of them. It stops at anything else, also at a cell that is not whole: the zero that ends the bytes is none
   * of the characters it looks for. `view` is of the same bytes and has seven more behind that zero.
   */
  plainCells(bytes: Uint8Array, view: DataView, at: number): number {
    const { row, rowDigits, rowMask, rowHead, rowTail, writer } = this;
    if (row === 0) return at;
    const { looks, strings } = writer;
    const place = writer.table.blockRow;
    let cell = at;
    for (;;) {
      let p = cell + 6;
      if (view.getInt32(cell, true) !== CELL || view.getInt16(cell + 4, true) !== IS_QUOTED) return cell;
      let column = 0;
      for (let byte = bytes[p] ?? 0; byte >= 0x41 && byte <= 0x5a; byte = bytes[++p] ?? 0) {
        column = column * 26 + byte - 0x40;
      }
      if (column === 0 || column > MAX_COLUMNS || (view.getInt32(p, true) & rowMask) !== rowHead) return cell;
      p += rowDigits;
      if (rowDigits > 4 && view.getInt32(p - 4, true) !== rowTail) return cell;
      let style = 0;
      let isShared = false;
      let next = view.getInt32(p, true);
      while (next === STYLE || next === TYPE) {
        p += 4;
        if (bytes[p++] !== QUOTE) return cell;
        if (next === TYPE) {
          const letter = bytes[p++];
          isShared = letter === 0x73;
          if (!isShared && letter !== 0x6e) return cell;
        } else {
          const from = p;
          style = 0;
          for (let byte = bytes[p] ?? 0; byte >= 0x30 && byte <= 0x39; byte = bytes[++p] ?? 0) {
            style = style * 10 + byte - 0x30;
          }
          if (p === from || p > from + MOST_DIGITS) return cell;
        }
        next = view.getInt32(p, true);
      }
      if ((next & 0xff_ff_ff) === EMPTY_CELL) {
        this.rowNamed = row;
        this.nextColumn = column;
        cell = p + 3;
        continue;
      }
      if (next !== VALUE || bytes[p + 4] !== GT) return cell;
      const from = p + 5;
      p = from;
      let byte = bytes[p] ?? 0;
      const isNegative = byte === MINUS;
      if (isNegative) byte = bytes[++p] ?? 0;
      let digits = 0;
      let decimals = 0;
      const whole = p;
      for (; byte >= 0x30 && byte <= 0x39; byte = bytes[++p] ?? 0) digits = digits * 10 + byte - 0x30;
      let length = p - whole;
      if (byte === POINT) {
        const point = p;
        for (byte = bytes[++p] ?? 0; byte >= 0x30 && byte <= 0x39; byte = bytes[++p] ?? 0)
          digits = digits * 10 + byte - 0x30;
        decimals = p - point - 1;
        length += decimals;
      }
      const isPlain = byte === LT && length > 0 && length <= (isShared ? MOST_DIGITS : MAX_DIGITS);
      while (bytes[p] !== LT && bytes[p] !== 0) p++;
      if (p === from || view.getInt32(p, true) !== VALUE_END || view.getInt32(p + 4, true) !== CELL_END) return cell;
      if (++this.cells > MAX_CELLS) throw tooLarge('cells');
      this.rowNamed = row;
      this.nextColumn = column;
      cell = p + 8;
      const look = looks[style] ?? 0;
      const isWhole = isPlain && !isNegative && decimals === 0;
      if (isShared && isWhole) {
        const text = strings.at(digits);
        if (text >= 0) writer.write(column - 1, TEXT, text);
      } else if (isShared || !isPlain || (look === DATE_LOOK && !isWhole)) {
        writer.typed(bytes, from, p, isShared ? SHARED : NUMBER, style, column - 1);
      } else if (look === DATE_LOOK) {
        writer.write(column - 1, DATE, digits);
      } else {
        for (; decimals > 0 && digits % 10 === 0; decimals--) digits /= 10;
        const target = writer.target(column - 1);
        if (look >= FIRST_CURRENCY) target.currencies |= 1 << (look - FIRST_CURRENCY);
        target.put(place, DOT + decimals, isNegative ? 0 - digits : digits);
      }
    }
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
          p = this.writer.text.readRuns(bytes, after, end);
          if (p >= 0) inline = this.writer.text.number();
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
      this.writer.text.clear();
      p = this.writer.text.addUntilTag(bytes, from, end);
      if (p < 0) return -1;
      this.joined = this.writer.text.copy();
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
    const { writer, valueFrom: from, valueTo: to } = this;
    if (type === INLINE && inline >= 0) {
      writer.write(column, TEXT, inline);
    } else if (from >= 0 && to > from) {
      writer.typed(this.joined ?? bytes, from, to, type, style, column);
    } else if (inline >= 0) {
      writer.write(column, TEXT, inline);
    } else if (formula && (from < 0 || type !== STRING)) {
      writer.write(column, NO_CACHED_VALUE, 0);
    }
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
