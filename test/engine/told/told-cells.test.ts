import { describe, expect, it } from 'vitest';
import type { ToldAnswer } from '#engine/told/told-answer.ts';
import { toldCells } from '#engine/told/told-cells.ts';
import { toldNumberSchema, type ToldNumberInput, type ToldOf } from '#shared/told.ts';
import { contextOf } from '../../support/ask.ts';

const sale = (date: string, customer: string | null, amount: number | null, order: string) => ({
  date,
  customer,
  amount,
  order,
});
/** 2025: A 100, B 50, C 20, nobody 10. 2026: A 160, B 20, D 5, nobody 10. */
const SALES = [
  sale('2025-02-01', 'A', 60, '1'),
  sale('2025-07-01', 'A', 40, '2'),
  sale('2025-03-01', 'B', 50, '3'),
  sale('2025-04-01', 'C', 20, '4'),
  sale('2025-05-01', null, 10, '5'),
  sale('2026-02-01', 'A', 160, '6'),
  sale('2026-03-01', 'B', 20, '7'),
  sale('2026-04-01', 'D', 5, '8'),
  sale('2026-05-01', null, 10, '9'),
  sale('2026-06-01', 'A', null, '10'),
];

type Asked = Omit<Extract<ToldNumberInput, { readonly of: 'cells' }>, 'of'>;
const told = (number: Asked, today?: string): ToldAnswer =>
  toldCells(
    toldNumberSchema.parse({ of: 'cells', ...number }) as ToldOf<'cells'>,
    contextOf({ sale: SALES }, today === undefined ? {} : { today }),
  );
const inputs = ({ inputs: all }: ToldAnswer): Record<string, unknown> =>
  Object.fromEntries(all.map(({ id, value }) => [id, value]));
/** Amounts of the rows by part. */
const sums = ({ rows }: ToldAnswer): Record<string, number> =>
  Object.fromEntries(
    rows.map(({ part, positions }) => [
      part,
      [...positions].reduce((sum, row) => sum + Number(SALES[row]?.amount ?? 0), 0),
    ]),
  );

const byCustomer: Asked['question'] = {
  kpis: ['revenue'],
  rows: [{ dimension: 'customer' }],
  period: '2026',
  compare: 'last-year',
};
const year = { question: byCustomer, cell: { kpi: 'revenue' } };
const of = (customer: string | null) => ({ question: byCustomer, cell: { kpi: 'revenue', row: [customer] } });

describe('a change since the comparison', () => {
  it('is 195 − 180 = 15, of the rows of both years', () => {
    const change = told({ figure: 'change', ...year });
    expect([change.value, change.unit, inputs(change)]).toEqual([15, 'money', { valueNow: 195, valueBefore: 180 }]);
    expect(sums(change)).toEqual({ now: 195, before: 180 });
    expect(change.period).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(change.against).toEqual({ from: '2025-01-01', to: '2025-12-31' });
    expect(change.leftOut).toEqual([{ reason: 'sale.amount', count: 1 }]);
  });

  it('and 15 ÷ 180 as growth; the year before alone has its own rows and days', () => {
    expect(told({ figure: 'growth', ...year }).value).toBeCloseTo(15 / 180, 12);
    const before = told({ figure: 'before', ...year });
    expect([before.value, sums(before), before.period?.to]).toEqual([180, { rows: 180 }, '2025-12-31']);
  });

  it('of a member is his own: A +60; C is gone and brings −20, D is new and brings 5', () => {
    expect([told({ figure: 'change', ...of('A') }).value, sums(told({ figure: 'change', ...of('A') }))]).toEqual([
      60,
      { now: 160, before: 100 },
    ]);
    expect([told({ figure: 'change', ...of('C') }).value, sums(told({ figure: 'change', ...of('C') }))]).toEqual([
      -20,
      { now: 0, before: 20 },
    ]);
    expect(told({ figure: 'change', ...of('D') }).value).toBe(5);
    expect(told({ figure: 'growth', ...of('D') }).value).toBeNull();
  });

  it('of an open period is held against the same days of the year before', () => {
    const change = told({ figure: 'change', ...year }, '2026-03-15');
    expect([change.value, sums(change)]).toEqual([180 - 110, { now: 180, before: 110 }]);
    expect([change.period?.to, change.against?.to]).toEqual(['2026-03-15', '2025-03-15']);
  });

  it('of a ratio is in points, and its rows are those of both its sides', () => {
    const question = { ...byCustomer, kpis: ['top-10-share'] };
    const change = told({ figure: 'change', question, cell: { kpi: 'top-10-share' } });
    expect([change.unit, change.form]).toEqual(['ratio', 'points']);
    // A, B and D of all 195, less A, B and C of all 180; nobody is in the wholes alone.
    expect(change.value).toBeCloseTo(185 / 195 - 170 / 180, 12);
    expect(sums(change)).toEqual({ now: 195, before: 180 });
  });
});

it('a target is what the targets of its days say, of their rows: 90 of January and 60 of February to the 14th day of 28', () => {
  const target = [
    { kpi: 'revenue', start: '2026-01-01', value: 90, grain: 'month' },
    { kpi: 'revenue', start: '2026-02-01', value: 120, grain: 'month' },
    { kpi: 'revenue', start: '2025-01-01', value: 7, grain: 'month' },
  ];
  const number = {
    figure: 'before',
    question: { kpis: ['revenue'], period: '2026-01-01..2026-02-14', compare: 'target' },
  };
  const told = toldCells(
    toldNumberSchema.parse({ of: 'cells', ...number, cell: { kpi: 'revenue' } }) as ToldOf<'cells'>,
    contextOf({ sale: SALES, target }),
  );
  expect([told.value, told.form]).toEqual([90 + 60, 'target']);
  expect(told.rows.map(({ kind, positions }) => [kind, ...positions])).toEqual([['target', 0, 1]]);
});

describe('a share', () => {
  it('of A in all is 160 of 195, with the rows of both', () => {
    const share = told({ figure: 'share', ...of('A'), whole: year });
    expect(share.value).toBeCloseTo(160 / 195, 12);
    expect([inputs(share), sums(share)]).toEqual([
      { part: 160, whole: 195 },
      { part: 160, whole: 195 },
    ]);
  });

  it('of nothing is none', () => {
    const none = { question: { ...byCustomer, period: '2020' }, cell: { kpi: 'revenue' } };
    expect(told({ figure: 'share', ...year, whole: none }).value).toBeNull();
  });
});

describe('what the members beside the named ones bring', () => {
  it('A +60 and B −30 leave 15 − 30 = −15: C −20, D +5 and nobody 0, of their rows alone', () => {
    const rest = told({ figure: 'rest', ...year, named: ['A', 'B'] });
    expect([rest.value, inputs(rest)]).toEqual([-15, { all: 15, named: 30, others: 2, valueNow: 15, valueBefore: 30 }]);
    expect(sums(rest)).toEqual({ now: 15, before: 30 });
    expect(rest.filters).toEqual([{ op: 'not-in', dimension: 'customer', values: ['A', 'B'] }]);
  });

  it('also where rows without a customer are named: 15 − (60 + 0) = −45', () => {
    const rest = told({ figure: 'rest', ...year, named: ['A', null] });
    expect([rest.value, sums(rest)]).toEqual([-45, { now: 25, before: 70 }]);
  });

  it('without a comparison is what is left of the value: 195 − 160', () => {
    const question = { ...byCustomer, compare: 'none' } as const;
    const rest = told({ figure: 'rest', question, cell: { kpi: 'revenue' }, named: ['A'] });
    expect([rest.value, inputs(rest), sums(rest)]).toEqual([35, { all: 195, named: 160, others: 3 }, { rows: 35 }]);
  });

  it('of what does not add up over members has no rows: mean orders of 36 and 39 and of A 50 and 80 leave 3 − 30', () => {
    const question = { ...byCustomer, kpis: ['average-order-value'] };
    const rest = told({ figure: 'rest', question, cell: { kpi: 'average-order-value' }, named: ['A'] });
    expect([rest.value, inputs(rest), rest.rows]).toEqual([-27, { all: 3, named: 30, others: 3 }, []]);
  });
});
