import { describe, expect, it } from 'vitest';
import {
  editedText,
  shownText,
  writtenText,
  type CellWords,
} from '../../../../renderer/features/entry/cell-text.model.ts';
import { monthSuggestions, nameSuggestions } from '../../../../renderer/features/entry/suggestions.model.ts';
import { entryFields } from '../../../../shared/entry-kinds.ts';
import type { Locale } from '../../../../shared/format.ts';
import { entryWords } from './entry-words.ts';

const wordsIn = async (locale: Locale): Promise<CellWords> => ({
  t: await entryWords(locale === 'sv-SE' ? 'sv' : 'en'),
  locale,
  kpis: new Map([
    ['revenue', 'money'],
    ['gross-margin', 'ratio'],
    ['bookings', 'money'],
  ]),
});
const field = (key: string) => {
  const found = entryFields('target').find((each) => each.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};
const [value, kpi, grain, start] = [field('value'), field('kpi'), field('grain'), field('start')];

describe('a cell', () => {
  it.each([
    ['sv-SE', '1234567,5', '', '1\u00a0234\u00a0567,5', '1234567,5'],
    ['en-GB', '1234567.5', '', '1,234,567.5', '1234567.5'],
    ['sv-SE', '-5', 'revenue', '\u22125', '-5'],
    ['sv-SE', '0,385', 'gross-margin', '38,5\u00a0%', '38,5 %'],
    ['en-GB', '0.1', 'gross-margin', '10\u00a0%', '10 %'],
    ['sv-SE', 'mycket', 'revenue', 'mycket', 'mycket'],
  ] as const)('%s %s of %s is shown as %s and edited as %s', async (locale, text, of, shown, edited) => {
    const words = await wordsIn(locale);
    expect(shownText(words, 'target', value, text, of)).toBe(shown);
    expect(editedText(words, 'target', value, text, of)).toBe(edited);
  });

  it('of a choice is its word, and is kept as what the word stands for', async () => {
    const words = await wordsIn('sv-SE');
    expect(shownText(words, 'target', kpi, 'revenue', '')).toBe('Intäkter');
    expect(shownText(words, 'target', kpi, 'bookings', '')).toBe('Försäljningsbokningar');
    expect(writtenText(words, 'target', kpi, ' intäkter ')).toBe('revenue');
    expect(writtenText(words, 'target', grain, 'Kvartal')).toBe('quarter');
    expect(writtenText(words, 'target', grain, '6 months')).toBe('6 months');
    expect(writtenText(words, 'target', start, ' mars 2026 ')).toBe('mars 2026');
  });
});

describe('suggestions', () => {
  const labels = (own: readonly string[], known: readonly string[], typed: string) =>
    nameSuggestions(own, known, typed).map(({ label }) => label);

  it('begin with what is typed before they hold it, each name once', () => {
    expect(labels(['Mona', ''], ['Anna', 'Mona', 'Johanna'], 'an')).toEqual(['Anna', 'Johanna']);
    expect(labels(['Mona'], ['Anna', 'Mona'], '')).toEqual(['Mona', 'Anna']);
    expect(labels([], ['Anna'], 'Anna')).toEqual([]);
  });

  it('name the months of this year and the next', () => {
    const months = monthSuggestions('2026-11-21', 'sv-SE');
    expect([months.length, months[0], months.at(-1)]).toEqual([
      24,
      { value: '2026-01', label: 'jan 2026', note: '2026-01' },
      { value: '2027-12', label: 'dec 2027', note: '2027-12' },
    ]);
  });
});
