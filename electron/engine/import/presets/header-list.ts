import type { Headers } from './preset.ts';

/** Finds words in a list of headers or words: the place of the first that fits, -1 for none. */
export type HeaderList = (words: string) => number;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Example: `headerList('created|date entered *')('date entered demo')` is 1. */
export function headerList(list: Headers | undefined): HeaderList {
  if (list === undefined) return () => -1;
  const names = list.split('|');
  const exact = new Map(names.map((name, place) => [name, place]));
  const patterns = names.flatMap((name, place) =>
    name.includes('*') ? [{ place, pattern: new RegExp(`^${name.split('*').map(escaped).join('.*')}$`) }] : [],
  );
  return (words) => exact.get(words) ?? patterns.find(({ pattern }) => pattern.test(words))?.place ?? -1;
}
