import { expect, it } from 'vitest';
import { inShape, newGoal, ofKpi, typedGoal, withTyped } from '../../../../renderer/features/goals/goal-form.model.ts';
import {
  baselineYears,
  datesOf,
  periodOfDates,
  periodOptions,
} from '../../../../renderer/features/goals/goal-periods.model.ts';
import { goalOf } from '../../../engine/goals/small-goals.ts';

const sv = { format: { locale: 'sv-SE', currency: 'SEK' } } as const;
const rest = { period: '2026', filters: [], parent: null };

it('begins as the KPI says: a level or a count, more or less', () => {
  expect(newGoal({ kpi: 'revenue', direction: 'higher', category: 'result' }, rest)).toMatchObject({
    target: { shape: 'level' },
    better: 'higher',
    kind: 'result',
  });
  const calls = { kpi: 'calls', direction: 'higher', category: 'activity' } as const;
  expect(newGoal(calls, rest)).toMatchObject({ target: { shape: 'count' }, kind: 'activity' });
  const churn = { kpi: 'churn', direction: 'lower', category: 'result' } as const;
  expect(ofKpi(churn, goalOf({ better: 'range', upTo: 1300 }))).toMatchObject({
    kpi: 'churn',
    better: 'lower',
    upTo: null,
  });
});

it('reads shares in per cent and amounts as they are, and nothing that is no number', () => {
  const read = (value: string, unit: 'ratio' | 'money', upTo = '') =>
    withTyped(goalOf(upTo === '' ? {} : { better: 'range', upTo: 9e9 }), { value, upTo }, unit, 'sv-SE');
  expect(read('2,5', 'ratio')?.target.value).toBe(0.025);
  expect(read('25 600 000', 'money')?.target.value).toBe(25_600_000);
  expect(read('10', 'ratio', '12')?.upTo).toBe(0.12);
  expect(read('mycket', 'money')).toBeNull();
  const growth = goalOf({ target: { shape: 'percentage', value: 0.05, from: 'last-year' } });
  expect(typedGoal(growth, 'money', false, sv)).toEqual({ value: '5', upTo: '' });
  expect(withTyped(growth, { value: '7', upTo: '' }, 'money', 'sv-SE')?.target.value).toBe(0.07);
});

it('measures a change from last year unless something else was chosen', () => {
  expect(inShape({ shape: 'level', value: 3 }, 'percentage')).toEqual({
    shape: 'percentage',
    value: 3,
    from: 'last-year',
  });
  const before = { shape: 'difference', value: 3, from: 'previous' } as const;
  expect(inShape(before, 'percentage')).toEqual({ shape: 'percentage', value: 3, from: 'previous' });
  expect(inShape(before, 'level')).toEqual({ shape: 'level', value: 3 });
});

it('offers this and the next year, quarter and month, over the turn of the year and by the fiscal one', () => {
  const values = (today: string, start: number) => periodOptions(today, start, 'sv-SE').map(({ value }) => value);
  expect(values('2026-12-05', 1)).toEqual(['2026', '2027', '2026-Q4', '2027-Q1', '2026-12', '2027-01']);
  expect(values('2026-09-05', 9).slice(2, 4)).toEqual(['FY2027', 'FY2028']);
  expect(baselineYears('2026-12-05', 'sv-SE').map(({ value }) => value)).toEqual(['2025', '2024', '2023']);
  expect(['2025', '2026-Q1', '2024-02', '2025-12-01..2026-02-03', 'last-year'].map(datesOf)).toEqual([
    ['2025-01-01', '2025-12-31'],
    ['2026-01-01', '2026-03-31'],
    ['2024-02-01', '2024-02-29'],
    ['2025-12-01', '2026-02-03'],
    ['', ''],
  ]);
  expect([
    periodOfDates('2026-01-01', '2026-03-31'),
    periodOfDates('2026-02-30', '2026-03-31'),
    periodOfDates('2026-02-01', '2026-01-01'),
  ]).toEqual(['2026-01-01..2026-03-31', null, null]);
});
