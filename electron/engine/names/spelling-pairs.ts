import { editDistance } from './edit-distance.ts';

export interface SpellingPair {
  readonly a: number;
  readonly b: number;
  readonly distance: number;
}

interface Word {
  readonly name: number;
  readonly word: string;
}

/** Up to this many words are held against each other outright. */
const SMALL_BLOCK = 48;
/** Words looked at or compared between two pauses: a few milliseconds. */
const WORDS_A_STEP = 2000;
/** Shorter words are other words with one letter changed: Norr, Nord. */
const SHORTEST_WORD = 5;
const ONE_LETTER = 1;
const TWO_LETTERS_FROM = 12;

/** Letters a word may differ in. */
function allowance(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  return length < SHORTEST_WORD ? 0 : length < TWO_LETTERS_FROM ? ONE_LETTER : 2;
}

/** Hansson and Jansson are two families; Karlsson and Carlsson may be one. */
function firstSound(word: string): string {
  const [first = ''] = word;
  return { c: 'k', q: 'k', w: 'v', z: 's' }[first] ?? first;
}

/** Words one letter apart are equal when each has lost one of its letters or none. */
function withoutOneLetter(word: string): readonly string[] {
  return [word, ...Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1))];
}

/** Where the thirds of a word of a length begin and end. */
function thirds(length: number): readonly (readonly [from: number, to: number])[] {
  const [first, second] = [Math.floor(length / 3), Math.floor((2 * length) / 3)];
  return [
    [0, first],
    [first, second],
    [second, length],
  ];
}

/**
 * Calls `found` with words that may be alike, maybe more than once, and pauses after each word. Short words are equal less a letter; of long ones
 * with two letters between them a third of the shorter stands in the longer, as far off as letters before it and behind
 * it can have moved it (Li, Deng, Wang, Feng: Pass-Join, 2011).
 */
function* eachCandidate(words: readonly Word[], found: (a: Word, b: Word) => void): Generator<undefined, void> {
  const met = new Map<string, Word[]>();
  const meet = (key: string, word: Word): void => {
    const there = met.get(key);
    if (there === undefined) met.set(key, [word]);
    else there.push(word);
  };
  for (const word of words) {
    if (word.word.length > TWO_LETTERS_FROM) continue;
    for (const key of new Set(withoutOneLetter(word.word))) {
      for (const other of met.get(key) ?? []) found(other, word);
      meet(key, word);
    }
    yield;
  }
  met.clear();
  const long = words
    .filter(({ word }) => word.length >= TWO_LETTERS_FROM)
    .toSorted((a, b) => a.word.length - b.word.length);
  for (const one of long) {
    const { word } = one;
    for (let length = Math.max(TWO_LETTERS_FROM, word.length - 2); length <= word.length; length++) {
      thirds(length).forEach(([from, to], third) => {
        const longer = word.length - length;
        const first = Math.max(0, from - third, from + longer - (2 - third));
        const last = Math.min(from + third, from + longer + (2 - third));
        for (let start = first; start <= last; start++) {
          const key = `${length} ${third} ${word.slice(start, start + to - from)}`;
          for (const other of met.get(key) ?? []) found(other, one);
        }
      });
    }
    thirds(word.length).forEach(([from, to], third) => meet(`${word.length} ${third} ${word.slice(from, to)}`, one));
    yield;
  }
}

/**
 * Pairs of names that share all words but one, and there differ by one letter, or two in a long word. Names are given as
 * their words, each pair by the names' places. Words with figures never differ by chance. Pauses every few milliseconds.
 * Example: ['karlsson', 'bygg'] and ['carlsson', 'bygg'] are a pair with distance 1.
 */
export function* spellingPairs(names: readonly (readonly string[])[]): Generator<undefined, readonly SpellingPair[]> {
  let done = 0;
  const isTime = (): boolean => {
    if (++done < WORDS_A_STEP) return false;
    done = 0;
    return true;
  };
  const byRest = new Map<string, Word[]>();
  for (const [name, words] of names.entries()) {
    words.forEach((word, place) => {
      if (word.length < SHORTEST_WORD || /\p{N}/u.test(word)) return;
      const rest = words.toSpliced(place, 1).toSorted().join(' ');
      const alike = byRest.get(rest) ?? [];
      byRest.set(rest, alike);
      alike.push({ name, word });
    });
    if (isTime()) yield;
  }
  const pairs = new Map<string, SpellingPair>();
  const compare = (first: Word, second: Word): void => {
    done++;
    if (firstSound(first.word) !== firstSound(second.word)) return;
    const most = allowance(first.word, second.word);
    const distance = editDistance(first.word, second.word, most);
    if (distance > most || distance === 0) return;
    const [a, b] = [Math.min(first.name, second.name), Math.max(first.name, second.name)];
    pairs.set(`${a} ${b}`, { a, b, distance });
  };
  for (const alike of byRest.values()) {
    if (isTime()) yield;
    if (alike.length > SMALL_BLOCK) {
      const steps = eachCandidate(alike, compare);
      while (steps.next().done !== true) if (isTime()) yield;
    } else alike.forEach((first, place) => alike.slice(place + 1).forEach((second) => compare(first, second)));
  }
  return [...pairs.values()];
}
