import { expect, it } from 'vitest';
import { customerPageInputSchema, customerValueInputSchema } from '#shared/customer-value.ts';
import { findBuyers } from '#engine/customer-value/buyers.ts';
import { customerPage, customerValues } from '#engine/customer-value/customer-values.ts';
import { contextOf } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';
import { describeWithData } from '../../support/data.ts';
import { cdnowSales } from './cdnow.ts';

const valuesOf = (sale: readonly PlainRow[], input: object = {}) => {
  const context = contextOf({ sale });
  const asked = customerValueInputSchema.parse(input);
  return customerValues(findBuyers(asked.filters, context), asked, context);
};

describeWithData('CDNOW as sales of a workspace', () => {
  const sales = cdnowSales();
  const end = '1997-09-30';

  it('the second half of its 78 weeks is kept back: 1 653 purchases expected, 1 882 made', () => {
    const { about } = findBuyers([], contextOf({ sale: sales }));
    expect(about.customers).toBe(2357);
    expect(about.holdOut?.period).toEqual({ from: '1997-10-01', to: '1998-06-30' });
    expect(about.holdOut?.weeks).toBe(39);
    expect(Math.abs((about.holdOut?.expected ?? 0) - 1653.4232)).toBeLessThan(1);
    expect(about.holdOut?.happened).toBe(1882);
    expect(about.holdOut?.byRepeats.map(({ customers }) => customers).reduce((a, b) => a + b)).toBe(2357);
    expect(about.notes).toEqual([]);
  });

  it('through the end of September 1997: the published model, and what twelve months at 1 % a month are worth', () => {
    const known = sales.filter(({ date }) => date <= end);
    const { summary, customers } = valuesOf(known, { months: 12, discount: 1.01 ** 12 - 1 });
    const { model } = summary;
    expect(summary.repeaters).toBe(946);
    expect(model?.r).toBeCloseTo(0.2426, 3);
    expect(Math.abs((model?.alpha ?? 0) - 4.4136)).toBeLessThan(0.001);
    expect(Math.abs((model?.p ?? 0) - 6.25)).toBeLessThan(0.02);
    expect(customers).toHaveLength(2357);
    // The log's own cents against the summary's rounded means: a krona in seventy thousand.
    expect(Math.abs((summary.total.value ?? 0) - 71_509.8959)).toBeLessThan(10);
    expect(summary.segments.reduce((sum, { customers: n }) => sum + n, 0)).toBe(2357);
  });
});

const sale = (customer: string, date: string, amount: number, more: PlainRow = {}): PlainRow => ({
  customer,
  date,
  amount,
  ...more,
});

it('purchases of a day are one, what a credit note leaves below zero is none, and revenue has it all', () => {
  const { summary, customers } = valuesOf([
    sale('A', '2026-01-05', 60),
    sale('A', '2026-01-05', 40),
    sale('A', '2026-01-19', 50),
    sale('A', '2026-02-02', -20),
    sale('B', '2026-01-12', -5),
    sale('', '2026-01-12', 7),
  ]);
  expect(customers).toEqual([
    expect.objectContaining({
      dimension: 'customer',
      member: 'A',
      first: '2026-01-05',
      last: '2026-01-19',
      purchases: 2,
      revenue: 130,
    }),
  ]);
  expect(summary).toMatchObject({ customers: 1, repeaters: 1, nameless: 1, model: null, holdOut: null });
  expect(summary.history).toEqual({ from: '2026-01-05', to: '2026-02-02' });
  expect(customers[0]?.value).toBeNull();
  expect(summary.notes.map(({ code }) => code)).toEqual(['short-history', 'few-repeats']);
});

it('segments are those of the customers, and every column orders them', () => {
  const rows = [
    sale('Asp', '2026-01-05', 100, { region: 'Nord' }),
    sale('Björk', '2026-03-05', 300, { region: 'Syd' }),
    sale('Ek', '2026-02-05', 200, { region: 'Nord' }),
  ];
  const { summary, customers } = valuesOf(rows, { segment: 'region' });
  expect(summary.dimensions).toEqual(['region']);
  expect(summary.segments.map(({ segment, customers: n, revenue }) => [segment, n, revenue])).toEqual([
    ['Nord', 2, 300],
    ['Syd', 1, 300],
  ]);
  const page = (input: object) =>
    customerPage(customers, customerPageInputSchema.parse({ offset: 0, limit: 10, ...input })).customers.map(
      ({ name }) => name,
    );
  expect(page({ order: 'revenue' })).toEqual(['Björk', 'Ek', 'Asp']);
  expect(page({ order: 'last', descending: false })).toEqual(['Asp', 'Ek', 'Björk']);
  expect(page({ order: 'name', descending: false, only: 'Nord' })).toEqual(['Asp', 'Ek']);
  expect(page({ order: 'name', descending: false, search: 'jör' })).toEqual(['Björk']);
  // Without a model nobody has a value: by key.
  expect(page({})).toEqual(['Asp', 'Björk', 'Ek']);
  expect(() => valuesOf(rows, { segment: 'color' })).toThrow('Customers have no field');
});

it('money without a rate is left out, and said', () => {
  const { customers, summary } = valuesOf([
    sale('Asp', '2026-01-05', 100, { currency: 'SEK' }),
    sale('Asp', '2026-02-05', 70, { currency: 'EUR' }),
  ]);
  expect(customers.map(({ revenue, purchases }) => [revenue, purchases])).toEqual([[100, 1]]);
  expect(summary.notes).toContainEqual({ code: 'unrated', value: 1 });
});

it('customers are found by their id where they have one, and called by their name', () => {
  const { customers } = valuesOf([
    sale('Asp', '2026-01-05', 100, { customer_id: '17' }),
    sale('Asp', '2026-02-05', 50),
    sale('Ek', '2026-02-05', 20),
  ]);
  expect(customers.map(({ dimension, member, name, purchases }) => [dimension, member, name, purchases])).toEqual([
    ['customer_id', '17', 'Asp', 2],
    ['customer', 'Ek', 'Ek', 1],
  ]);
});

it('a filter leaves out sales, not customers', () => {
  const rows = [
    sale('Asp', '2026-01-05', 100, { region: 'Nord' }),
    sale('Asp', '2026-02-05', 900, { region: 'Syd' }),
    sale('Ek', '2026-02-05', 200, { region: 'Nord' }),
  ];
  const { customers } = valuesOf(rows, { filters: [{ op: 'in', dimension: 'region', values: ['Nord'] }] });
  expect(customers.map(({ name, revenue, purchases }) => [name, revenue, purchases])).toEqual([
    ['Asp', 100, 1],
    ['Ek', 200, 1],
  ]);
});

it('takes a filter by the best members, those of all time', () => {
  const sales = [
    sale('A', '2025-01-05', 500, { region: 'Nord' }),
    sale('B', '2026-01-05', 200, { region: 'Syd' }),
    sale('C', '2026-02-05', 200, { region: 'Syd' }),
    sale('D', '2026-03-05', 300, { region: 'Öst' }),
  ];
  const best = (n: number): readonly string[] => {
    const filters = [{ op: 'top', dimension: 'region', n, by: 'revenue' }];
    return valuesOf(sales, { filters }).customers.map(({ name }) => name);
  };
  // Nord 500, Syd 400, Öst 300.
  expect(best(1)).toEqual(['A']);
  expect(best(2)).toEqual(['A', 'B', 'C']);
});
