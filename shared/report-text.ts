import {
  formatNumber,
  formatPercent,
  formatScaled,
  formatScaledSigned,
  formatSigned,
  formatSignedPercent,
  NO_VALUE,
  type Locale,
} from './format.ts';
import type { Written } from './report-content.ts';

/** A number of a report's table as its column writes it, without unit; a dash for none. Example: 6 804 123 in thousands, signed, is '+6 804'. */
export function numberText(value: number | null, { unit, scale, decimals, signed }: Written, locale: Locale): string {
  if (value === null) return NO_VALUE;
  if (unit === 'ratio') return (signed ? formatSignedPercent : formatPercent)(value, locale, decimals);
  if (scale !== null) return (signed ? formatScaledSigned : formatScaled)(value, scale, locale);
  return (signed ? formatSigned : formatNumber)(value, locale, decimals);
}
