import { isoDate } from '#shared/calendar.ts';
import { serialDay, serialMinute } from './serial-dates.ts';
import {
  BLOCK_ROWS,
  BOOLEAN,
  COMMA,
  DATE,
  DOT,
  EMPTY,
  ERROR,
  NO_CACHED_VALUE,
  TEXT,
  type RawTable,
} from './raw-table.ts';

const EDGE_SPACE = /^[\s\u00a0\u202f\u2007\ufeff]+|[\s\u00a0\u202f\u2007\ufeff]+$/g;
const COMBINING = /[\u0300-\u036f]/;

/**
 * Text of a cell as it is stored: no blanks at the ends, accents composed (a + ring is å), nothing else changed.
 * Example: `cleanText(' Malmö ')` is 'Malmö'.
 */
export function cleanText(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const trimmed = isSpace(first) || isSpace(last) ? text.replace(EDGE_SPACE, '') : text;
  return COMBINING.test(trimmed) ? trimmed.normalize('NFC') : trimmed;
}

/** Whether nothing is left of a text. Example: `isBlank(' ')` is true. */
export function isBlank(text: string): boolean {
  const ends = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return text === '' || (ends.some(isSpace) && cleanText(text) === '');
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x202f || code === 0x2007 || code === 0xfeff;
}

export function tagAt(table: RawTable, row: number, column: number): number {
  const block = table.columns[column]?.blocks[Math.floor(row / BLOCK_ROWS)];
  return block?.tags[row % BLOCK_ROWS] ?? EMPTY;
}

export function valueAt(table: RawTable, row: number, column: number): number {
  const block = table.columns[column]?.blocks[Math.floor(row / BLOCK_ROWS)];
  return block?.values[row % BLOCK_ROWS] ?? 0;
}

/** Row number in the file (1-based) of a row of the table. */
export function fileRow(table: RawTable, row: number): number {
  return table.fileRows === null ? row + 1 : (table.fileRows[row] ?? row + 1);
}

/** A plain number as the file has it. Example: tag DOT + 2, value -1250 is '-12.50'. */
export function numberText(tag: number, value: number): string {
  const decimals = tag & 15;
  if (decimals === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const mark = tag >= COMMA ? ',' : '.';
  return (value < 0 ? '-' : '') + digits.slice(0, -decimals) + mark + digits.slice(-decimals);
}

/**
 * A cell as text, for examples, previews and rejected rows: '' for nothing, a workbook's date as `YYYY-MM-DD` with the
 * time when it has one. Numbers keep the file's digits. Cheap for a screenful, not meant for whole columns.
 */
export function cellText(table: RawTable, row: number, column: number): string {
  const tag = tagAt(table, row, column);
  if (tag === EMPTY || tag === NO_CACHED_VALUE) return '';
  return valueText(table, column, tag, valueAt(table, row, column));
}

/** As `cellText`, of a tag and value at hand. */
export function valueText(table: RawTable, column: number, tag: number, value: number): string {
  if (tag === TEXT || tag === ERROR) return cleanText(table.columns[column]?.texts[value] ?? '');
  if (tag === BOOLEAN) return value === 1 ? 'true' : 'false';
  if (tag === DATE) return serialText(value, table.dateSystem);
  return tag >= DOT ? numberText(tag, value) : '';
}

function serialText(serial: number, system: 1900 | 1904): string {
  const day = serialDay(serial, system);
  if (day === null) return String(serial);
  const minute = serialMinute(serial);
  if (minute === 0) return isoDate(day);
  const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'));
  return `${isoDate(day)} ${time.join(':')}`;
}
