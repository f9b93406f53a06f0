import { expect, it } from 'vitest';
import {
  groupedField,
  groupedKey,
  groupedMember,
  groupedName,
  isAtHand,
  keysAtHand,
  ungroupedKey,
} from '#shared/grouped-fields.ts';
import { isShownInWords, storedSearch } from '#shared/stored-words.ts';

it('tells a grouped field from a column of that name', () => {
  expect(groupedKey('month', 'custom:Leveransdag')).toBe('month:custom:Leveransdag');
  expect(groupedField('month:custom:Leveransdag')).toEqual({ by: 'month', field: 'custom:Leveransdag' });
  expect(groupedField('value:quantity')).toEqual({ by: 'value', field: 'quantity' });
  expect(['region', 'custom:month', 'custom:month:x', 'cohort:month', 'date', ':month', ''].map(groupedField)).toEqual(
    Array(7).fill(null),
  );
  expect(['week:created', 'region', 'custom:value:1'].map(ungroupedKey)).toEqual([
    'created',
    'region',
    'custom:value:1',
  ]);
});

it('names members as dates and numbers are written, without thousands apart', () => {
  const inSwedish = (key: string, name: string) => groupedMember(groupedField(key) ?? fail(), name, 'sv-SE');
  const inEnglish = (key: string, name: string) => groupedMember(groupedField(key) ?? fail(), name, 'en-GB');
  expect([inSwedish('month:custom:Dag', '2026-03'), inEnglish('month:custom:Dag', '2026-03')]).toEqual([
    'mar\u00a02026',
    'Mar\u00a02026',
  ]);
  expect([inSwedish('value:custom:Säsong', '2024'), inSwedish('value:custom:Vikt', '-12.5')]).toEqual([
    '2024',
    '\u221212,5',
  ]);
  expect(inEnglish('value:custom:Vikt', '-12.5')).toBe('\u221212.5');
  // A share is stored as 0.125 and read as a percentage.
  expect([inSwedish('value:discount_share', '0.125'), inEnglish('value:discount_share', '0.2')]).toEqual([
    '12,5\u00a0%',
    '20%',
  ]);
});

it('is called by its field and its unit', () => {
  const nameOf = (field: string): string => ({ 'custom:Dag': 'Dag', quantity: 'Antal' })[field] ?? field;
  const say = (key: string): string => ({ 'fields:grains.month': 'månad' })[key] ?? key;
  expect(groupedName({ by: 'month', field: 'custom:Dag' }, nameOf, say)).toBe('Dag (månad)');
  expect(groupedName({ by: 'value', field: 'quantity' }, nameOf, say)).toBe('Antal');
});

it('is at hand where its field is, by what its field is; dates and cohorts always are', () => {
  const { axes, filters } = keysAtHand(
    [{ key: 'region' }],
    [
      { key: 'created', is: 'day' },
      { key: 'quantity', is: 'number' },
    ],
  );
  const onAxis = (dimension: string): boolean => isAtHand(dimension, axes);
  expect(['region', 'week:created', 'value:quantity', 'date', 'cohort', 'age:year'].map(onAxis)).toEqual(
    Array(6).fill(true),
  );
  expect(['created', 'quantity', 'value:created', 'week:quantity', 'month:region', 'rep'].map(onAxis)).toEqual(
    Array(6).fill(false),
  );
  expect(['created', 'quantity', 'week:created', 'region'].map((key) => isAtHand(key, filters))).toEqual(
    Array(4).fill(true),
  );
});

it('is searched as it is shown: units of time among those listed, numbers as they are stored', () => {
  const shown = ['month:created', 'cohort:year', 'status', 'value:quantity', 'region', 'age:month'].map(isShownInWords);
  expect(shown).toEqual([true, true, true, false, false, false]);
  expect([storedSearch('value:custom:Vikt', '\u221212,5'), storedSearch('region', 'Öst, väst')]).toEqual([
    '-12.5',
    'Öst, väst',
  ]);
});

function fail(): never {
  throw new Error('no grouped field');
}
