import { BOOLEAN, DATE, ERROR, TEXT } from '#engine/import/raw-table.ts';
import { damaged } from '../file-errors.ts';
import type { ColumnBuilder, TableBuilder } from '../table-builder.ts';
import type { TextDictionary } from '../text/text-dictionary.ts';
import { putCellNumber, wholeNumber } from './cell-number.ts';
import { CellText } from './cell-text.ts';
import { DATE_LOOK, FIRST_CURRENCY } from './date-formats.ts';
import type { SharedStrings } from './shared-strings.ts';

/** A cell's `t`: no attribute and `n`, `s`, `str` and `d`, `inlineStr`, `b`, `e`. */
export const NUMBER = 0;
export const SHARED = 1;
export const STRING = 2;
export const INLINE = 3;
export const FLAG = 4;
export const FAULT = 5;

/** Writes the values of cells into the row of the table that is under way. */
export class CellWriter {
  /** Cells with content in that row. */
  filled = 0;
  readonly table: TableBuilder;
  /** By style: see `CellStyles`. */
  readonly looks: Uint8Array;
  readonly strings: SharedStrings;
  readonly text: CellText;

  constructor(table: TableBuilder, dictionary: TextDictionary, looks: Uint8Array, strings: SharedStrings) {
    this.table = table;
    this.looks = looks;
    this.strings = strings;
    this.text = new CellText(dictionary);
  }

  /** The value in `bytes[from, to)` of a cell of a type. */
  typed(bytes: Uint8Array, from: number, to: number, type: number, style: number, column: number): void {
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

  write(column: number, tag: number, value: number): void {
    this.target(column).put(this.table.blockRow, tag, value);
  }

  /** Where a cell goes; a second one in its place is damage. */
  target(index: number): ColumnBuilder {
    const column = this.table.columns[index] ?? this.table.column(index);
    if (column.has(this.table.blockRow)) throw damaged('sheet');
    this.filled++;
    return column;
  }
}
