import type { TFunction } from 'i18next';
import { storedWord } from '#shared/stored-words.ts';

/** A stored text as it is shown: words that the import rules write are said in the language in force, all else stands as it is. */
export function storedValue(t: TFunction, field: string, value: string): string {
  const word = storedWord(field, value);
  return word === null
    ? value
    : t(word.key, { ...(word.months === undefined ? {} : { n: word.months }), defaultValue: value });
}
