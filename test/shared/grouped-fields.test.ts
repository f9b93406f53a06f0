import { expect, it } from 'vitest';
import {
  groupedField,
  groupedKey,
  groupedMember,
  groupedName,
  isAtHand,
  ungroupedKey,
} from '#shared/grouped-fields.ts';

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

it('is at hand where its field is; dates and cohorts always are', () => {
  const known = (dimension: string): boolean => isAtHand(dimension, new Set(['created', 'region']));
  expect(['week:created', 'region', 'date', 'cohort', 'age:year'].map(known)).toEqual(Array(5).fill(true));
  expect(['week:closed', 'rep', 'custom:date'].map(known)).toEqual([false, false, false]);
});

function fail(): never {
  throw new Error('no grouped field');
}
