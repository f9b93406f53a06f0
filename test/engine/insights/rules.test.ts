import { describe, expect, it } from 'vitest';
import { findInsights } from '#engine/insights/find-insights.ts';
import { goalPace, type GoalSoFar } from '#engine/insights/goal-pace.ts';
import { silentIn } from '#engine/insights/silent-customers.ts';
import { ask, contextOf } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';
import { goalOf } from '../goals/small-goals.ts';
import { found, foundBy, numberIn } from './found.ts';

const months = (year: number) =>
  Array.from({ length: 12 }, (_, i) => `${String(year)}-${String(i + 1).padStart(2, '0')}`);

describe('new highs and lows', () => {
  const flat = [...months(2025), ...months(2026)].map((month) => ({ date: `${month}-28`, amount: 100 }));
  const withLast = (amount: number) => [...flat.slice(0, -1), { date: '2026-12-28', amount }];

  it('the last month of the period is the highest, or the lowest, of those before it', () => {
    const high = foundBy('extreme', { sale: withLast(150) });
    expect(high).toMatchObject({ id: 'extreme:revenue', form: 'high', tone: 'good', count: 24 });
    expect(high?.words['month']).toEqual({ as: 'period', from: '2026-12-01', to: '2026-12-31' });
    expect(numberIn(high, 'value')).toBe(150);
    expect(high?.size).toBeCloseTo(0.5, 12);
    expect(foundBy('extreme', { sale: withLast(60) })).toMatchObject({ form: 'low', tone: 'bad' });
  });

  it('not where an earlier month was as high, where the month goes on, or with twelve months in all', () => {
    expect(foundBy('extreme', { sale: flat })).toBeNull();
    expect(foundBy('extreme', { sale: withLast(150) }, { today: '2026-12-29' })).toBeNull();
    expect(foundBy('extreme', { sale: withLast(150).slice(12) })).toBeNull();
    expect(foundBy('extreme', { sale: withLast(150) }, { period: '2026-06' })).toBeNull();
  });
});

describe('reps at quota', () => {
  const target = ['Ann', 'Bo', 'Cy'].map((rep) => ({ rep, start: '2026-12-01', value: 100, grain: 'month' }));
  const sold = (ann: number, bo: number, cy: number) =>
    [ann, bo, cy].map((amount, i) => ({ date: '2026-12-30', amount, rep: ['Ann', 'Bo', 'Cy'][i] ?? '' }));

  it('one of three is under 60 %, two of three are not', () => {
    const insight = foundBy('quota', { sale: sold(120, 99, 20), target });
    expect(numberIn(insight, 'share')).toBeCloseTo(1 / 3, 12);
    expect(insight?.size).toBeCloseTo(0.6 - 1 / 3, 12);
    expect(foundBy('quota', { sale: sold(120, 100, 20), target })).toBeNull();
    expect(foundBy('quota', { sale: sold(120, 99, 20) })).toBeNull();
  });
});

describe('response time', () => {
  const leads = (year: number, hours: number) =>
    months(year).map((month) => ({
      created: `${month}-10T08:00`,
      answered: `${month}-10T${String(8 + hours).padStart(2, '0')}:00`,
    }));

  it('four hours after two are worse, two after two are not', () => {
    const insight = foundBy('response-time', { lead: [...leads(2025, 2), ...leads(2026, 4)] });
    expect(insight).toMatchObject({ form: 'longer', tone: 'bad' });
    expect([numberIn(insight, 'now'), numberIn(insight, 'was'), numberIn(insight, 'growth')]).toEqual([4, 2, 1]);
    expect(foundBy('response-time', { lead: [...leads(2025, 2), ...leads(2026, 2)] })).toBeNull();
    expect(foundBy('response-time', { lead: [...leads(2025, 4), ...leads(2026, 2)] })).toBeNull();
  });
});

describe('concentration', () => {
  const sales = (amounts: readonly number[]) =>
    amounts.map((amount, i) => ({ date: '2026-03-01', amount, customer: `K${String(i)}` }));

  it('one customer of a fifth or more', () => {
    const insight = foundBy('concentration', { sale: sales([30, ...Array.from({ length: 14 }, () => 5)]) });
    expect(insight).toMatchObject({ form: 'one', words: { customer: { name: 'K0' } } });
    expect(numberIn(insight, 'share')).toBe(0.3);
  });

  it('ten of many for half of revenue; not ten of twelve, nor a fifth of all', () => {
    // Ten of 8 and twenty of 4: 80 of 160.
    const insight = foundBy('concentration', {
      sale: sales([...Array.from({ length: 10 }, () => 8), ...Array.from({ length: 20 }, () => 4)]),
    });
    expect(insight?.form).toBe('ten');
    expect([numberIn(insight, 'share'), numberIn(insight, 'customers')]).toEqual([0.5, 30]);
    expect(foundBy('concentration', { sale: sales(Array.from({ length: 12 }, () => 8)) })).toBeNull();
    expect(foundBy('concentration', { sale: sales(Array.from({ length: 40 }, () => 8)) })).toBeNull();
  });
});

describe('silent customers', () => {
  it('silent from three times the usual gap on, and for less than a year', () => {
    const days = (...on: number[]) => ({
      customers: Int32Array.of(7),
      starts: Int32Array.of(0, on.length),
      days: Int32Array.from(on),
      amounts: Float64Array.from(on, () => 1),
      unrated: 0,
      nameless: 0,
    });
    expect(silentIn(days(0, 20, 40, 60), 120)).toEqual([]);
    expect(silentIn(days(0, 20, 40, 60), 121)).toEqual([7]);
    expect(silentIn(days(0, 20, 40, 60), 425)).toEqual([]);
    // He has been away for 90 days once.
    expect(silentIn(days(0, 20, 40, 130, 150), 240)).toEqual([]);
    expect(silentIn(days(0, 20, 40, 130, 150), 241)).toEqual([7]);
    // Three purchases are no habit; gaps of a day still leave 30 days.
    expect(silentIn(days(0, 20, 40), 121)).toEqual([]);
    expect(silentIn(days(0, 1, 2, 3), 33)).toEqual([]);
    expect(silentIn(days(0, 1, 2, 3), 34)).toEqual([7]);
  });

  it('with what they bought in the year before, which is what the question behind it answers', () => {
    const monthly = (customer: string, through: number) =>
      months(2026)
        .slice(0, through)
        .map((month) => ({ date: `${month}-15`, amount: 10, customer }));
    const tables = { sale: [...monthly('Stays', 12), ...monthly('Stops', 6)] };
    const insight = foundBy('silent-customers', tables);
    expect(insight).toMatchObject({ count: 1, words: { first: { name: 'Stops' } } });
    expect(numberIn(insight, 'amount')).toBe(60);
    expect(insight?.size).toBeCloseTo(60 / 180, 12);
    const total = ask(contextOf(tables), insight?.question ?? { kpis: ['revenue'] }).cells.find(
      ({ row }) => row.length === 0,
    );
    expect(total?.value).toBe(60);
    expect(foundBy('silent-customers', { sale: [...monthly('Stays', 12), ...monthly('Too', 12)] })).toBeNull();
  });
});

describe('deals past their close date', () => {
  const deal = (expected: string, value: number, more: PlainRow = {}): PlainRow => ({
    created: '2026-05-01',
    expected_close: expected,
    value,
    status: 'open',
    ...more,
  });

  it('open ones that were to be closed before the last day the deals know of', () => {
    const deals = [
      deal('2026-06-01', 30),
      deal('2026-08-01', 90),
      deal('2026-06-01', 500, { status: 'won', closed: '2026-06-20' }),
    ];
    const insight = foundBy('overdue-deals', { deal: deals });
    expect(insight).toMatchObject({ count: 1, words: { day: { from: '2026-06-20' } } });
    expect([numberIn(insight, 'amount'), numberIn(insight, 'share')]).toEqual([30, 0.25]);
    expect(foundBy('overdue-deals', { deal: deals.slice(1) })).toBeNull();
    expect(foundBy('overdue-deals', { deal: deals }, { period: '2026-05' })).toBeNull();
  });
});

describe('data gaps', () => {
  const rows = [
    { date: '2026-03-01', amount: 90, cost: 40, rep: 'Ann' },
    { date: '2026-03-01', amount: 10, rep: 'Ann' },
    { date: '2026-03-01', amount: 1, cost: 1 },
  ];

  it('revenue without cost; not what has hardly any gap, nor a field that no row has', () => {
    const gaps = found({ sale: rows }).filter(({ rule }) => rule === 'data-gap');
    expect(gaps.map(({ id, count }) => [id, count])).toEqual([['data-gap:cost', 1]]);
    expect(numberIn(gaps[0] ?? null, 'share')).toBeCloseTo(10 / 101, 12);
  });
});

describe('a goal off pace', () => {
  const filters = [{ op: 'in' as const, dimension: 'region', values: ['Syd'] }];
  const higher = goalOf({ id: 'g', name: 'Höst', filters, period: '2026' });
  const lower = goalOf({ ...higher, better: 'lower' });
  const goal: GoalSoFar = { goal: higher, unit: 'money', expected: 100, actual: 80, gone: 0.5 };

  it('a fifth behind at half time; not a tenth behind, not early, not where less is better', () => {
    expect(goalPace([goal])).toMatchObject([
      {
        id: 'goal-pace:g',
        form: 'below',
        question: { kpis: ['revenue'], period: '2026', filters },
        cell: { kpi: 'revenue' },
      },
    ]);
    expect(goalPace([goal])[0]?.size).toBeCloseTo(0.2, 12);
    expect(goalPace([{ ...goal, actual: 90 }])).toEqual([]);
    expect(goalPace([{ ...goal, gone: 0.1 }])).toEqual([]);
    expect(goalPace([{ ...goal, goal: lower }])).toEqual([]);
    expect(goalPace([{ ...goal, goal: lower, actual: 130 }])).toMatchObject([{ form: 'above' }]);
  });
});

it('the largest come first, the same data give the same list, and filters reach every rule', () => {
  const sale = [...months(2025), ...months(2026)].flatMap((month, i) => [
    { date: `${month}-28`, amount: 100 + i, customer: 'A', region: 'Nord' },
    { date: `${month}-28`, amount: 50, customer: 'B', region: 'Syd' },
  ]);
  const all = found({ sale });
  expect(all.map(({ size }) => size)).toEqual(all.map(({ size }) => size).toSorted((a, b) => b - a));
  expect(found({ sale })).toEqual(all);
  expect(all.map(({ id }) => id)).toEqual(['concentration:one', 'extreme:revenue']);
  const filters = [{ op: 'in', dimension: 'region', values: ['Syd'] }] as const;
  const context = contextOf({ sale }, { today: '2027-01-01' });
  const filtered = findInsights(
    { period: '2026', compare: 'none', filters: filters.map((each) => ({ ...each, values: [...each.values] })) },
    context,
  );
  expect(filtered).toEqual([]);
});

it('an empty workspace has nothing to look at', () => {
  expect(found({}, { period: 'all' })).toEqual([]);
});
