import { damaged } from '../file-errors.ts';
import type { TableBuilder } from '../table-builder.ts';
import { wholeNumber } from './cell-number.ts';
import type { CellScanner } from './cell-scanner.ts';
import { afterSpecial, afterTag, asNumber, GT, incomplete, isSpecial, localNameAt, LT, SLASH } from './xml-bytes.ts';
import { XmlFeed } from './xml-feed.ts';

const MAX_ROW = 1_048_576;
const MAX_DEPTH = 64;
const MAX_MERGES = 100_000;
const COLON = 0x3a;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const MOST_DIGITS = 9;

const ROW_END = asNumber('</ro');
const ROW_START = asNumber('w><r');
const ROW_NUMBER = asNumber('ow r');
const IS_QUOTED = asNumber('="');

/** Depths at which `sheetData` and `row` stand open. */
const DATA_DEPTH = 2;
const ROW_DEPTH = 3;

/** Finds the rows of a worksheet in a stream of XML; rows without content are left out, the others keep their number. */
export class SheetScanner {
  /** Row numbers, 1-based, of the rows kept. */
  fileRows = new Int32Array(1024);
  /** References of merged ranges as written. */
  readonly merges: string[] = [];
  /** Rows kept that the workbook hides. */
  hiddenRows = 0;
  private readonly path: string[] = [];
  private seen = false;
  private inRow = false;
  private lastRow = 0;
  private row = 0;
  private hidden = false;
  private readonly table: TableBuilder;
  private readonly cells: CellScanner;
  private readonly feed = new XmlFeed((bytes, end, view) => this.scan(bytes, end, view));

  constructor(table: TableBuilder, cells: CellScanner) {
    this.table = table;
    this.cells = cells;
  }

  push(chunk: Buffer): void {
    this.feed.push(chunk);
  }

  finish(): void {
    this.feed.finish();
    if (!this.seen || this.path.length > 0) throw damaged('xml');
  }

  private scan(bytes: Uint8Array, end: number, view: DataView): number {
    const { cells } = this;
    let p = 0;
    for (;;) {
      while (bytes[p] !== LT && bytes[p] !== 0) p++;
      if (this.inRow && cells.prefix === 0) {
        const after = cells.plainCells(bytes, view, p);
        const next = after > p ? after : this.nextRow(bytes, view, p);
        if (next > p) {
          p = next;
          continue;
        }
      }
      if (bytes[p] === 0) {
        incomplete(p, end);
        return p;
      }
      if (p + 2 + cells.prefix >= end) return p;
      const next = this.inRow && this.isCell(bytes, p) ? cells.cell(bytes, p, end) : this.markup(bytes, p, end);
      if (next < 0) return p;
      p = next;
    }
  }

  /**
   * A row's end and the start of the next as they mostly stand, `</row><row r="7" spans="1:9">`: the place after them, 0 for
   * anything else. An `h` may be that of `hidden`.
   */
  private nextRow(bytes: Uint8Array, view: DataView, at: number): number {
    if (
      view.getInt32(at, true) !== ROW_END ||
      view.getInt32(at + 4, true) !== ROW_START ||
      view.getInt32(at + 8, true) !== ROW_NUMBER ||
      view.getInt16(at + 12, true) !== IS_QUOTED
    )
      return 0;
    let p = at + 14;
    let number = 0;
    for (let byte = bytes[p] ?? 0; byte >= 0x30 && byte <= 0x39; byte = bytes[++p] ?? 0)
      number = number * 10 + byte - 0x30;
    if (number === 0 || p > at + 14 + MOST_DIGITS || bytes[p] !== QUOTE) return 0;
    let quotes = 1;
    for (let byte = bytes[++p] ?? 0; byte !== GT; byte = bytes[++p] ?? 0) {
      if (byte === QUOTE) quotes++;
      else if (byte === 0x68 || byte === APOSTROPHE || byte === LT || byte === 0) return 0;
    }
    if (bytes[p - 1] !== QUOTE || quotes % 2 === 0) return 0;
    this.endRow();
    this.startRow(number, false);
    return p + 1;
  }

  private isCell(bytes: Uint8Array, at: number): boolean {
    const { prefix } = this.cells;
    const after = bytes[at + 2 + prefix] ?? 0;
    return (
      bytes[at + 1 + prefix] === 0x63 &&
      (after <= 0x20 || after === GT || after === SLASH) &&
      (prefix === 0 || bytes[at + prefix] === COLON)
    );
  }

  private markup(bytes: Uint8Array, at: number, end: number): number {
    if (isSpecial(bytes, at)) return afterSpecial(bytes, at, end);
    const after = afterTag(bytes, at, end);
    if (after < 0) return -1;
    const empty = bytes[after - 2] === SLASH;
    if (bytes[at + 1] === SLASH) {
      this.close(isRow(bytes, at + 2 + this.cells.prefix) ? 'row' : localNameAt(bytes, at + 2));
    } else if (this.path.length === DATA_DEPTH && isRow(bytes, at + 1 + this.cells.prefix)) {
      this.startRow(rowNumber(bytes, at, after), isHidden(bytes, at, after));
      if (empty) this.endRow();
      else this.open('row');
    } else {
      this.otherElement(bytes, at, after, empty);
    }
    return after;
  }

  private otherElement(bytes: Uint8Array, at: number, after: number, empty: boolean): void {
    const name = localNameAt(bytes, at + 1);
    if (this.path.length === 0) {
      if (this.seen) throw damaged('xml');
      this.seen = true;
      this.cells.prefix = prefixLength(bytes, at + 1);
    }
    if (name === 'mergeCell' && this.merges.length < MAX_MERGES) {
      const tag = Buffer.from(bytes.subarray(at, after)).toString('latin1');
      const ref = /\sref\s*=\s*["']([A-Za-z0-9:$]+)["']/.exec(tag)?.[1];
      if (ref !== undefined) this.merges.push(ref);
    }
    if (!empty) this.open(name);
  }

  private open(name: string): void {
    this.path.push(name);
    if (this.path.length > MAX_DEPTH) throw damaged('xml');
    this.inRow = name === 'row' && this.path.length === ROW_DEPTH && this.path[1] === 'sheetData';
  }

  private close(name: string): void {
    if (this.path.pop() !== name) throw damaged('xml');
    if (this.inRow) this.endRow();
    this.inRow = this.path.length === ROW_DEPTH && this.path[2] === 'row' && this.path[1] === 'sheetData';
  }

  private startRow(number: number, hidden: boolean): void {
    this.row = number;
    this.hidden = hidden;
    this.cells.startRow(number);
  }

  private endRow(): void {
    const number = this.row > 0 ? this.row : Math.max(this.cells.rowNamed, this.lastRow + 1);
    if (number > MAX_ROW) throw damaged('sheet');
    this.lastRow = number;
    if (this.cells.writer.filled === 0) return;
    if (this.hidden) this.hiddenRows++;
    const index = this.table.rows;
    if (index === this.fileRows.length) {
      const bigger = new Int32Array(index * 2);
      bigger.set(this.fileRows);
      this.fileRows = bigger;
    }
    this.fileRows[index] = number;
    this.table.endRow();
  }
}

function isRow(bytes: Uint8Array, at: number): boolean {
  const after = bytes[at + 3] ?? 0;
  return (
    bytes[at] === 0x72 &&
    bytes[at + 1] === 0x6f &&
    bytes[at + 2] === 0x77 &&
    (after <= 0x20 || after === GT || after === SLASH)
  );
}

/** The `r` of a row's start tag, 0 without one. */
function rowNumber(bytes: Uint8Array, from: number, to: number): number {
  for (let p = from; p < to; p++) {
    if ((bytes[p] ?? 0) > 0x20 || bytes[p + 1] !== 0x72 || bytes[p + 2] !== EQUALS) continue;
    const start = p + 4;
    const quote = bytes[p + 3];
    let end = start;
    while (end < to && bytes[end] !== quote) end++;
    return wholeNumber(bytes, start, end);
  }
  return 0;
}

/** Whether a row's start tag says `hidden`, as it does for a row that a filter leaves out. */
function isHidden(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) {
    if (bytes[p + 1] !== 0x68 || bytes[p + 2] !== 0x69 || (bytes[p] ?? 0) > 0x20) continue;
    return /^\s*hidden\s*=\s*["'](?:1|true)["']/.test(Buffer.from(bytes.subarray(p, to)).toString('latin1'));
  }
  return false;
}

/** Length of an element name's prefix with its colon. */
function prefixLength(bytes: Uint8Array, at: number): number {
  for (let p = at; (bytes[p] ?? 0) > 0x20 && bytes[p] !== GT && bytes[p] !== SLASH; p++) {
    if (bytes[p] === COLON) return p - at + 1;
  }
  return 0;
}
