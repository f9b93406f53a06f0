import { expect, it } from 'vitest';
import type { Locale } from '#shared/format.ts';
import { goalName, stateKey, type GoalSaying } from '#shared/goal-words.ts';
import type { Unit } from '#shared/units.ts';
import { goalOf } from '../engine/goals/small-goals.ts';

const saying = (unit: Unit, locale: Locale = 'en-GB'): GoalSaying => ({
  say: (key, values = {}) => `${key}(${Object.values(values).join(' ')})`,
  format: { locale, currency: 'SEK' },
  kpiName: () => 'K',
  unitOf: () => unit,
  member: (name) => name ?? '?',
});
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

it('names a goal by its KPI and target, and never loses a zero that counts', () => {
  const level = (value: number, unit: Unit, locale: Locale = 'en-GB'): string =>
    plain(goalName(goalOf({ target: { shape: 'level', value } }), saying(unit, locale)));
  expect(level(6000, 'money')).toBe('K 6,000 SEK');
  expect(level(26_000_000, 'money')).toBe('K 26 M SEK');
  expect(level(25_600_000, 'money', 'sv-SE')).toBe('K 25,6 mkr');
  expect(level(200_000, 'money', 'sv-SE')).toBe('K 200 tkr');
  expect(level(6000, 'money', 'sv-SE')).toBe('K 6 000 kr');
  expect(level(1000, 'count')).toBe('K 1,000');
  expect(level(0.4, 'ratio', 'sv-SE')).toBe('K 40 %');
  expect(level(0.025, 'ratio', 'sv-SE')).toBe('K 2,5 %');
});

it('says changes with their sign, limits as limits, and whose it is', () => {
  const from = 'last-year' as const;
  const name = (more: Parameters<typeof goalOf>[0], unit: Unit = 'count'): string =>
    plain(goalName(goalOf(more), saying(unit)));
  expect(name({ target: { shape: 'percentage', value: 0.05, from } })).toBe('K +5%');
  expect(name({ target: { shape: 'difference', value: 190, from }, per: 'month' })).toBe('K perMonth(+190)');
  expect(name({ target: { shape: 'level', value: 4 }, better: 'lower' })).toBe('K atMost(4)');
  expect(name({ target: { shape: 'level', value: 4 }, better: 'range', upTo: 6 })).toBe('K between(4 6)');
  expect(name({ filters: [{ op: 'in', dimension: 'region', values: ['Syd', null] }] })).toBe('K 1,200 · Syd, ?');
  expect(name({ name: 'Mer' })).toBe('Mer');
});

it('has words of its own for goals that are not for more', () => {
  const key = (better: 'higher' | 'lower', state: 'ahead' | 'missed', over: 'adds' | 'averages') =>
    stateKey({ better }, { state, over });
  expect([
    key('higher', 'ahead', 'averages'),
    key('lower', 'ahead', 'averages'),
    key('lower', 'missed', 'adds'),
  ]).toEqual(['state.ahead', 'state.within', 'state.over']);
});
