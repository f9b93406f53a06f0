import { DECIMAL_SCALE } from '#shared/units.ts';

/** Decimals of a stored number: ten-thousandths. */
export const SCALE_DIGITS = 4;

/** A number in ten-thousandths; `scaled` is Infinity when it is beyond exact integers. */
export interface Scaled {
  readonly scaled: number;
  /** Rounding to four decimals changed it, see `isRounded`. */
  readonly rounded: boolean;
}

/** A workbook's arithmetic leaves dust in the last digits of a double: that much is no rounding worth a word. */
const DUST = 1e-9;

/** True when rounding moves a number by more than dust. Both in ten-thousandths. Example: 5.55119999999999 to 5.5512 does not. */
export function isRounded(lost: number, scaled: number): boolean {
  return lost > DUST * Math.abs(scaled);
}

/**
 * Digits before and after the mark to ten-thousandths, half away from zero, without a float in between.
 * `shift` moves the mark to the right (exponent) or, negative, to the left (per cent: -2).
 * Example: digits '12', '34567', shift 0 is 123 457, rounded.
 */
export function scaleDigits(whole: string, fraction: string, shift: number): Scaled {
  const all = whole + fraction;
  const point = whole.length + shift;
  const before = point <= 0 ? '' : all.slice(0, point).padEnd(point, '0');
  const after = point >= 0 ? all.slice(point) : '0'.repeat(-point) + all;
  const digits = before.replace(/^0+/, '');
  if (digits.length > 12) return { scaled: Infinity, rounded: false };
  const kept = Number(after.slice(0, SCALE_DIGITS).padEnd(SCALE_DIGITS, '0'));
  const up = (after.charCodeAt(SCALE_DIGITS) || 48) >= 53 ? 1 : 0;
  const scaled = Number(digits) * DECIMAL_SCALE + kept + up;
  if (scaled > Number.MAX_SAFE_INTEGER) return { scaled: Infinity, rounded: false };
  const rest = Number(`0.${after.slice(SCALE_DIGITS)}0`);
  return { scaled, rounded: isRounded(up === 1 ? 1 - rest : rest, scaled) };
}

/**
 * `a / b` of exact integers, half away from zero. `b` positive. Example: `divideRounded(-5, 2)` is -3.
 */
export function divideRounded(a: number, b: number): number {
  const rest = a % b;
  const whole = (a - rest) / b;
  const up = Math.abs(rest) * 2 >= b ? Math.sign(rest) : 0;
  return whole + up + 0;
}

/**
 * `a × b ÷ c` of exact integers, half away from zero; null when the result is beyond exact integers or c is 0.
 * Example: `multiplyDivide(20_000, 1_005_000, 10_000)` is 2 010 000: 2 × 100.5 = 201.
 */
export function multiplyDivide(a: number, b: number, c: number): number | null {
  if (c === 0) return null;
  const product = a * b;
  if (Math.abs(product) <= Number.MAX_SAFE_INTEGER)
    return c < 0 ? divideRounded(-product, -c) : divideRounded(product, c);
  const [top, bottom] = c < 0 ? [-BigInt(a) * BigInt(b), -BigInt(c)] : [BigInt(a) * BigInt(b), BigInt(c)];
  const rest = top % bottom;
  const magnitude = rest < 0n ? -rest : rest;
  const up = magnitude * 2n >= bottom ? (rest < 0n ? -1n : 1n) : 0n;
  const result = Number(top / bottom + up);
  return Number.isSafeInteger(result) ? result : null;
}
