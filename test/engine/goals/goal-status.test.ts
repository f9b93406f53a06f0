import { describe, expect, it } from 'vitest';
import { definitionInForce } from '#engine/goals/definition.ts';
import { goalParts } from '#engine/goals/goal-parts.ts';
import { goalPace } from '#engine/goals/goal-pace.ts';
import { goalStatus } from '#engine/goals/goal-status.ts';
import { goalTargets } from '#engine/goals/goal-targets.ts';
import type { Goal } from '#shared/goals.ts';
import { questionSchema } from '#shared/question.ts';
import { answer } from '#engine/question/answer.ts';
import { contextOf } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';
import { goalOf } from './small-goals.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const months = (year: number, until: number, day: string, row: (month: number) => PlainRow): readonly PlainRow[] =>
  Array.from({ length: until }, (_, i) => ({ date: `${String(year)}-${two(i + 1)}-${day}`, ...row(i + 1) }));

/** 100 a month in 2025, Ann 60 and Bo 40; 110 a month from January to June 2026, Ann 70 and Bo 40. */
const SALES: readonly PlainRow[] = [
  ...months(2025, 12, '10', () => ({ amount: 60, rep: 'Ann', order: 'a' })),
  ...months(2025, 12, '20', () => ({ amount: 40, rep: 'Bo', order: 'b' })),
  ...months(2026, 6, '10', () => ({ amount: 70, rep: 'Ann' })),
  ...months(2026, 6, '30', () => ({ amount: 40, rep: 'Bo' })).filter(({ date }) => date !== '2026-02-30'),
  { date: '2026-02-28', amount: 40, rep: 'Bo' },
];
const won = (closed: string, rep: string): PlainRow => ({
  created: closed,
  closed,
  status: 'won',
  value: 10,
  rep,
});
/** 3 of 5 closed in 2026. */
const DEALS: readonly PlainRow[] = [
  won('2026-01-05', 'Ann'),
  won('2026-03-05', 'Ann'),
  won('2026-06-30', 'Bo'),
  { ...won('2026-02-05', 'Bo'), status: 'lost' },
  { ...won('2026-05-05', 'Ann'), status: 'lost' },
];
const context = contextOf({ sale: SALES, deal: DEALS }, { today: '2026-07-02' });
const pace = (more: Partial<Goal>) => goalPace(goalOf(more), context);

describe('a goal held against the data', () => {
  it('is a level of the period, or of each month', () => {
    // 660 of 1,200 with half of the months gone.
    expect(pace({})).toMatchObject({
      over: 'adds',
      target: 1200,
      actual: 660,
      expected: 600,
      pace: 1.1,
      state: 'ahead',
    });
    expect(pace({ target: { shape: 'level', value: 125 }, per: 'month' })).toMatchObject({
      target: 1500,
      expected: 750,
      pace: 0.88,
      state: 'behind',
    });
  });

  it('is a difference or a percentage against a baseline', () => {
    const from = 'last-year' as const;
    expect(pace({ target: { shape: 'percentage', value: 0.2, from } })).toMatchObject({
      baseline: { from: '2025-01-01', to: '2025-12-31', value: 1200 },
      target: 1440,
      expected: 720,
      state: 'behind',
    });
    expect(pace({ target: { shape: 'difference', value: 10, from }, per: 'month' })).toMatchObject({
      target: 1320,
      expected: 660,
      pace: 1,
    });
    expect(pace({ target: { shape: 'difference', value: -60, from: { period: '2025-Q4' } } })).toMatchObject({
      target: 240,
    });
    // Quarter on quarter: 330 after 330.
    expect(pace({ period: '2026-Q2', target: { shape: 'percentage', value: 0, from: 'previous' } })).toMatchObject({
      target: 330,
      actual: 330,
      state: 'reached',
    });
  });

  it('has no target without a whole baseline', () => {
    const found = pace({ period: '2027', target: { shape: 'percentage', value: 0.1, from: 'last-year' } });
    expect(found).toMatchObject({ target: null, reason: { code: 'no-comparison' }, state: 'no-value' });
  });

  it('counts activities and what has not begun', () => {
    const found = goalStatus(
      goalOf({ kpi: 'won-deals', target: { shape: 'count', value: 9 }, period: '2026-Q3', kind: 'activity' }),
      [],
      context,
    );
    // July to September: 92 days without a calendar.
    expect(found).toMatchObject({
      state: 'waiting',
      actual: null,
      required: { value: 9 / 92, days: 92 },
      days: 'all',
      projection: null,
    });
  });

  it('compares ratios directly and tells the numerator still needed', () => {
    const found = goalStatus(goalOf({ kpi: 'win-rate', target: { shape: 'level', value: 0.8 } }), [], context);
    expect(found).toMatchObject({ over: 'averages', expected: 0.8, actual: 0.6, state: 'behind', required: null });
    // 0.8 × 5 = 4 won deals, and 3 are won.
    expect(found.needed).toMatchObject({ of: 'won-deals', unit: 'count', value: 1 });
  });

  it('tells what is needed, what came lately, and the months', () => {
    const found = goalStatus(goalOf(), [], context);
    // 540 over the 184 days from July to December.
    expect(found.required).toEqual({ value: 540 / 184, days: 184 });
    // The 30 days of June hold 110.
    expect(found.recent).toEqual({ value: 110 / 30, days: 30 });
    expect(found.months.map(({ actual }) => actual)).toEqual([
      110,
      110,
      110,
      110,
      110,
      110,
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(found.months.every(({ target }) => Math.abs((target ?? 0) - 100) < 1e-9)).toBe(true);
    // Eighteen level months carry on: a forecast, somewhere near 1,320.
    expect(found.projection?.method).toBe('forecast');
    expect(Math.abs((found.projection?.value ?? 0) - 1320)).toBeLessThan(40);
    expect(found.smart).toMatchObject({
      specific: false,
      measurable: true,
      relevant: true,
      timeBound: true,
      past: { met: 1, of: 1 },
      daysLeft: 182,
    });
  });

  it('goes on at its pace where the history is short', () => {
    const short = contextOf({ sale: SALES.filter(({ date }) => String(date) >= '2026') }, { today: '2026-07-02' });
    expect(goalStatus(goalOf(), [], short).projection).toEqual({
      value: 1320,
      low: null,
      high: null,
      chance: null,
      method: 'run-rate',
    });
  });
});

describe('what comes next', () => {
  const quarter = (id: string, n: number, value: number): Goal =>
    goalOf({ id, period: `2026-Q${String(n)}`, target: { shape: 'level', value } });
  const status = (goal: Goal, others: readonly Goal[]) => goalStatus(goal, [goal, ...others], context);

  it('raises what was easily reached, more each time in a row', () => {
    expect(status(quarter('a', 2, 300), []).proposal).toEqual({
      do: 'raise',
      value: 330,
      period: '2026-Q3',
      now: false,
    });
    expect(status(quarter('b', 2, 300), [quarter('a', 1, 300)]).proposal).toMatchObject({ value: 336 });
    const growth = goalOf({ period: '2026-Q2', target: { shape: 'percentage', value: 0.02, from: 'last-year' } });
    expect(status(growth, []).proposal).toMatchObject({ do: 'raise', value: 0.025 });
  });

  it('holds after two misses, and says nothing after one or beside the next goal', () => {
    expect(status(quarter('a', 1, 400), []).proposal).toBeNull();
    expect(status(quarter('b', 2, 400), [quarter('a', 1, 400)]).proposal).toEqual({
      do: 'hold',
      value: 400,
      period: '2026-Q3',
      now: false,
    });
    expect(status(quarter('a', 1, 300), [quarter('b', 2, 330)]).proposal).toBeNull();
  });

  it('keeps the definition that a past period had', () => {
    const past = goalOf({ kpi: 'win-rate', period: '2026-Q1', target: { shape: 'level', value: 0.5 } });
    const kept = { ...past, definition: definitionInForce('win-rate', context) };
    const byValue = { ...context, settings: { ...context.settings, variants: { 'win-rate': 'won-of-created' } } };
    expect(goalPace(kept, byValue)).toMatchObject({
      variant: 'count',
      formula: 'won-deals / closed-deals',
      actual: 2 / 3,
    });
    expect(goalPace(past, byValue)).toMatchObject({ variant: 'won-of-created' });
  });
});

describe('goals as targets', () => {
  const ask = (goals: readonly Goal[], question: object) => {
    const withGoals = { ...context, goalTarget: goalTargets(() => goals, context) };
    const { cells } = answer(questionSchema.parse({ kpis: ['revenue'], compare: 'target', ...question }), withGoals);
    return cells.map(({ row, compare }) => [row[0] ?? '', compare?.value ?? null]);
  };

  it('stand beside the numbers of their KPI and filters, to date', () => {
    const rows = [{ dimension: 'date', grain: 'quarter' }];
    expect(ask([goalOf()], { period: '2026', rows })).toEqual([
      ['2026-Q1', expect.closeTo(300, 9)],
      ['2026-Q2', expect.closeTo(300, 9)],
      ['', expect.closeTo(600, 9)],
    ]);
    const ann = [{ op: 'in', dimension: 'rep', values: ['Ann'] }];
    expect(ask([goalOf()], { period: '2026', filters: ann })).toEqual([['', null]]);
    const forAnn = goalOf({
      filters: [{ op: 'in', dimension: 'rep', values: ['Ann'] }],
      target: { shape: 'level', value: 600 },
    });
    expect(ask([forAnn], { period: '2026', rows: [{ dimension: 'rep' }] })).toEqual([
      ['Ann', expect.closeTo(300, 9)],
      ['Bo', null],
      ['', null],
    ]);
  });

  it('fill a longer cell together, and the shortest one answers a shorter cell', () => {
    const quarters = [1, 2].map((n) =>
      goalOf({ id: `q${String(n)}`, period: `2026-Q${String(n)}`, target: { shape: 'level', value: n * 100 } }),
    );
    expect(ask(quarters, { period: '2026-01-01..2026-06-30' })).toEqual([['', 300]]);
    expect(ask([goalOf(), ...quarters], { period: '2026-Q2' })).toEqual([['', 200]]);
    expect(ask(quarters.slice(1), { period: '2026-01-01..2026-06-30' })).toEqual([['', null]]);
  });

  it('are split by what each brought, and so add up', () => {
    expect(goalParts(goalOf(), 'rep', 'last-year', context)).toEqual([
      { name: 'Ann', value: 720, upTo: null, lastYear: 720 },
      { name: 'Bo', value: 480, upTo: null, lastYear: 480 },
    ]);
    const ratio = goalOf({ kpi: 'win-rate', target: { shape: 'level', value: 0.5 } });
    expect(goalParts(ratio, 'rep', 'even', context).map(({ value }) => value)).toEqual([0.5, 0.5]);
  });
});
