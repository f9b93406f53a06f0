import type { Locale } from '#shared/format.ts';

const GROUPS = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;

/**
 * A number as somebody writes it, with spaces and signs as they come; null where it is none. The last mark is the decimal one;
 * a comma before three figures groups them in English.
 * Example: '1 234,5' is 1234.5, '1.234,5' too; '1,234' is 1.234 in Swedish and 1234 in English.
 */
export function typedNumber(text: string, locale: Locale): number | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f'%]/g, '').replace('\u2212', '-');
  const [comma, dot] = [bare.lastIndexOf(','), bare.lastIndexOf('.')];
  const isGrouped = (locale === 'en-GB' && GROUPS.test(bare)) || (comma >= 0 && comma < dot);
  const plain = isGrouped ? bare.replaceAll(',', '') : comma < 0 ? bare : bare.replaceAll('.', '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
