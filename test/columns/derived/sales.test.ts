import { describe, expect, it } from 'vitest';
import { dimensions } from '#engine/catalogue/dimensions.ts';
import { ask, contextOf, valuesByName } from '../../support/ask.ts';
import { derived, fieldsOver, valuesOf } from './values.ts';

describe('upsells and cross-sells', () => {
  /** One customer's six orders, with a refund and two orders of one day, written out of order. */
  const sale = [
    { date: '2026-03-01', order: '3', customer: 'Ask', category: 'Coffee', amount: 150 }, // 0: above 100: upsell
    { date: '2026-01-01', order: '1', customer: 'Ask', category: 'Coffee', amount: 100 }, // 1: the first order
    { date: '2026-01-01', order: '1', customer: 'Ask', category: 'Cups', amount: 20 }, // 2: the first order
    { date: '2026-02-01', order: '2', customer: 'Ask', category: 'Tea', amount: 30 }, // 3: new to him: cross-sell
    { date: '2026-02-01', order: '2', customer: 'Ask', category: 'Cups', amount: 20 }, // 4: as much as last time
    { date: '2026-03-05', order: '3', customer: 'Ask', category: 'Coffee', amount: -150 }, // 5: the refund
    { date: '2026-04-01', order: '4', customer: 'Ask', category: 'Coffee', amount: 100 }, // 6: with 7 above 150: upsell
    { date: '2026-04-01', order: '4', customer: 'Ask', category: 'Coffee', amount: 60 }, // 7
    { date: '2026-05-01', order: '5', customer: 'Ask', category: 'Coffee', amount: 159 }, // 8: below 160
    { date: '2026-05-01', order: '6', customer: 'Ask', category: 'Coffee', amount: 160 }, // 9: above the 159 before it
    { date: '2026-05-01', order: '6', customer: 'Ask', amount: 5 }, // 10: of no category
    { date: '2026-05-01', order: '7', category: 'Tea', amount: 5 }, // 11: of nobody
    { date: '2026-06-01', order: '8', customer: 'Björk', category: 'Tea', amount: 500 }, // 12: another's first
  ];
  const fields = fieldsOver({ sale });

  it('are inferred from the orders of a customer', () => {
    const up = [0, 6, 7, 9];
    const unknown = [10, 11];
    const expected = (yes: readonly number[]) =>
      sale.map((_, row) => (unknown.includes(row) ? null : yes.includes(row)));
    expect(valuesOf(fields, 'sale', 'is_upsell')).toEqual(expected(up));
    expect(valuesOf(fields, 'sale', 'is_cross_sell')).toEqual(expected([3]));
    expect(fields.inferred('sale', 'is_upsell')).toBe(true);
    expect(fields.inferred('sale', 'amount')).toBe(false);
  });

  it('are what the rows say where any says it', () => {
    const said = sale.map((row, at) => (at === 1 ? { ...row, type: 'upsell' } : row));
    const own = fieldsOver({ sale: said });
    expect(valuesOf(own, 'sale', 'is_upsell')).toEqual(sale.map((_, at) => at === 1));
    expect(valuesOf(own, 'sale', 'is_cross_sell')).toEqual(sale.map(() => false));
    expect(own.inferred('sale', 'is_cross_sell')).toBe(false);
  });

  it('are inferred beside a type that only tells refunds', () => {
    const refunds = fieldsOver({ sale: sale.map((row) => ({ ...row, type: row.amount < 0 ? 'refund' : null })) });
    expect(refunds.inferred('sale', 'is_upsell')).toBe(true);
    expect(valuesOf(refunds, 'sale', 'is_upsell')).toEqual(valuesOf(fields, 'sale', 'is_upsell'));
  });

  it('need a category or a type', () => {
    expect(derived({ sale: [{ date: '2026-01-01', amount: 1, customer: 'A' }] }, 'sale', 'is_upsell')).toEqual([]);
  });
});

describe('cohorts', () => {
  const sale = [
    { date: '2025-11-30', customer: 'Ask', amount: 1 },
    { date: '2025-12-01', customer: 'Ask', amount: 2 },
    { date: '2026-11-29', customer: 'Ask', amount: 4 },
    { date: '2026-02-28', customer: 'Björk', amount: 8 },
    { date: '2026-01-01', customer: 'Björk', amount: 16 },
    { date: '2026-01-01', amount: 32 },
  ];
  const fields = fieldsOver({ sale });

  it.each([
    ['month', ['2025-11', '2025-11', '2025-11', '2026-01', '2026-01', null], ['0', '1', '12', '1', '0', null]],
    ['quarter', ['2025-Q4', '2025-Q4', '2025-Q4', '2026-Q1', '2026-Q1', null], ['0', '0', '4', '0', '0', null]],
    ['year', ['2025', '2025', '2025', '2026', '2026', null], ['0', '0', '1', '0', '0', null]],
  ])('by %s', (grain, cohorts, ages) => {
    expect(valuesOf(fields, 'sale', `cohort:${grain}`)).toEqual(cohorts);
    expect(valuesOf(fields, 'sale', `age:${grain}`)).toEqual(ages);
  });

  it('split a question as any field does, and are in no list of what was imported', () => {
    const context = contextOf({ sale });
    const answered = ask(context, {
      kpis: ['revenue'],
      rows: [{ dimension: 'cohort:year' }],
      columns: [{ dimension: 'age:year' }],
      filters: [{ dimension: 'cohort:month', op: 'in', values: ['2025-11', '2026-01'] }],
    });
    expect(dimensions(context.queries).map(({ key }) => key)).toEqual(['customer']);
    expect(valuesByName(answered)).toEqual({
      '2025': 7,
      '2025 / 0': 3,
      '2025 / 1': 4,
      '2026': 24,
      '2026 / 0': 24,
      '0': 27,
      '1': 4,
      '': 31,
    });
  });
});
