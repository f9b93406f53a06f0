import { cellText, tagAt, valueAt } from '../cells.ts';
import { numberShape, readNumber } from '../number-readings.ts';
import { COMMA, DOT, TEXT, type RawTable } from '../raw-table.ts';

/** Ten-thousandths that a total may differ from the sum of cells rounded one by one, beside half a cell's last digit. */
const CENT = 100;
const UNIT = 5_000;

/** A cell as ten-thousandths, enough to tell a total from a number that is none; null for anything but a number. */
export function looseAmount(table: RawTable, row: number, column: number): number | null {
  const tag = tagAt(table, row, column);
  if (tag >= DOT) return Math.round(valueAt(table, row, column) * 10 ** (4 - (tag & 15)));
  if (tag !== TEXT) return null;
  const shape = numberShape(cellText(table, row, column));
  const reading = shape === null ? null : (readNumber(shape, '.') ?? readNumber(shape, ','));
  return reading !== null && Number.isFinite(reading.scaled) ? reading.scaled : null;
}

/** True when a total equals a sum of `count` cells, but for rounding. A whole number may be rounded to units. */
export function isTotalOf(table: RawTable, row: number, column: number, sum: number, count: number): boolean {
  const total = looseAmount(table, row, column);
  const tag = tagAt(table, row, column);
  const isWhole = tag === DOT || tag === COMMA;
  return total !== null && Math.abs(total - sum) <= Math.max(isWhole ? UNIT : CENT, count);
}
