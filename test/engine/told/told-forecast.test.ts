import { describe, expect, it } from 'vitest';
import { backTest } from '#engine/forecast/back-test.ts';
import { combinedForecast } from '#engine/forecast/combined.ts';
import { historyForecast } from '#engine/forecast/history-forecast.ts';
import { pipelineForecast, pipelineRows } from '#engine/forecast/pipeline.ts';
import { toldBackTest, toldPipelineTest } from '#engine/told/told-back-test.ts';
import { toldBoth, toldHistory } from '#engine/told/told-forecast.ts';
import { toldKept } from '#engine/told/told-kept.ts';
import type { ToldAnswer } from '#engine/told/told-answer.ts';
import type { BackTest, PipelineTest, SavedForecast } from '#shared/forecast.ts';
import type { ToldOf } from '#shared/told.ts';
import { contextOf } from '../../support/ask.ts';

const inputs = ({ inputs: all }: ToldAnswer): Record<string, unknown> =>
  Object.fromEntries(all.map(({ id, value }) => [id, value]));
const rows = ({ rows: parts }: ToldAnswer) => parts.map(({ part, positions }) => [part, [...positions]]);
const month = (n: number): string => `2026-${String(n).padStart(2, '0')}`;
const monthOf = (n: number, days: number) => ({
  key: month(n),
  from: `${month(n)}-01`,
  to: `${month(n)}-${String(days)}`,
});

/** 1 to 6 from January to June, then 9 and 9; and a sale of March without an amount. */
const SALES = [
  ...[1, 2, 3, 4, 5, 6, 9].map((amount, i) => ({ date: `${month(i + 1)}-01`, amount })),
  { date: '2026-08-31', amount: 9 },
  { date: '2026-03-02', amount: null },
];
const sales = contextOf({ sale: SALES }, { today: '2026-09-02' });
const REVENUE = { kpi: 'revenue', filters: [], variants: {}, grain: 'month' as const };
const tested: BackTest = (() => {
  const steps = backTest([1, 2, 3, 4, 5, 6, 9, 9], 'month', 4);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
})();
const ofTest = (
  figure: ToldOf<'back-test'>['figure'],
  method: ToldOf<'back-test'>['method'] = 'ours',
  test: BackTest | null = tested,
): ToldAnswer => toldBackTest({ of: 'back-test', ...REVENUE, horizon: 4, figure, method }, test, sales);

describe('how far a history carried on would have been off', () => {
  it('tells the error of a method with its size, and of how many outcomes it is', () => {
    // The last value again: 6 and 6 for 9 and 9, then 9 for 9. Steps of 1 within 1 … 6: errors of 3, 3 and 0, all times 1.
    const again = ofTest('mase', 'last-again');
    expect(again.value).toBeCloseTo(2, 12);
    expect(inputs(again)).toMatchObject({ method: 'method.last-again', origins: 2, outcomes: 3, furthest: 2 });
    expect(inputs(again)['mae']).toBeCloseTo(2, 12);
    expect(inputs(again)).toMatchObject({ comparedWith: 'method.ours', otherError: tested.ours?.mase });
    const symmetric = ofTest('smape', 'last-again');
    expect([symmetric.unit, symmetric.value]).toEqual(['ratio', expect.closeTo((0.4 + 0.4 + 0) / 3, 12)]);
    expect(inputs(ofTest('mase'))).toMatchObject({ comparedWith: 'method.last-again', otherError: 2 });
  });

  it('has the rows that were known from the start, and those held out', () => {
    const outcomes = ofTest('outcomes');
    expect(outcomes.value).toBe(3);
    expect(rows(outcomes)).toEqual([
      ['history', [0, 1, 2, 3, 4, 5]],
      ['held-out', [6, 7]],
    ]);
    expect([outcomes.period, outcomes.ahead]).toEqual([
      { from: '2026-01-01', to: '2026-08-31' },
      { from: '2026-07-01', to: '2026-08-31' },
    ]);
    expect(outcomes.leftOut).toEqual([{ reason: 'sale.amount', count: 1 }]);
  });

  it('tells the verdict with both errors, and how often the ranges held', () => {
    const miss = { smape: 0.2, mae: 30 };
    const rivals = [{ method: 'season-again' as const, ...miss, mase: 1 }];
    const as = (mase: number): BackTest => ({
      ...tested,
      ours: { ...miss, mase },
      rivals,
      coverage: [0.75, 1],
      ranged: 4,
    });
    const better = ofTest('verdict', 'ours', as(0.75));
    expect([better.value, better.form]).toEqual([0.25, 'better']);
    expect(inputs(better)).toMatchObject({ errorOf: 'error.mase', ownError: 0.75, otherError: 1 });
    expect(ofTest('verdict', 'ours', as(1.5))).toMatchObject({ value: 0.5, form: 'worse' });
    expect(inputs(ofTest('covered80', 'ours', as(1)))).toMatchObject({ inside: 3, ranged: 4 });
    expect(inputs(ofTest('covered95', 'ours', as(1)))).toMatchObject({ inside: 4, ranged: 4 });
  });

  it('is not told where nothing was tested', () => {
    expect(() => ofTest('mase', 'ours', null)).toThrow('Nothing was tested.');
    expect(() => ofTest('verdict', 'ours', { ...tested, ours: null })).toThrow('Nothing was tested.');
    expect(() => ofTest('mase', 'holt-winters')).toThrow('Nothing was tested.');
  });
});

const won = (closed: string, value: number | null) => ({ status: 'won', value, created: '2026-01-01', closed });
/** 100 won on the first of every month to September, one of August without a value; 300 booked in October and 10 000 at 50 %. */
const DEALS = [
  ...Array.from({ length: 9 }, (_, i) => won(`${month(i + 1)}-${i === 8 ? '30' : '01'}`, 100)),
  won('2026-08-02', null),
  won('2026-10-03', 300),
  { status: 'open', value: 10_000, probability: 0.5, created: '2026-09-01', expected_close: '2026-10-20' },
];
const deals = contextOf({ deal: DEALS }, { today: '2026-10-05' });
const pipelineTest: PipelineTest = {
  ...tested,
  held: [monthOf(4, 30), monthOf(5, 31), monthOf(8, 31)],
  ahead: [{ outcomes: 19, months: [month(4), month(8)], shares: { low: 0.6, high: 1.5 } }],
};

it('a test of the pipeline has the rows won in the months that it was held against, and no others', () => {
  const number: ToldOf<'pipeline-test'> = {
    of: 'pipeline-test',
    filters: [],
    basis: 'deal',
    reach: 1,
    figure: 'outcomes',
    method: 'ours',
  };
  const told = toldPipelineTest(number, pipelineTest, deals);
  expect(rows(told)).toEqual([['rows', [3, 4, 7]]]);
  expect(told.period).toEqual({ from: '2026-04-01', to: '2026-08-31' });
  expect(told.leftOut).toEqual([{ reason: 'deal.value', count: 1 }]);
});

describe('between what a month lies', () => {
  const ask = { filters: [], basis: 'deal' as const };
  const history = historyForecast({ ...REVENUE, kpi: 'won-value', horizon: 3 }, deals);
  const pipeline = pipelineForecast(ask, deals, { set: new Map(), learnt: new Map() });
  const made = combinedForecast({ horizon: 3, reach: 1 }, history, pipeline);
  const range = (period: string, test: PipelineTest | null) =>
    toldBoth(
      { of: 'both', ...ask, horizon: 3, reach: 1, figure: 'range80', period },
      { made, history, pipeline, tested: test },
      (place) => pipelineRows(ask, deals, place),
      deals,
    );

  it('is learnt from what came of earlier pipelines: 5 300 × 60 % to 5 300 × 150 %', () => {
    const told = range('2026-10', pipelineTest);
    expect([told.value, told.upTo, told.form]).toEqual([3180, 7950, 'learnt']);
    // Of nineteen outcomes the second from either end: one lies outside on each side.
    expect(inputs(told)).toMatchObject({
      forecast: 5300,
      lowShare: 0.6,
      highShare: 1.5,
      outcomes: 19,
      outside: 1,
      booked: 300,
    });
    expect(rows(told)).toEqual([
      ['booked', [10]],
      ['open', [11]],
      ['held-out', [3, 7]],
    ]);
  });

  it('is never less than what is booked, and not known without enough outcomes', () => {
    const ahead = [{ outcomes: 19, months: [month(4)], shares: { low: 0.01, high: 1.5 } }];
    expect(range('2026-10', { ...pipelineTest, ahead })).toMatchObject({ value: 300, upTo: 7950, form: 'least' });
    const few = [{ outcomes: 2, months: [month(4)], shares: null }];
    expect(() => range('2026-10', { ...pipelineTest, ahead: few })).toThrow('Nothing is forecast');
  });

  it('is that of the history beyond the open deals, and of a history by itself', () => {
    const [, november] = made.points;
    const [eighty, wide] = november?.intervals ?? [];
    const told = range('2026-11', pipelineTest);
    expect([told.value, told.upTo, told.form]).toEqual([eighty?.low, eighty?.high, null]);
    const alone = toldHistory(
      { of: 'history', ...REVENUE, kpi: 'won-value', horizon: 3, figure: 'range95', period: '2026-11' },
      history,
      deals,
    );
    expect([alone.value, alone.upTo, alone.form]).toEqual([wide?.low, wide?.high, 'range95']);
    expect(inputs(alone)).toMatchObject({ forecast: november?.value, closedPeriods: 9 });
  });
});

describe('a kept forecast', () => {
  const point = { intervals: null };
  const forecast: SavedForecast = {
    id: 'a',
    name: 'Höst',
    madeOn: '2026-07-02',
    asOf: '2026-06-30',
    source: 'both',
    kpi: 'won-value',
    filters: [],
    variants: {},
    grain: 'month',
    points: [
      { ...monthOf(8, 31), value: 80, ...point, range: { low: 70, high: 110 } },
      { ...monthOf(9, 30), value: 120, ...point },
      { ...monthOf(10, 31), value: 500, ...point },
    ],
  };
  const kept = (figure: ToldOf<'kept'>['figure'], period: string | null) =>
    toldKept({ of: 'kept', forecast, figure, period }, deals);

  it('says what it was, when it was made and its range then, beside what came', () => {
    const august = kept('forecast', '2026-08');
    expect([august.value, august.ahead, august.rows]).toEqual([80, { from: '2026-08-01', to: '2026-08-31' }, []]);
    expect(inputs(august)).toEqual({
      low80: 70,
      high80: 110,
      source: 'source.both',
      madeOn: '2026-07-02',
      asOf: '2026-06-30',
      outcome: 100,
    });
    expect(inputs(kept('forecast', '2026-10'))).not.toHaveProperty('outcome');
  });

  it('is held against what came, with the rows of it: 100 of 80, 100 of 120, 200 of 200', () => {
    expect(kept('off', '2026-08').value).toBeCloseTo(0.25, 12);
    expect(rows(kept('off', '2026-08'))).toEqual([['rows', [7]]]);
    expect(kept('off', '2026-09').value).toBeCloseTo(-1 / 6, 12);
    const all = kept('off', null);
    expect([all.value, inputs(all)['kept'], inputs(all)['outcome'], inputs(all)['closedPeriods']]).toEqual([
      0, 200, 200, 2,
    ]);
    expect(rows(kept('actual', null))).toEqual([['rows', [7, 8]]]);
    expect(kept('forecast', null).value).toBe(200);
  });

  it('has no share where nothing was forecast or is over, and no other period', () => {
    expect([kept('off', '2026-10').value, kept('actual', '2026-10').rows]).toEqual([null, []]);
    expect(() => kept('forecast', '2031-01')).toThrow('no such period');
  });

  it('has no sum of what does not add up: a customer of two months is one, not two', () => {
    const bought = ['2026-08-01', '2026-08-31', '2026-09-30'].map((date) => ({ date, amount: 1, customer: 'Alm' }));
    const context = contextOf({ sale: bought }, { today: '2026-10-02' });
    const ofCustomers = { ...forecast, kpi: 'active-customers' };
    const actual = (period: string | null) =>
      toldKept({ of: 'kept', forecast: ofCustomers, figure: 'actual', period }, context);
    expect([actual('2026-08').value, actual('2026-09').value]).toEqual([1, 1]);
    expect(() => actual(null)).toThrow('no such period');
  });
});
