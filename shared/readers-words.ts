import en from './messages/en/fields.json' with { type: 'json' };
import sv from './messages/sv/fields.json' with { type: 'json' };
import { storedWord } from './stored-words.ts';

const WORDS: readonly Readonly<Record<string, Readonly<Record<string, string>> | string>>[] = [sv.words, en.words];

function wordsOf(field: string, value: string): readonly string[] {
  return WORDS.flatMap((words) => {
    const ofField = words[field];
    const word = typeof ofField === 'object' ? ofField[value] : undefined;
    return word === undefined ? [] : [word];
  });
}

/** What a stored word is shown as, in every language; none for a value of the file's own. Example: `('status', 'won')` is `['vunnen', 'won']`. */
export function readersWords(field: string, value: string): readonly string[] {
  return storedWord(field, value) === null ? [] : wordsOf(field, value);
}

/** The stored word that someone means who writes it as it is shown; else the text itself. Example: `('status', 'Vunnen')` is `'won'`. */
export function storedOf(field: string, text: string): string {
  const meant = text.toLowerCase();
  for (const words of WORDS) {
    const ofField = words[field];
    const found = typeof ofField === 'object' ? Object.entries(ofField).find(([, word]) => word === meant) : undefined;
    if (found !== undefined) return found[0];
  }
  return text;
}
