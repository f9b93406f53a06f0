import { expect, it } from 'vitest';
import { toldGoal } from '#engine/told/told-goal.ts';
import type { ToldAnswer } from '#engine/told/told-answer.ts';
import type { Goal } from '#shared/goals.ts';
import type { ToldOf } from '#shared/told.ts';
import { contextOf } from '../../support/ask.ts';
import { goalOf } from '../goals/small-goals.ts';

/** 100 a month in 2025, and 90 a month from January to June 2026, the last on 30 June. */
const SALES = [
  ...Array.from({ length: 12 }, (_, i) => ({ date: `2025-${String(i + 1).padStart(2, '0')}-28`, amount: 100 })),
  ...Array.from({ length: 5 }, (_, i) => ({ date: `2026-0${String(i + 1)}-28`, amount: 90 })),
  { date: '2026-06-30', amount: 90 },
];
const context = contextOf({ sale: SALES }, { today: '2026-07-01' });

const told = (figure: ToldOf<'goal'>['figure'], goal: Goal = goalOf(), month?: string): ToldAnswer =>
  toldGoal({ of: 'goal', goal, figure, ...(month === undefined ? {} : { month }) }, [goal], context);
const inputs = ({ inputs: all }: ToldAnswer): Record<string, unknown> =>
  Object.fromEntries(all.map(({ id, value }) => [id, value]));

it('where a goal should be: 1 200 spread evenly, with six of twelve months passed', () => {
  const number = told('expected');
  expect(number.value).toBeCloseTo(600, 9);
  expect(inputs(number)).toEqual({ target: 1200, passed: 0.5, spread: 'spread.even' });
  // The rows are those of the outcome: six of 90.
  expect([number.rows[0]?.kind, [...(number.rows[0]?.positions ?? [])]]).toEqual(['sale', [12, 13, 14, 15, 16, 17]]);
  expect(number.period).toEqual({ from: '2026-01-01', to: '2026-06-30' });
});

it('what the days left need: (1 200 − 540) ÷ 184', () => {
  const number = told('required');
  expect(number.value).toBeCloseTo(660 / 184, 9);
  expect(inputs(number)).toEqual({ target: 1200, outcome: 540, daysLeft: 184 });
});

it('a target as a change: 20 % on 1 200 of the year before, whose rows it goes by', () => {
  const goal = goalOf({ target: { shape: 'percentage', value: 0.2, from: 'last-year' } });
  const target = told('target', goal);
  expect(target.value).toBeCloseTo(1440, 9);
  expect(inputs(target)).toEqual({ shape: 'shape.percentage', given: 0.2, baseline: 1200 });
  expect(target.rows[0]?.positions).toHaveLength(12);
  expect(told('baseline', goal).value).toBe(1200);
});

it('an outcome by the definition that was kept with the goal', () => {
  const definition = { variant: 'net-sales', formula: 'net-sales / 2', variants: {}, own: {}, rules: null };
  const goal = goalOf({ period: '2025', definition });
  expect(told('actual', goal)).toMatchObject({ value: 600, formula: 'net-sales / 2' });
});

it('every figure is the one that the goal’s screen has', () => {
  expect(told('actual').value).toBe(540);
  expect(told('recent').value).toBe(90 / 30);
  expect(inputs(told('recent'))).toEqual({ recentSum: 90, recentDays: 30 });
  expect(inputs(told('projection'))).toMatchObject({ outcome: 540, method: 'how.months' });
  // Thirty days through 30 June: one row.
  expect([...(told('recent').rows[0]?.positions ?? [])]).toEqual([17]);
  expect(told('recent').period).toEqual({ from: '2026-06-01', to: '2026-06-30' });
  expect(told('chance').unit).toBe('ratio');
});

it('a month of the chart: 270 came and 300 were due through March, of three months’ rows', () => {
  const [actual, expected] = [told('actual', goalOf(), '2026-03-01'), told('expected', goalOf(), '2026-03-01')];
  expect([actual.value, expected.value]).toEqual([270, 300]);
  expect([...(actual.rows[0]?.positions ?? [])]).toEqual([12, 13, 14]);
  expect(actual.period).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(inputs(expected)).toEqual({ wholeTarget: 1200, spread: 'spread.even' });
  const ahead = told('projection', goalOf(), '2026-08-01');
  expect([inputs(ahead)['outcome'], ahead.ahead]).toEqual([540, { from: '2026-01-01', to: '2026-08-31' }]);
  expect(() => told('expected', goalOf(), '2027-01-01')).toThrow('no such month');
});

/** Five won of fifteen closed in 2026. */
const DEALS = Array.from({ length: 15 }, (_, i) => ({
  id: `d${String(i)}`,
  status: i < 5 ? 'won' : 'lost',
  value: 100,
  created: '2026-01-02',
  closed: '2026-05-04',
}));
function winning(target: number, more: Partial<Goal> = {}): ToldAnswer {
  const goal = goalOf({ kpi: 'win-rate', target: { shape: 'level', value: target }, ...more });
  return toldGoal({ of: 'goal', goal, figure: 'needed' }, [goal], contextOf({ deal: DEALS }, { today: '2026-07-01' }));
}

it('what a share needs is told whole, with both that it divides: 50 % of 15 less 5 is 2.5, so 3; at 20 % there are 2 to spare', () => {
  const needed = winning(0.5);
  expect([needed.value, needed.form]).toEqual([3, null]);
  expect(inputs(needed)).toMatchObject({ target: 0.5, numerator: 5, denominator: 15 });
  // 5 − 18 % × 15 = 2.3.
  const spare = winning(0.18);
  expect([spare.value, spare.form]).toEqual([2, 'margin']);
  expect(winning(0.18, { better: 'lower' })).toMatchObject({ value: 3, form: 'over' });
  expect(winning(0.5, { better: 'lower' })).toMatchObject({ value: 2, form: 'room' });
});

it('where a share should be is its target, said without days', () => {
  const goal = goalOf({ kpi: 'win-rate', target: { shape: 'level', value: 0.5 } });
  const answer = toldGoal(
    { of: 'goal', goal, figure: 'expected' },
    [goal],
    contextOf({ deal: DEALS }, { today: '2026-07-01' }),
  );
  expect([answer.value, answer.form, inputs(answer)]).toEqual([0.5, 'direct', { target: 0.5 }]);
});

it('a month says that it is one', () => {
  expect(told('expected').form).toBe(null);
  expect(told('expected', goalOf(), '2026-03-01').form).toBe('month');
  expect(told('projection', goalOf(), '2026-08-01').form).toBe('month');
});

it('a range has both its ends: 1 000 to 1 200', () => {
  const target = told('target', goalOf({ better: 'range', target: { shape: 'level', value: 1000 }, upTo: 1200 }));
  expect([target.value, inputs(target)]).toEqual([
    1000,
    { shape: 'shape.level', given: 1000, givenTo: 1200, upTo: 1200 },
  ]);
});
