import { createInstance, type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import enRows from '#shared/messages/en/rows.json' with { type: 'json' };
import svRows from '#shared/messages/sv/rows.json' with { type: 'json' };
import type { RowFilter } from '#shared/stored-rows.ts';
import { filterOf, filterWords, typedNumber, withFilter } from '../../../../renderer/features/rows/filters.model.ts';
import {
  cellText,
  countWords,
  kindsWithRows,
  nextSort,
  selectionOf,
  type RowField,
  type StoredRow,
} from '../../../../renderer/features/rows/rows.model.ts';
import { ALL_ROWS } from '../../../../renderer/state/data-slice.ts';

const words: Record<'sv' | 'en', TFunction | null> = { sv: null, en: null };
beforeAll(async () => {
  for (const [language, rows] of [
    ['sv', svRows],
    ['en', enRows],
  ] as const) {
    const i18n = createInstance();
    words[language] = await i18n.init({
      lng: language,
      interpolation: { escapeValue: false },
      resources: { [language]: { rows } },
    });
  }
});
const t = (language: 'sv' | 'en'): TFunction => {
  const found = words[language];
  if (found === null) throw new Error('no words');
  return found;
};

describe('the selection', () => {
  it('is of the chosen kind, else of the first that has rows', () => {
    const rows = { lead: 5, sale: 0, deal: 7 };
    expect(kindsWithRows(rows)).toEqual(['deal', 'lead']);
    expect(selectionOf(ALL_ROWS, rows)?.kind).toBe('deal');
    expect(selectionOf({ ...ALL_ROWS, kind: 'lead', search: ' ek ' }, rows)).toEqual({
      kind: 'lead',
      search: 'ek',
      filters: [],
      sort: null,
    });
    expect(selectionOf({ ...ALL_ROWS, kind: 'sale' }, rows)?.kind).toBe('deal');
    expect(selectionOf(ALL_ROWS, {})).toBeNull();
  });

  it('is counted', () => {
    expect(countWords(t('sv'), 41_062, 41_062, 'sv-SE')).toBe('41\u00a0062 rader');
    expect(countWords(t('sv'), 212, 41_062, 'sv-SE')).toBe('212 av 41\u00a0062 rader visas');
    expect(countWords(t('en'), null, 1, 'en-GB')).toBe('1 row');
    expect(countWords(t('en'), 0, 41_062, 'en-GB')).toBe('0 of 41,062 rows shown');
  });

  it('is ordered upwards, downwards, as in the files', () => {
    const up = nextSort({ field: 'date', descending: true }, 'amount');
    expect(up).toEqual({ field: 'amount', descending: false });
    const down = nextSort(up, 'amount');
    expect(down).toEqual({ field: 'amount', descending: true });
    expect(nextSort(down, 'amount')).toBeNull();
  });
});

describe('filters', () => {
  const ek: RowFilter = { field: 'customer', is: 'contains', text: 'ek' };
  const blank: RowFilter = { field: 'date', is: 'blank' };

  it('stand once a column, in the order they came', () => {
    expect(withFilter([], 'customer', ek)).toEqual([ek]);
    expect(withFilter([ek, blank], 'customer', { ...ek, text: 'ö' })).toEqual([{ ...ek, text: 'ö' }, blank]);
    expect(withFilter([ek, blank], 'customer', null)).toEqual([blank]);
    expect(withFilter([blank], 'customer', null)).toEqual([blank]);
    expect(filterOf([ek, blank], 'date')).toBe(blank);
    expect(filterOf([ek], 'date')).toBeNull();
  });

  it.each<[string, number | null]>([
    ['1 234,5', 1234.5],
    ['1\u00a0234,50', 1234.5],
    ['\u22121.25', -1.25],
    ['-7', -7],
    [',5', 0.5],
    ['20 %', 0.2],
    ['', null],
    ['  ', null],
    ['abc', NaN],
    ['-', NaN],
    ['1,2,3', NaN],
  ])('read %j as %s', (text, expected) => {
    expect(typedNumber(text)).toBe(expected);
  });

  it.each<[RowFilter, string, string]>([
    [ek, 'innehåller ”ek”', 'contains “ek”'],
    [{ field: 'customer', is: 'in', values: ['Björk AB'] }, 'Björk AB', 'Björk AB'],
    [{ field: 'customer', is: 'in', values: [null, 'Ek', 'Al'] }, '(saknas) +2', '(missing) +2'],
    [{ field: 'amount', is: 'number', from: 1000, to: 2000.5 }, '1\u00a0000 till 2\u00a0000,5', '1,000 to 2,000.5'],
    [{ field: 'amount', is: 'number', from: null, to: -1 }, 'till \u22121', 'up to \u22121'],
    [
      { field: 'date', is: 'date', from: '2026-09-30', to: null },
      'från 30\u00a0sep\u00a02026',
      'from 30\u00a0Sep\u00a02026',
    ],
    [
      { field: 'date', is: 'date', from: '2026-09-01', to: '2026-09-01' },
      '1\u00a0sep\u00a02026',
      '1\u00a0Sep\u00a02026',
    ],
    [{ field: 'qualified', is: 'flag', value: false }, 'Nej', 'No'],
    [blank, 'saknas', 'missing'],
    [{ field: 'date', is: 'filled' }, 'finns', 'present'],
  ])('say what they let through: %j', (filter, sv, en) => {
    expect(filterWords(filter, { t: t('sv'), locale: 'sv-SE' })).toBe(sv);
    expect(filterWords(filter, { t: t('en'), locale: 'en-GB' }).replace('Sept', 'Sep')).toBe(en);
  });
});

it('a cell is shown in its type, a flag as yes or no', () => {
  const row: StoredRow = {
    importId: 1,
    file: 'a.csv',
    sheet: null,
    fileRow: 2,
    values: [1, null, 1234.5, '2026-09-30'],
  };
  const field = (type: RowField['type'], unit: RowField['unit'] = null): RowField => ({
    key: 'x',
    label: 'x',
    type,
    unit,
  });
  const format = { locale: 'sv-SE', currency: 'SEK' } as const;
  expect(cellText(t('sv'), row, 0, field('flag'), format)).toBe('Ja');
  expect(cellText(t('sv'), row, 1, field('flag'), format)).toBe('');
  expect(cellText(t('sv'), row, 2, field('decimal', 'money'), format)).toBe('1\u00a0234,50');
  expect(cellText(t('sv'), row, 3, field('date'), format)).toBe('30\u00a0sep\u00a02026');
});
