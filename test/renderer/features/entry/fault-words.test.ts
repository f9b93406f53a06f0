import { expect, it } from 'vitest';
import { faultsByPlace, faultWords } from '../../../../renderer/features/entry/fault-words.model.ts';
import { pastedWords } from '../../../../renderer/features/entry/pasted-words.model.ts';
import { ENTRY_REASONS } from '#shared/entry.ts';
import { entryWords } from './entry-words.ts';

it('every reason has its words in both languages', async () => {
  for (const t of [await entryWords('sv'), await entryWords('en')]) {
    const all = ENTRY_REASONS.map((reason) => faultWords(t, 'cost', { row: 1, field: 'amount', reason }, 'SEK'));
    expect(new Set(all).size).toBe(ENTRY_REASONS.length);
    for (const words of all) expect(words).not.toMatch(/\{\{|faults|reasons/);
  }
});

it('faults stand at their cells', async () => {
  const t = await entryWords('sv');
  const faults = [
    { row: 2, field: 'category', reason: 'missing' },
    { row: 2, field: 'date', reason: 'not-a-date' },
  ] as const;
  expect(faultsByPlace(t, 'cost', faults, 'SEK')).toEqual(
    new Map([
      [
        1,
        new Map([
          [1, 'Kostnadsslag saknas'],
          [0, 'Datum är inget datum'],
        ]),
      ],
    ]),
  );
});

it('says what became of a pasted block', async () => {
  const notices = [{ code: 'unpivoted', details: { rows: 1, months: 3, made: 3 } }];
  const pasted = { leftOut: ['Not', 'Kommentar'], totals: 1, notices };
  expect(pastedWords(await entryWords('sv'), 'target', pasted, 'sv-SE')).toBe(
    'Varje månad har blivit ett eget mål. En summarad är utelämnad. Kolumnerna ”Not” och ”Kommentar” har ingen plats här och är utelämnade.',
  );
  expect(pastedWords(await entryWords('en'), 'cost', { leftOut: [], totals: 0, notices: [] }, 'en-GB')).toBe('');
});
