import { describe, expect, it } from 'vitest';
import { ask, contextOf, totalOf, valuesByName } from '../../support/ask.ts';

/** Small cases in which random questions found an answer wrong, worked by hand. */
describe('a row without a rate', () => {
  it('brings no cost where it brings no amount, though a list knows what its product costs', () => {
    const context = contextOf({
      sale: [
        { date: '2026-01-05', amount: 100, cost: 60 },
        { date: '2026-01-05', amount: 10, product: 'Bolt', quantity: 2, currency: 'EUR' },
      ],
      product_list: [{ product: 'Bolt', cost: 25 }],
    });
    // 100 − 60; not 100 − 60 − 2 × 25.
    expect(totalOf(context, { kpis: ['gross-profit'] }).value).toBe(40);
  });

  it('makes no rep active beside the value of deals that have one, but beside calls it does', () => {
    const deal = { status: 'won', created: '2026-01-02', closed: '2026-01-05' };
    const context = contextOf({
      deal: [
        { ...deal, id: '1', rep: 'Ann', value: 100 },
        { ...deal, id: '2', rep: 'Bo', value: 100, currency: 'EUR' },
      ],
      activity: [{ date: '2026-01-05', type: 'call', rep: 'Ann', count: 6 }],
    });
    const answered = ask(context, { kpis: ['sales-per-rep:won-deals', 'calls-per-rep:per-rep'] });
    expect(answered.cells.map(({ value }) => value)).toEqual([100, 3]);
  });
});

describe('a KPI that cannot be computed', () => {
  it('hides no member from the others beside it', () => {
    const context = contextOf({ sale: [{ date: '2026-01-05', amount: 100, region: 'North' }] });
    const answered = ask(context, { kpis: ['gross-profit', 'revenue'], rows: [{ dimension: 'region' }] });
    expect(valuesByName(answered, 'revenue')).toEqual({ North: 100, '': 100 });
    expect(valuesByName(answered, 'gross-profit')).toEqual({ North: null, '': null });
  });
});

describe('a target of no level that is asked for', () => {
  it('is nobody’s: those of the company and of its regions are not the unknown rep’s', () => {
    const context = contextOf({
      target: [
        { value: 1000, start: '2026-01-01' },
        { value: 400, start: '2026-01-01', region: 'North' },
        { value: 7, start: '2026-01-01', rep: 'Ann', kpi: 'calls' },
      ],
    });
    const answered = ask(context, { kpis: ['quota'], period: '2026-01', rows: [{ dimension: 'rep' }] });
    expect(valuesByName(answered)).toEqual({ '': 1000 });
  });
});

describe('a deal without a date of creation', () => {
  it('has no bucket of its own among the open ones when it is closed', () => {
    const context = contextOf({
      deal: [
        { id: '1', status: 'open', value: 5, created: '2026-01-05' },
        { id: '2', status: 'won', value: 5, closed: '2026-01-20' },
      ],
    });
    const answered = ask(context, { kpis: ['sales-velocity'], rows: [{ dimension: 'date', grain: 'month' }] });
    expect(answered.cells.map(({ row }) => row)).toEqual([['2026-01'], []]);
  });
});

describe('a customer who is known to leave', () => {
  it('has stayed until then, also where data end before', () => {
    const context = contextOf({
      sale: [{ date: '2026-01-05', amount: 100, order: '1', customer: 'Bo' }],
      subscription: [{ customer: 'Ann', amount: 10, start: '2026-01-01', end: '2027-01-01' }],
    });
    // 100 an order, one order a customer, Ann's 365 days of a year of 365.25; Bo has not left.
    expect(totalOf(context, { kpis: ['clv:article'] }).value).toBeCloseTo((100 * 365) / 365.25, 12);
  });
});

describe('why there is no value', () => {
  it('is that targets lack reps, also in a time in which no rep did anything', () => {
    const context = contextOf({
      sale: [
        { date: '2026-01-05', amount: 100, rep: 'Ann' },
        { date: '2026-03-05', amount: 100, rep: 'Ann' },
      ],
      target: [{ value: 50, start: '2026-01-01', grain: 'quarter' }],
    });
    for (const period of ['2026-01', '2026-02'])
      expect(totalOf(context, { kpis: ['reps-at-quota'], period }).reason).toMatchObject({
        code: 'needs-data',
        needs: ['target.rep'],
      });
  });

  it('is of all members’ reasons the gravest, whoever comes first', () => {
    const sale = [
      { date: '2026-01-05', amount: 100, product: 'Nut', quantity: 0 },
      { date: '2026-01-05', amount: 100, product: 'Bolt', quantity: 2, currency: 'EUR' },
      { date: '2026-01-05', amount: 100, product: 'Pin', quantity: 2, currency: 'DKK' },
    ];
    const competitor_price = sale.map(({ product }) => ({ product, competitor: 'Acme', price: 0 }));
    for (const rows of [sale, sale.toReversed()]) {
      const context = contextOf({ sale: rows, competitor_price });
      expect(totalOf(context, { kpis: ['price-index'] }).reason).toMatchObject({
        code: 'needs-data',
        needs: ['rate.DKK', 'rate.EUR'],
      });
    }
  });
});

describe('a filter that lets no row through', () => {
  it('leaves nothing to count, though rows of another kind have no such field', () => {
    const context = contextOf({
      sale: [{ date: '2026-01-05', amount: 100, customer_id: '17' }],
      competitor_price: [{ product: 'Bolt', competitor: 'Acme', price: 100 }],
    });
    const { value, reason } = totalOf(context, {
      kpis: ['revenue'],
      filters: [{ op: 'blank', dimension: 'customer_id' }],
    });
    expect([value, reason?.code]).toEqual([null, 'no-data']);
  });

  it('leaves 0 where some let it at another time, though the field is worked out', () => {
    const context = contextOf({
      sale: [
        { date: '2026-01-05', amount: 100, customer: 'A', discount: 10 },
        { date: '2026-03-05', amount: 50, customer: 'A', discount: 5 },
      ],
    });
    const filters = [
      { op: 'in' as const, dimension: 'customer_key', values: ['A'] },
      { op: 'not-blank' as const, dimension: 'discount_rate' },
    ];
    for (const filter of filters)
      expect(totalOf(context, { kpis: ['revenue'], period: '2026-02', filters: [filter] }).value).toBe(0);
  });
});
