import { storedWord } from '#shared/stored-words.ts';
import type { Words } from './words.ts';

/** A stored text as it is shown: words that the import rules write in the reader's language, all else as it stands. */
export function storedValue(field: string, value: string, words: Words): string {
  const word = storedWord(field, value);
  return word === null ? value : words(word.key, word.months === undefined ? {} : { n: word.months });
}
