import { expect, it } from 'vitest';
import { contextOf, totalOf } from '../../../support/ask.ts';
import type { PlainRow, PlainTables } from '../../../support/columns-of-rows.ts';

const many = (count: number, row: (i: number) => PlainRow): readonly PlainRow[] =>
  Array.from({ length: count }, (_, i) => row(i));
const day = '2026-03-02';
const leads = (all: number, converted: number): PlainTables => ({
  lead: many(all, (i) => ({ created: `${day}T09:00`, converted: i < converted })),
});

/** The examples that the two articles give, number for number. */
it.each<readonly [what: string, kpi: string, tables: PlainTables, expected: number]>([
  ['50 of 200 leads are 25 %', 'lead-conversion', leads(200, 50), 0.25],
  ['200 of 2 000 leads are 10 %', 'lead-conversion', leads(2000, 200), 0.1],
  [
    '30 deals won of 150 quoted are 20 %',
    'quote-to-close',
    { deal: many(150, (i) => ({ quoted: day, closed: day, status: i < 30 ? 'won' : 'lost' })) },
    0.2,
  ],
  [
    'a chance of 20 % of 100 000 is 20 000',
    'weighted-pipeline',
    { deal: [{ status: 'open', value: 100_000, probability: 0.2, expected_close: day }] },
    20_000,
  ],
  [
    '3 000 000 from 3 000 customers is 1 000 a customer',
    'revenue-per-customer',
    { sale: many(3000, (i) => ({ date: day, amount: 1000, customer_id: String(i) })) },
    1000,
  ],
  [
    '100 calls that lead to 10 demos are 10 %',
    'call-to-demo',
    {
      activity: [
        { date: day, type: 'call', count: 100 },
        { date: day, type: 'demo', count: 10 },
      ],
    },
    0.1,
  ],
  [
    '100 demos of which one in ten leads to a win are 10 wins',
    'demos:expected-wins',
    {
      activity: many(100, (i) => ({ date: day, type: 'demo', deal: `D${String(i)}` })),
      deal: many(100, (i) => ({ id: `D${String(i)}`, status: i < 10 ? 'won' : 'lost', created: day, closed: day })),
    },
    10,
  ],
  [
    'two of three reps at their quota are 67 %',
    'reps-at-quota',
    {
      sale: ['Kim', 'Lo', 'Mo'].map((rep, i) => ({ date: day, amount: 100 * (i + 1), rep })),
      target: ['Kim', 'Lo', 'Mo'].map((rep) => ({ start: '2026-03-01', grain: 'month', rep, value: 200 })),
    },
    2 / 3,
  ],
])('%s', (_, kpi, tables, expected) => {
  expect(totalOf(contextOf(tables), { kpis: [kpi], period: '2026-03' }).value).toBeCloseTo(expected, 12);
});

it('5 % churn is a lifetime of 20 periods, which is not retention', () => {
  // Twenty subscribers since January, one of whom ends in March.
  const subscription = many(20, (i) => ({
    customer: `K${String(i)}`,
    amount: 100,
    start: '2026-01-01',
    end: i === 0 ? '2026-03-10' : null,
  }));
  const inMarch = (kpi: string) => totalOf(contextOf({ subscription }), { kpis: [kpi], period: '2026-03' }).value;
  expect(inMarch('churn')).toBe(0.05);
  expect(inMarch('expected-lifetime')).toBe(20);
  expect(inMarch('retention')).toBe(0.95);
});

it('a contract of two years is divided by 24', () => {
  const subscription = [{ customer: 'Ada', amount: 2400, interval: '24 months', start: '2026-01-01' }];
  expect(totalOf(contextOf({ subscription }), { kpis: ['mrr'], period: '2026-03' }).value).toBe(100);
});
