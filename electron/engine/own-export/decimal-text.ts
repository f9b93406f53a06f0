import type { DecimalMark } from '#shared/importing.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';

/**
 * Ten-thousandths as digits, all of them and no more, never exactly three decimals: `1,234` could be a thousand.
 * Example: `decimalText(-125_000, ',')` is '-12,5'; `decimalText(12_340, '.')` is '1.2340'.
 */
export function decimalText(scaled: number, mark: DecimalMark): string {
  const size = Math.abs(scaled);
  const rest = size % DECIMAL_SCALE;
  const whole = String((size - rest) / DECIMAL_SCALE);
  const sign = scaled < 0 ? '-' : '';
  if (rest === 0) return sign + whole;
  const digits = String(rest).padStart(4, '0').replace(/0+$/, '');
  return `${sign}${whole}${mark}${digits.length === 3 ? `${digits}0` : digits}`;
}
