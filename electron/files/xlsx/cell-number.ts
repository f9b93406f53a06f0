import { DOT } from '#engine/import/raw-table.ts';
import { damaged } from '../file-errors.ts';
import type { ColumnBuilder } from '../table-builder.ts';

const ZERO = 0x30;
const POINT = 0x2e;
const MINUS = 0x2d;
const PLUS = 0x2b;
const MAX_DIGITS = 15;
const LIMIT = 1e15;

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= ZERO + 9;

/**
 * Writes the number in `bytes[from, to)` as a spreadsheet shows it: 15 significant digits, at most 15 decimals, no zeros at
 * the end of the decimals. `55.00000000000001` is 55, `1.5E-3` is 0.0015. False when the digits do not fit or the text is
 * no number; nothing is written then.
 */
export function putCellNumber(
  column: ColumnBuilder,
  row: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): boolean {
  let p = from;
  const negative = bytes[p] === MINUS;
  if (negative || bytes[p] === PLUS) p++;
  let mantissa = 0;
  let taken = 0;
  let exponent = 0;
  let rounding = -1;
  let fraction = false;
  let any = false;
  for (; p < to; p++) {
    const byte = bytes[p] ?? 0;
    if (isDigit(byte)) {
      any = true;
      if (taken < MAX_DIGITS) {
        mantissa = mantissa * 10 + byte - ZERO;
        if (mantissa > 0) taken++;
        if (fraction) exponent--;
      } else {
        if (rounding < 0) rounding = byte - ZERO;
        if (!fraction) exponent++;
      }
    } else if (byte === POINT && !fraction) {
      fraction = true;
    } else {
      break;
    }
  }
  if (!any) return false;
  if (p < to) {
    const power = exponentOf(bytes, p, to);
    if (Number.isNaN(power)) return false;
    exponent += power;
  }
  if (rounding >= 5) mantissa++;
  while (exponent < 0 && mantissa % 10 === 0 && mantissa > 0) {
    mantissa /= 10;
    exponent++;
  }
  if (exponent < -MAX_DIGITS) {
    const drop = 10 ** Math.min(-MAX_DIGITS - exponent, 16);
    mantissa = Math.floor((mantissa + drop / 2) / drop);
    exponent = -MAX_DIGITS;
    while (exponent < 0 && mantissa % 10 === 0 && mantissa > 0) {
      mantissa /= 10;
      exponent++;
    }
  }
  while (exponent > 0 && mantissa > 0 && mantissa * 10 < LIMIT) {
    mantissa *= 10;
    exponent--;
  }
  if (mantissa === 0) exponent = 0;
  if (exponent > 0 || mantissa >= LIMIT) return false;
  column.put(row, DOT - exponent, negative ? 0 - mantissa : mantissa);
  return true;
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

/** `E-05` is −5; NaN for anything else. */
function exponentOf(bytes: Uint8Array, from: number, to: number): number {
  if (((bytes[from] ?? 0) | 0x20) !== 0x65) return Number.NaN;
  let p = from + 1;
  const negative = bytes[p] === MINUS;
  if (negative || bytes[p] === PLUS) p++;
  if (p >= to || to - p > 4) return Number.NaN;
  let power = 0;
  for (; p < to; p++) {
    const byte = bytes[p] ?? 0;
    if (!isDigit(byte)) return Number.NaN;
    power = power * 10 + byte - ZERO;
  }
  return negative ? -power : power;
}
