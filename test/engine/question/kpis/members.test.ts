import { describe, expect, it } from 'vitest';
import { ask, contextOf, totalOf, valuesByName } from '../../../support/ask.ts';
import type { PlainRow } from '../../../support/columns-of-rows.ts';
import { CUSTOMERS_CONTEXT } from './worlds/customers.ts';
import { PIPELINE_CONTEXT } from './worlds/pipeline.ts';
import { PRICES_CONTEXT } from './worlds/prices.ts';
import { SNAPSHOT, SUBSCRIPTIONS } from './worlds/subscriptions.ts';
import { targetsContext } from './worlds/targets.ts';

describe('one competitor at a time', () => {
  it('own sales are the same on every row', () => {
    const byCompetitor = ask(PRICES_CONTEXT, {
      kpis: ['price-index'],
      rows: [{ dimension: 'competitor' }],
      period: '2026-06',
    });
    const found = valuesByName(byCompetitor);
    // X: 110 ÷ 100, 90 ÷ 90, 100 ÷ 100 over 10, 20 and 30 units; Y: 110 ÷ 100, 90 ÷ 110, 100 ÷ 100.
    expect(found['X']).toBeCloseTo((100 * (11 + 20 + 30)) / 60, 9);
    expect(found['Y']).toBeCloseTo((100 * (11 + (20 * 90) / 110 + 30)) / 60, 9);
    expect(found['']).toBeCloseTo((100 * 59) / 60, 9);
  });
});

describe('cohorts', () => {
  it('stand at 100 % at age 0 and count who comes back after that', () => {
    const sale: readonly PlainRow[] = [
      { date: '2026-01-05', amount: 1, customer: 'Ada' },
      { date: '2026-01-20', amount: 1, customer: 'Bo' },
      { date: '2026-02-03', amount: 1, customer: 'Ada' },
      { date: '2026-02-04', amount: 1, customer: 'Cleo' },
      { date: '2026-03-01', amount: 1, customer: 'Ada' },
      { date: '2026-03-02', amount: 1, customer: 'Bo' },
      { date: '2026-03-09', amount: 1, customer: 'Cleo' },
    ];
    const triangle = ask(contextOf({ sale }), {
      kpis: ['cohort-retention'],
      rows: [{ dimension: 'cohort', grain: 'month' }],
      columns: [{ dimension: 'age', grain: 'month' }],
    });
    expect(valuesByName(triangle)).toMatchObject({
      '2026-01 / 0': 1,
      '2026-01 / 1': 0.5,
      '2026-01 / 2': 1,
      '2026-02 / 0': 1,
      '2026-02 / 1': 1,
    });
  });
});

describe('movement', () => {
  it('adds up to the difference between the two ends, month by month and for the year', () => {
    const parts = ['new', 'expansion', 'contraction', 'churned'];
    const read = (kpi: string, period: string) => totalOf(SUBSCRIPTIONS.context, { kpis: [kpi], period }).value ?? NaN;
    for (const suffix of ['', '-by-account'])
      for (const [before, period] of [
        ['2026-02', '2026-03'],
        ['2026-05', '2026-06'],
        ['2025-12', '2026-Q1'],
        ['2026-Q1', '2026-Q2'],
      ] as const) {
        const [fresh = 0, more = 0, less = 0, gone = 0] = parts.map((part) => read(`mrr:${part}${suffix}`, period));
        expect(read('mrr', before) + fresh + more - less - gone).toBeCloseTo(read('mrr', period), 9);
        expect(read('arr:article', period)).toBeCloseTo(read('arr', period), 9);
      }
  });

  it('of customers: those at the end are those before, new and won back, less the lost', () => {
    const read = (kpi: string, period: string) => totalOf(CUSTOMERS_CONTEXT, { kpis: [kpi], period }).value ?? 0;
    const kpis = ['new-customers:by-span', 'won-back', 'lost-customers', 'customers-at-period-end'];
    // By the days each stretch begins and ends: Gus from 15 June to 26 July 2025, Hal from 5 January to 15 February 2026.
    const quarters: readonly (readonly [quarter: string, ...numbers: readonly number[]])[] = [
      ['2025-Q2', 5, 0, 0, 5],
      ['2025-Q3', 0, 0, 1, 4],
      ['2025-Q4', 0, 0, 0, 4],
      ['2026-Q1', 1, 0, 1, 4],
      ['2026-Q2', 2, 1, 2, 5],
    ];
    for (const [quarter, ...numbers] of quarters)
      expect([quarter, ...kpis.map((kpi) => read(kpi, quarter))]).toEqual([quarter, ...numbers]);
  });
});

describe('what stands in where data are missing', () => {
  const answered = (kpi: string, context = PIPELINE_CONTEXT, period = '2026-05') =>
    ask(context, { kpis: [kpi], period }).kpis[0];

  it('is said', () => {
    expect(answered('sales-per-rep')).toMatchObject({ variant: 'won-deals', automatic: true });
    expect(answered('demos')).toMatchObject({ variant: 'from-deals', automatic: true });
    expect(answered('arpa', CUSTOMERS_CONTEXT)).toMatchObject({ variant: 'per-active-customer', automatic: true });
    expect(answered('new-customers', SUBSCRIPTIONS.context)).toMatchObject({ variant: 'by-span', automatic: true });
    expect(answered('bookings', CUSTOMERS_CONTEXT)).toMatchObject({ variant: 'invoiced', automatic: true });
    expect(answered('target-attainment', targetsContext())).toMatchObject({ variant: 'of-target', automatic: false });
  });

  it('of a list of how customers stand now is the share that has ended', () => {
    expect(answered('churn', SNAPSHOT.context, '2026-10')).toMatchObject({ variant: 'snapshot', automatic: true });
    expect(answered('clv', SNAPSHOT.context, '2026-10')).toMatchObject({ variant: 'snapshot', automatic: true });
  });
});
