import { describe, expect, it } from 'vitest';
import enData from '#shared/messages/en/data.json' with { type: 'json' };
import enEntry from '#shared/messages/en/entry.json' with { type: 'json' };
import enImport from '#shared/messages/en/import.json' with { type: 'json' };
import enReimport from '#shared/messages/en/reimport.json' with { type: 'json' };
import enStart from '#shared/messages/en/start.json' with { type: 'json' };
import svData from '#shared/messages/sv/data.json' with { type: 'json' };
import svEntry from '#shared/messages/sv/entry.json' with { type: 'json' };
import svImport from '#shared/messages/sv/import.json' with { type: 'json' };
import svReimport from '#shared/messages/sv/reimport.json' with { type: 'json' };
import svStart from '#shared/messages/sv/start.json' with { type: 'json' };

type Leaves = Readonly<Record<string, string>>;

function leavesOf(value: unknown, path = ''): Leaves {
  if (typeof value === 'string') return { [path]: value };
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.flatMap(([key, each]) => Object.entries(leavesOf(each, `${path}.${key}`))));
}
const placesIn = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();

const namespaces = [
  { name: 'start', sv: leavesOf(svStart), en: leavesOf(enStart) },
  { name: 'import', sv: leavesOf(svImport), en: leavesOf(enImport) },
  { name: 'reimport', sv: leavesOf(svReimport), en: leavesOf(enReimport) },
  { name: 'entry', sv: leavesOf(svEntry), en: leavesOf(enEntry) },
  { name: 'data', sv: leavesOf(svData), en: leavesOf(enData) },
];

describe.each(namespaces)('the words of $name', ({ sv, en }) => {
  it('stand in both languages', () => {
    expect(Object.keys(sv).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  it('fill in the same values in both', () => {
    for (const [key, text] of Object.entries(sv)) expect([key, placesIn(text)]).toEqual([key, placesIn(en[key] ?? '')]);
  });

  it('have no em dash and no straight quotation marks', () => {
    for (const text of [...Object.values(sv), ...Object.values(en)]) expect(text).not.toMatch(/[—"]/);
  });
});
