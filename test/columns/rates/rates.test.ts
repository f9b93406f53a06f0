import { describe, expect, it } from 'vitest';
import { convertedColumns } from '#columns/rates/converted-columns.ts';
import { explain } from '#engine/question/explain.ts';
import { questionSchema } from '#shared/question.ts';
import type { Rate } from '#shared/rates.ts';
import { ask, contextOf, totalOf, valuesByName } from '../../support/ask.ts';
import { columnsOfRows, type PlainRow } from '../../support/columns-of-rows.ts';

const rates: readonly Rate[] = [
  { currency: 'EUR', from: '2026-01-01', rate: 11.4523 },
  { currency: 'EUR', from: '2026-02-01', rate: 11 },
  { currency: 'NOK', from: '2025-01-01', rate: 0.98765432 },
];
const exchange = { base: 'SEK', rates };
const sale = (date: string, amount: number, currency: string | null, more: PlainRow = {}): PlainRow => ({
  date,
  amount,
  currency,
  ...more,
});
const amounts = (rows: readonly PlainRow[]): readonly number[] =>
  Array.from(
    convertedColumns(columnsOfRows({ sale: rows }, 1, exchange))
      .table('sale')
      ?.decimals('amount') ?? [],
  );

describe('money in other currencies', () => {
  it('takes the latest rate on or before its day; without a currency it is the base', () => {
    expect(
      amounts([
        sale('2026-01-01', 100, 'EUR'), // 1 145.23
        sale('2026-01-31', 100, 'EUR'), // still 1 145.23
        sale('2026-02-01', 100, 'EUR'), // 1 100
        sale('2026-02-01', 100, 'SEK'),
        sale('2026-02-01', 100, 'kr'),
        sale('2026-02-01', 100, null),
        sale('2026-02-01', 100, ' eur '),
        sale('2026-02-01', 100, '€'),
        sale('2025-12-31', 100, 'EUR'),
        sale('2026-02-01', 100, 'USD'),
      ]),
    ).toEqual([11_452_300, 11_452_300, 11_000_000, 1_000_000, 1_000_000, 1_000_000, 11_000_000, 11_000_000, NaN, NaN]);
  });

  it('rounds every row to ten-thousandths, half away from zero, however large', () => {
    expect(
      amounts([
        sale('2026-01-01', 0.0005, 'NOK'), // 5 × 0.98765432 = 4.9383 → 5
        sale('2026-01-01', 1, 'NOK'), // 10 000 × 0.98765432 = 9 876.5432 → 9 877
        sale('2026-01-01', -1, 'NOK'),
        sale('2026-01-01', 0.0002, 'EUR'), // 2 × 11.4523 = 22.9046 → 23
        sale('2026-01-01', 0.5, 'EUR'), // 5 000 × 11.4523 = 57 261.5 → 57 262
        sale('2026-01-01', -0.5, 'EUR'),
        sale('2026-01-01', 12_345_678.9012, 'NOK'), // 123 456 789 012 × 0.98765432 = 121 932 631 002.7…
      ]),
    ).toEqual([
      5,
      9_877,
      -9_877,
      23,
      57_262,
      -57_262,
      Number((123_456_789_012n * 98_765_432n + 50_000_000n) / 100_000_000n),
    ]);
  });

  const rows = [
    sale('2026-01-10', 100, 'EUR', { region: 'West', order: '1' }), // 1 145.23
    sale('2026-01-10', 50, 'SEK', { region: 'North', order: '2' }),
    sale('2026-01-11', 70, 'USD', { region: 'North', order: '3' }),
    sale('2026-01-12', 30, 'USD', { region: 'South', order: '4' }),
    sale('2026-01-12', 20, 'GBP', { region: 'South', order: '5' }),
  ];
  const context = contextOf({ sale: rows }, { exchange });

  it('is left out without a rate, by name, and a cell of nothing else has no value', () => {
    const answered = ask(context, { kpis: ['revenue', 'orders'], rows: [{ dimension: 'region' }] });
    expect(valuesByName(answered)).toEqual({ North: 50, South: null, West: 1145.23, '': 1195.23 });
    expect(valuesByName(answered, 'orders')).toEqual({ North: 2, South: 2, West: 1, '': 5 });
    const south = answered.cells.find(({ kpi, row }) => kpi === 'revenue' && row[0] === 'South');
    expect(south?.reason).toMatchObject({ code: 'needs-data', needs: ['rate.GBP', 'rate.USD'] });
    expect(totalOf(context, { kpis: ['revenue'] }).rows).toEqual({ used: 2, leftOut: 3 });
  });

  it('divides by the rows whose money counts', () => {
    const questions = { kpis: ['average-order-value', 'orders'], rows: [{ dimension: 'region' }] };
    const answered = ask(context, questions);
    // North: 50 ÷ 1 order with a rate; all: 1 195.23 ÷ 2. Orders alone are all of them.
    expect(valuesByName(answered)).toEqual({ North: 50, South: null, West: 1145.23, '': 1195.23 / 2 });
    expect(valuesByName(answered, 'orders')).toEqual({ North: 2, South: 2, West: 1, '': 5 });
    const cell = { kpi: 'average-order-value', row: [], column: [] };
    const told = explain(questionSchema.parse(questions), cell, context);
    expect(told.inputs.map(({ id, value }) => [id, value])).toEqual([
      ['net-sales', 1195.23],
      ['distinct-orders', 2],
    ]);
    expect(told.rows.used).toBe(2);
    expect(told.rows.leftOut).toHaveLength(2);
  });

  it('tells the passport which rates are missing, and only of money', () => {
    const told = (kpi: string) =>
      explain(questionSchema.parse({ kpis: [kpi] }), { kpi, row: [], column: [] }, context).rows;
    const { used, leftOut } = told('revenue');
    expect(used).toBe(2);
    expect(leftOut.toSorted((a, b) => b.count - a.count)).toEqual([
      { reason: 'missing-rate:USD', count: 2 },
      { reason: 'missing-rate:GBP', count: 1 },
    ]);
    expect(told('orders')).toMatchObject({ used: 5, leftOut: [] });
  });

  it('has no value at all where no row has a rate', () => {
    const only = contextOf({ sale: [sale('2026-01-10', 100, 'EUR')] });
    expect(totalOf(only, { kpis: ['revenue'] })).toMatchObject({
      value: null,
      reason: { code: 'needs-data', needs: ['rate.EUR'] },
    });
    const own = contextOf({ sale: [sale('2026-01-10', 100, 'EUR')] }, { exchange: { base: 'EUR', rates: [] } });
    expect(totalOf(own, { kpis: ['revenue'] }).value).toBe(100);
  });
});
