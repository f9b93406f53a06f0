import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const NAMESPACES = ['frame', 'library', 'overview', 'passport', 'charts', 'rows', 'names'] as const;

function leavesOf(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entries.flatMap(([key, each]) => leavesOf(each, path === '' ? key : `${path}.${key}`));
}

const read = (language: string, name: string): ReadonlyMap<string, string> =>
  new Map(leavesOf(JSON.parse(readFileSync(`shared/messages/${language}/${name}.json`, 'utf8'))));
const placesIn = (text: string): readonly string[] =>
  (text.match(/\{\{\w+\}\}/g) ?? []).toSorted((a, b) => a.localeCompare(b));

describe.each(NAMESPACES)('the words of %s', (name) => {
  const [sv, en] = [read('sv', name), read('en', name)];

  test('stand in both languages and fill in the same values', () => {
    expect([...sv.keys()].toSorted()).toEqual([...en.keys()].toSorted());
    for (const [key, text] of sv) expect([key, placesIn(text)]).toEqual([key, placesIn(en.get(key) ?? '')]);
  });

  test('have no em dash and no straight quotation marks', () => {
    for (const text of [...sv.values(), ...en.values()]) expect(text).not.toMatch(/[—"]/);
  });
});

test('every key written out in the pages exists', () => {
  const files = globSync(['renderer/**/*.{ts,tsx}', 'shared/tiles/*.ts']);
  const used = files.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /'((?:frame|library|overview|passport|charts|print|rows|names):[\w.-]+)'/g,
      ),
    ].map((found) => found[1] ?? ''),
  );
  const known = new Set(
    NAMESPACES.flatMap((name) =>
      [...read('sv', name).keys()].map((key) => `${name}:${key.replace(/_(zero|one|other)$/, '')}`),
    ),
  );
  expect(used.length).toBeGreaterThan(80);
  expect(used.filter((key) => !known.has(key))).toEqual([]);
  // Charts speak their own catalogue without its name: `say('total')`.
  const spoken = [...files, ...globSync('shared/charts/*.ts')].map((file) => readFileSync(file, 'utf8')).join('\n');
  const said = (key: string): boolean =>
    spoken.includes(`'${key}'`) || spoken.includes(`\`${key.slice(0, key.lastIndexOf('.') + 1)}\${`);
  const saidBare = (key: string): boolean => spoken.includes(`'${key}'`) || (key.includes('.') && said(key));
  const stems = [...known].filter(
    (key) => !(key.startsWith('charts:') ? saidBare(key.slice(7)) || spoken.includes(`'${key}'`) : said(key)),
  );
  const parts = /^(overview:(change|tone|breakdown|against)|library:rule|charts:(kind|role))\./;
  expect(stems.filter((key) => !parts.test(key))).toEqual([]);
});
