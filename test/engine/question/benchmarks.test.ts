import { expect, it } from 'vitest';
import { benchmarks } from '#engine/question/benchmarks.ts';
import { benchmarksInputSchema, benchmarksSchema } from '#shared/benchmarks.ts';
import { contextOf } from '../../support/ask.ts';

/** June 100, July 300, August 90, September so far 500; orders of 100, 100 + 200, 90 and 500; half of each given as discount. */
const context = contextOf(
  {
    sale: [
      { date: '2026-05-31', amount: 1, order: '0', region: 'North' },
      { date: '2026-06-05', amount: 100, order: '1', region: 'North', discount: 10 },
      { date: '2026-07-05', amount: 100, order: '2', region: 'North', discount: 50 },
      { date: '2026-07-06', amount: 200, order: '3', region: 'South', discount: 0 },
      { date: '2026-08-31', amount: 90, order: '4', region: 'North', discount: 0 },
      { date: '2026-09-05', amount: 500, order: '5', region: 'South', discount: 0 },
    ],
  },
  { today: '2026-09-10', fiscalYearStart: 6 },
);
const told = (input: Parameters<typeof benchmarksInputSchema.parse>[0]) => {
  const found = benchmarks(benchmarksInputSchema.parse(input), context, {
    revenue: { value: 120, source: 'Trade association' },
    'revenue:gross': { value: 130, source: 'Own guess' },
  });
  expect(benchmarksSchema.parse(found)).toEqual(found);
  return found.map(({ last, best, external }) => [
    last === null ? null : [last.period.spec, last.value],
    best === null ? null : [best.period.spec, best.value],
    external?.value ?? null,
  ]);
};

it('are the last closed period before, the best one, and a reference', () => {
  expect(told({ kpis: ['revenue', 'orders'], period: '2026-09' })).toEqual([
    [['2026-08', 90], ['2026-07', 300], 120],
    [['2026-08', 1], ['2026-07', 2], null],
  ]);
  expect(told({ kpis: ['revenue:gross'], period: '2026-08' })).toEqual([[['2026-07', 350], ['2026-07', 350], 130]]);
});

it('are of the same length and filters', () => {
  const filters = [{ dimension: 'region', op: 'in', values: ['North'] }];
  expect(told({ kpis: ['revenue'], period: '2026-09', filters })).toEqual([[['2026-08', 90], ['2026-07', 100], 120]]);
  // The fiscal year that began in June is open; the one before ends with 31 May.
  expect(told({ kpis: ['revenue'], period: 'FY2027' })).toEqual([[['FY2026', 1], ['FY2026', 1], 120]]);
});

it('are none of a period that is no unit of the calendar, nor the best of what is neither good nor bad', () => {
  expect(told({ kpis: ['revenue'], period: '2026-08-05..2026-09-10' })).toEqual([[null, null, 120]]);
  expect(told({ kpis: ['revenue'], period: 'all' })).toEqual([[null, null, 120]]);
  expect(told({ kpis: ['cost-coverage'], period: '2026-09' })).toEqual([[null, null, null]]);
});

it('do not take a share of hardly any rows for the best', () => {
  expect(told({ kpis: ['average-order-value'], period: '2026-09' })).toEqual([[['2026-08', 90], null, null]]);
});
