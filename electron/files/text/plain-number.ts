import { COMMA, DOT } from '#engine/import/raw-table.ts';
import type { ColumnBuilder } from '../table-builder.ts';

const MINUS = 0x2d;
const POINT = 0x2e;
const KOMMA = 0x2c;
const ZERO = 0x30;
const MAX_DIGITS = 15;

/**
 * Writes the plain number that starts at `at` into a cell and gives the place after it, or -1 when there is none.
 * Plain is what digits and decimals give back letter for letter: no leading zero, no `-0`, no `.5`, at most 15 digits.
 */
export function putPlainNumber(
  column: ColumnBuilder,
  row: number,
  bytes: Uint8Array,
  at: number,
  end: number,
  separator: number,
): number {
  const negative = bytes[at] === MINUS;
  const start = negative ? at + 1 : at;
  let p = start;
  let value = 0;
  let digit = 0;
  while (p < end && (digit = (bytes[p] ?? 0) - ZERO) >= 0 && digit <= 9) {
    value = value * 10 + digit;
    p++;
  }
  let digits = p - start;
  const leadingZero = bytes[start] === ZERO;
  if (digits === 0 || (leadingZero && digits > 1)) return -1;
  let tag = DOT;
  const mark = p < end ? (bytes[p] ?? 0) : 0;
  if (mark === POINT || (mark === KOMMA && separator !== KOMMA)) {
    const fraction = ++p;
    while (p < end && (digit = (bytes[p] ?? 0) - ZERO) >= 0 && digit <= 9) {
      value = value * 10 + digit;
      p++;
    }
    const decimals = p - fraction;
    if (decimals === 0 || decimals > MAX_DIGITS) return -1;
    if (leadingZero) digits = 0;
    digits += decimals;
    tag = (mark === POINT ? DOT : COMMA) + decimals;
  }
  if (digits > MAX_DIGITS || (negative && value === 0)) return -1;
  column.put(row, tag, negative ? -value : value);
  return p;
}
