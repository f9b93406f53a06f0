import type { CellObject, WorkSheet } from 'xlsx';
import { BOOLEAN, DATE, DOT, ERROR, TEXT, type RawTable } from '#engine/import/raw-table.ts';
import { TableBuilder } from '../table-builder.ts';
import { putCellNumber } from '../xlsx/cell-number.ts';
import { DATE_LOOK, FIRST_CURRENCY, lookOfFormat } from '../xlsx/date-formats.ts';
import { rangesInTable } from '../xlsx/merged-ranges.ts';

const MAX_PLACES = 64_000_000;
const MAX_INTEGER = 1e15;

const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

/** A sheet as the library gives it (`dense`) to a table; rows without content are left out and the others keep their number. */
export function sheetTable(sheet: WorkSheet, dateSystem: 1900 | 1904): RawTable {
  const table = new TableBuilder(MAX_PLACES);
  const texts = new Map<string, number>();
  const looks = new Map<string, number>();
  const currencies: string[] = [];
  const fileRows: number[] = [];
  const numberOf = (text: string): number => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  const lookOf = (format: unknown): number => {
    if (typeof format !== 'string') return 0;
    const look = looks.get(format) ?? lookOfFormat(format, currencies);
    looks.set(format, look);
    return look;
  };
  const put = (index: number, tag: number, value: number): true => {
    table.column(index).put(table.blockRow, tag, value);
    return true;
  };
  const write = (cell: CellObject, index: number): boolean => {
    const { v: value } = cell;
    if (cell.t === 'e') return put(index, ERROR, numberOf(errors[Number(value)] ?? '#ERROR!'));
    if (typeof value === 'boolean') return put(index, BOOLEAN, value ? 1 : 0);
    if (typeof value === 'string') return value !== '' && put(index, TEXT, numberOf(value));
    if (typeof value !== 'number' || !Number.isFinite(value)) return false;
    const look = lookOf(cell.z);
    if (look === DATE_LOOK) return put(index, DATE, value);
    if (look >= FIRST_CURRENCY) table.column(index).currencies |= 1 << (look - FIRST_CURRENCY);
    if (Number.isInteger(value) && Math.abs(value) < MAX_INTEGER) return put(index, DOT, value);
    const letters = String(value);
    const bytes = Buffer.from(letters, 'latin1');
    return (
      putCellNumber(table.column(index), table.blockRow, bytes, 0, bytes.length) || put(index, TEXT, numberOf(letters))
    );
  };
  const rows = sheet['!data'] ?? [];
  for (let row = 0; row < rows.length; row++) {
    let filled = false;
    rows[row]?.forEach((cell, index) => {
      if (write(cell, index)) filled = true;
    });
    if (!filled) continue;
    fileRows.push(row + 1);
    table.endRow();
  }
  const list = [...texts.keys()];
  const hiddenRows = fileRows.filter((row) => sheet['!rows']?.[row - 1]?.hidden === true).length;
  return table.finish(() => list, {
    fileRows: fileRows.every((row, index) => row === index + 1) ? null : Int32Array.from(fileRows),
    dateSystem,
    merges: mergesOf(sheet, fileRows),
    ragged: 0,
    ...(hiddenRows > 0 ? { hiddenRows } : {}),
    currencies,
  });
}

function mergesOf(sheet: WorkSheet, fileRows: readonly number[]): RawTable['merges'] {
  const ranges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }));
  return rangesInTable(ranges, Int32Array.from(fileRows));
}
