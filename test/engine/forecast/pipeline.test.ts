import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combinedForecast, usualReach, WON_VALUE } from '#engine/forecast/combined.ts';
import { historyForecast } from '#engine/forecast/history-forecast.ts';
import { pipelineForecast } from '#engine/forecast/pipeline.ts';
import { historyAskSchema, type PipelineAsk, type PipelineForecast } from '#shared/forecast.ts';
import { contextOf, totalOf, type AskOptions } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';

const NO_CHANCES = { set: new Map<string, number>(), learnt: new Map() };
const ALL: PipelineAsk = { filters: [], basis: 'deal' };

const open = (row: PlainRow): PlainRow => ({ status: 'open', created: '2026-09-01', stage: 'Offert', ...row });
const DEALS: readonly PlainRow[] = [
  {
    status: 'won',
    value: 300,
    created: '2026-08-01',
    closed: '2026-09-17',
    stage: 'Vunnen',
    expected_close: '2026-09-17',
  },
  open({ id: 'a', value: 1000, probability: 0.2, expected_close: '2026-09-30', rep: 'Ann' }),
  open({ id: 'b', value: 500, probability: 0.5, expected_close: '2026-09-17', stage: 'Demo', rep: 'Bo' }),
  open({ id: 'c', value: 400, probability: 0.5, expected_close: '2026-09-16' }),
  open({ id: 'd', value: 200, probability: 0.5, expected_close: null }),
  open({ id: 'e', value: 800, expected_close: '2026-11-02' }),
  open({ id: 'f', value: null, probability: 0.5, expected_close: '2026-11-03' }),
];

function pipeline(
  deal: readonly PlainRow[],
  ask = ALL,
  options: AskOptions = {},
  chances = NO_CHANCES,
): PipelineForecast {
  return pipelineForecast(ask, contextOf({ deal }, { today: '2026-09-20', ...options }), chances);
}

describe('open deals by their expected close', () => {
  it('lie in the months from the last day known, overdue and undated ones apart', () => {
    const found = pipeline(DEALS);
    // The last deal known is of 17 September: what was expected on the 16th is overdue, on the 17th it is not.
    expect(found.asOf).toBe('2026-09-17');
    expect(found.periods.map(({ key, deals, value, weighted }) => [key, deals, value, weighted])).toEqual([
      ['2026-09', 2, 1500, 450],
      ['2026-10', 0, 0, 0],
      ['2026-11', 2, 800, 0],
    ]);
    expect(found.overdue).toEqual({ deals: 1, value: 400, weighted: 200 });
    expect(found.undated).toEqual({ deals: 1, value: 200, weighted: 100 });
    expect(found.later).toEqual({ deals: 0, value: 0, weighted: 0 });
    expect(found.total).toEqual({ deals: 6, value: 2900, weighted: 750 });
    expect([found.withoutValue, found.withoutChance]).toEqual([1, 1]);
  });

  it('weigh by the stage where that is asked for, and where they have no chance of their own', () => {
    const rules = { stageWeights: new Map([['offert', 0.25]]) };
    const chances = { ...NO_CHANCES, set: new Map([['offert', 0.25]]) };
    const own = pipeline(DEALS, ALL, { rules }, chances);
    expect(own.total.weighted).toBe(750 + 200);
    const byStage = pipeline(DEALS, { ...ALL, basis: 'stage' }, { rules }, chances);
    // (1000 + 400 + 200 + 800) × 0.25; the demo's stage has no weight.
    expect([byStage.total.weighted, byStage.withoutChance]).toEqual([600, 1]);
    expect(byStage.stages.map(({ stage, deals, weighted, set }) => [stage, deals, weighted, set])).toEqual([
      ['Offert', 5, 600, 0.25],
      ['Demo', 1, 0, null],
    ]);
  });

  it('go by the filters', () => {
    const filters = [{ op: 'in' as const, dimension: 'rep', values: ['Bo'] }];
    expect(pipeline(DEALS, { ...ALL, filters }).total).toEqual({ deals: 1, value: 500, weighted: 250 });
  });

  it('begin with the next month where this one is over and known whole', () => {
    const won = { status: 'won', value: 1, created: '2026-08-01', closed: '2026-09-29', stage: 'Vunnen' };
    const found = pipeline([won, ...DEALS], ALL, { today: '2026-10-02' });
    expect([found.asOf, found.periods[0]?.key, found.overdue.deals]).toEqual(['2026-10-01', '2026-10', 3]);
  });

  it('need status, value, expected close, and a chance or a stage', () => {
    expect(pipeline([{ created: '2026-09-01', title: 'x' }]).refusal).toEqual({
      code: 'needs-data',
      needs: ['deal.status', 'deal.value', 'deal.expected_close', 'deal.stage'],
    });
    expect(pipeline(DEALS.slice(0, 1).map((deal) => ({ ...deal, probability: 1 }))).refusal?.code).toBe('no-history');
  });

  it('are all of the weighted pipeline, whatever they are', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => String(n).padStart(2, '0'));
    const deal = fc.record({
      status: fc.constantFrom('open', 'open', 'won'),
      value: fc.option(fc.integer({ min: -99_999, max: 999_999 }).map((n) => n / 100)),
      probability: fc.option(fc.constantFrom(0, 0.1, 0.333, 1)),
      stage: fc.constantFrom('A', 'B', null),
      created: fc.constant('2026-05-01'),
      expected_close: fc.option(
        fc.tuple(fc.constantFrom('2025-02', '2026-09', '2026-10', '2031-01'), day).map((parts) => parts.join('-')),
      ),
    });
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 30 }), (deals) => {
        const all = [
          ...deals.map((each) => ({ ...each, closed: each.status === 'won' ? '2026-09-10' : null })),
          ...DEALS,
        ];
        const found = pipeline(all);
        const parts = [...found.periods, found.overdue, found.undated, found.later];
        const sum = (of: (part: PipelineForecast['overdue']) => number): number =>
          Math.round(parts.reduce((total, part) => total + of(part) * 10_000, 0));
        expect(sum(({ deals: n }) => n)).toBe(found.total.deals * 10_000);
        expect(sum(({ value }) => value)).toBe(Math.round(found.total.value * 10_000));
        expect(sum(({ weighted }) => weighted)).toBe(Math.round(found.total.weighted * 10_000));
        expect(found.stages.reduce((n, stage) => n + stage.deals, 0)).toBe(found.total.deals);
        const context = contextOf({ deal: all }, { today: '2026-09-20' });
        expect(totalOf(context, { kpis: ['weighted-pipeline:probability'], period: 'all' }).value).toBeCloseTo(
          found.total.weighted,
          6,
        );
      }),
      { seed: 20_261_122, numRuns: 40 },
    );
  });
});

describe('how far the open deals speak', () => {
  it('as far as a deal usually takes', () => {
    expect([usualReach(null), usualReach(0), usualReach(30), usualReach(31), usualReach(75), usualReach(900)]).toEqual([
      3, 1, 1, 2, 3, 12,
    ]);
  });
});

describe('both together', () => {
  const won = (month: string, value: number): PlainRow => ({
    status: 'won',
    value,
    created: `${month}-01`,
    closed: `${month}-28`,
    stage: 'Vunnen',
    expected_close: null,
  });
  const history = [
    won('2026-01', 90),
    won('2026-02', 110),
    won('2026-03', 95),
    won('2026-04', 105),
    won('2026-05', 100),
    won('2026-06', 98),
    won('2026-07', 102),
    won('2026-08', 100),
  ];
  const deal = [...history, ...DEALS];
  const context = contextOf({ deal }, { today: '2026-09-20' });
  const asked = historyAskSchema.parse({ kpi: WON_VALUE, filters: [], variants: {}, horizon: 4 });
  const carried = historyForecast(asked, context);
  const both = combinedForecast({ horizon: 4, reach: 2 }, carried, pipelineForecast(ALL, context, NO_CHANCES));

  it('are what is booked and weighted within the reach, and the history beyond', () => {
    expect(carried.running).toMatchObject({ key: '2026-09', value: 300 });
    expect(
      both.points.map(({ key, booked, pipeline: weighed, history: beyond }) => [key, booked, weighed, beyond]),
    ).toEqual([
      ['2026-09', 300, 450, 0],
      ['2026-10', 0, 0, 0],
      ['2026-11', 0, 0, carried.points[2]?.value],
      ['2026-12', 0, 0, carried.points[3]?.value],
    ]);
    expect(both.points.map(({ intervals }) => intervals === null)).toEqual([true, true, false, false]);
    expect(both.beyond).toEqual({ deals: 2, value: 800, weighted: 0 });
    expect([both.overdue.deals, both.undated.deals]).toEqual([1, 1]);
  });

  it('add up, month by month and in all', () => {
    for (const point of both.points) expect(point.value).toBe(point.booked + point.pipeline + point.history);
    const { value, booked, pipeline: weighed, history: beyond } = both.total;
    expect(value).toBeCloseTo(booked + weighed + beyond, 9);
    expect(value).toBeCloseTo(750 + (carried.points[2]?.value ?? 0) + (carried.points[3]?.value ?? 0), 9);
  });
});
