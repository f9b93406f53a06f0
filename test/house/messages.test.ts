import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pathsOf, readText } from '../support/tree.ts';

type Catalogue = { readonly [key: string]: string | readonly string[] | Catalogue };
const catalogue: z.ZodType<Catalogue> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), z.array(z.string()), catalogue])),
);

/** "area.title" → text, through every level; a list counts by position. */
function flatten(node: Catalogue | readonly string[], path: string): readonly (readonly [string, string])[] {
  return Object.entries(node).flatMap(([key, value]: readonly [string, string | readonly string[] | Catalogue]) =>
    typeof value === 'string' ? [[`${path}.${key}`, value] as const] : flatten(value, `${path}.${key}`),
  );
}

const messagesOf = (language: string) =>
  new Map(
    pathsOf([`{shared,renderer}/messages/${language}/*.json`, `{shared,renderer}/messages/${language}.json`]).flatMap(
      (path) => {
        const name = basename(path, '.json');
        const home = `${path.split('/')[0]}:${name === language ? '' : name}`;
        return flatten(catalogue.parse(JSON.parse(readText(path))), home);
      },
    ),
  );

const placeholders = (text: string) => [...new Set(text.match(/\{\{\s*[\w.]+/g))].toSorted();

describe('the message catalogues', () => {
  const swedish = messagesOf('sv');
  const english = messagesOf('en');
  const empty = swedish.size + english.size === 0;

  it('say the same things in both languages', ({ skip }) => {
    skip(empty, 'there are no message catalogues yet');
    expect(
      [...swedish.keys()].filter((key) => !english.has(key)),
      'missing in English',
    ).toEqual([]);
    expect(
      [...english.keys()].filter((key) => !swedish.has(key)),
      'missing in Swedish',
    ).toEqual([]);
  });

  it('fill in the same values in both languages', ({ skip }) => {
    skip(empty, 'there are no message catalogues yet');
    const differing = [...swedish].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leave no text empty and use no em dash', () => {
    const all = [...swedish, ...english];
    expect(all.filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(all.filter(([, text]) => text.includes('\u2014'))).toEqual([]);
  });
});
