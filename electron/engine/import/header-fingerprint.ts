import { hashText } from './content-keys.ts';
import { headerWords } from './header-words.ts';

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

/**
 * What headers are known again by, whatever their order, case and punctuation: sixteen hexadecimal digits.
 * Example: `['Kund', 'Art.nr']` and `['art nr', 'KUND']` have the same.
 */
export function headerFingerprint(names: readonly string[]): string {
  const { low, high } = hashText(names.map(headerWords).toSorted().join('\n'));
  return hex(high) + hex(low);
}
