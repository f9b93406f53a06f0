import { describe, expect, it } from 'vitest';
import { explain } from '#engine/question/explain.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import { parseIsoDate } from '#shared/calendar.ts';
import { cellRefSchema, explanationSchema, questionSchema, type QuestionInput } from '#shared/question.ts';
import { contextOf } from '../../support/ask.ts';
import type { PlainRow } from '../../support/columns-of-rows.ts';

const sale: readonly PlainRow[] = [
  { date: '2026-02-10', amount: 40, order: '1', region: 'North', cost: 10, customer: 'Ada' },
  { date: '2026-03-10', amount: 50, order: '2', region: 'North', cost: 20, customer: 'Ada' },
  { date: '2026-03-11', amount: 70, order: '2', region: 'South', customer: 'Bo' },
  { date: '2026-03-12', amount: 30, region: 'North', cost: 12, customer: 'Cy' },
];
const context = {
  ...contextOf({ sale }),
  sources: (_: unknown, positions: Int32Array) => [
    { importId: 1, file: 'a.csv', sheet: null, importedAt: '2026-04-01T08:00', rows: positions.length },
  ],
};
const asked = (question: QuestionInput) => questionSchema.parse({ period: '2026-03', ...question });
const refTo = (kpi: string, row: readonly (string | null)[] = [], more: object = {}) =>
  cellRefSchema.parse({ kpi, row, ...more });

describe('a passport', () => {
  it('tells formula, inputs, rows used and left out, and where they came from', () => {
    const told = explain(asked({ kpis: ['gross-margin'] }), refTo('gross-margin'), context);
    expect(explanationSchema.parse(told)).toEqual(told);
    // With cost: 50 + 30 = 80, cost 20 + 12 = 32. The row of 70 has none.
    expect(told).toMatchObject({
      variant: 'gross',
      formula: '(sales-with-cost - cost-of-goods) / sales-with-cost',
      value: 0.6,
      marks: ['small-base', 'data-ends-early'],
      rows: { used: 2, leftOut: [{ reason: 'sale.cost', count: 1 }] },
      sources: [{ importId: 1, rows: 2 }],
    });
    expect(told.inputs).toEqual([
      {
        id: 'sales-with-cost',
        period: { from: '2026-03-01', to: '2026-03-31' },
        value: 80,
        unit: 'money',
        rows: { used: 2, leftOut: 1 },
      },
      {
        id: 'cost-of-goods',
        period: { from: '2026-03-01', to: '2026-03-31' },
        value: 32,
        unit: 'money',
        rows: { used: 2, leftOut: 1 },
      },
    ]);
  });

  it('names a KPI in a formula as one input, with the period it is read over', () => {
    const told = explain(asked({ kpis: ['sales-growth'] }), refTo('sales-growth'), context);
    expect(told.value).toBe(2.75); // (150 − 40) ÷ 40
    expect(told.inputs.map(({ id, period, value }) => [id, period.from, period.to, value])).toEqual([
      ['revenue', '2026-03-01', '2026-03-31', 150],
      ['revenue', '2026-02-01', '2026-02-28', 40],
    ]);
  });

  it('reads a share against all members', () => {
    const question = asked({ kpis: ['sales-by-location'], rows: [{ dimension: 'region' }] });
    const told = explain(question, refTo('sales-by-location', ['North']), context);
    // Sales: order 2 and the line without one in the north; order 2 (south part) too: 2 in all.
    expect(told.inputs.map(({ id, value, rows }) => [id, value, rows.used])).toEqual([
      ['number-of-sales', 2, 2],
      ['number-of-sales', 2, 3],
    ]);
  });

  it('has the period and comparison of its own cell', () => {
    const question = asked({
      kpis: ['revenue'],
      rows: [{ dimension: 'date', grain: 'month' }],
      period: '2026-Q1',
      compare: 'last-year',
    });
    const told = explain(question, refTo('revenue', ['2026-02']), context);
    expect(told.period).toEqual({
      spec: '2026-02',
      from: '2026-02-01',
      to: '2026-02-28',
      open: false,
      through: '2026-02-28',
    });
    expect(told.comparePeriod).toEqual({ from: '2025-02-01', to: '2025-02-28' });
    expect(told.value).toBe(40);
  });

  it('says of a bucket whether it is still open', () => {
    const open = { ...context, today: parseIsoDate('2026-03-20') ?? 0 };
    const question = asked({ kpis: ['revenue'], rows: [{ dimension: 'date', grain: 'month' }], period: '2026' });
    expect(explain(question, refTo('revenue', ['2026-03']), open).period).toMatchObject({
      spec: '2026-03',
      to: '2026-03-31',
      open: true,
      through: '2026-03-12',
    });
    expect(explain(question, refTo('revenue', ['2026-02']), open).period.open).toBe(false);
  });

  it('is refused for a cell that is not there', () => {
    const question = asked({ kpis: ['revenue'], rows: [{ dimension: 'region' }] });
    for (const ref of [
      refTo('orders'),
      refTo('revenue', ['West']),
      refTo('revenue', ['North', 'x']),
      refTo('revenue', ['']),
    ])
      expect(() => explain(question, ref, context)).toThrow(expect.objectContaining({ code: 'E_NOT_FOUND' }));
  });
});

describe('the rows behind a cell', () => {
  const positions = (question: QuestionInput, ...ref: Parameters<typeof refTo>) => {
    const found = rowPositions(asked(question), refTo(...ref), context);
    return [found.kind, ...found.positions];
  };
  it('are exactly those its measures use, in the order of the import', () => {
    expect(positions({ kpis: ['revenue'] }, 'revenue')).toEqual(['sale', 1, 2, 3]);
    expect(positions({ kpis: ['orders'] }, 'orders')).toEqual(['sale', 1, 2]);
    expect(positions({ kpis: ['gross-margin'] }, 'gross-margin')).toEqual(['sale', 1, 3]);
    expect(positions({ kpis: ['average-order-value'] }, 'average-order-value')).toEqual(['sale', 1, 2, 3]);
    expect(positions({ kpis: ['new-customers'] }, 'new-customers')).toEqual(['sale', 2, 3]);
    expect(positions({ kpis: ['sales-growth'] }, 'sales-growth')).toEqual(['sale', 0, 1, 2, 3]);
  });

  it('follow the cell down rows, columns and filters', () => {
    const rows: QuestionInput['rows'] = [{ dimension: 'region' }];
    expect(positions({ kpis: ['revenue'], rows }, 'revenue', ['North'])).toEqual(['sale', 1, 3]);
    expect(
      positions(
        { kpis: ['revenue'], rows, filters: [{ dimension: 'customer', op: 'not-in', values: ['Cy'] }] },
        'revenue',
        ['North'],
      ),
    ).toEqual(['sale', 1]);
    expect(
      positions(
        { kpis: ['revenue'], rows, columns: [{ dimension: 'date', grain: 'month' }], period: '2026-Q1' },
        'revenue',
        ['North'],
        { column: ['2026-02'] },
      ),
    ).toEqual(['sale', 0]);
  });

  it('are the united rest of top', () => {
    const question: QuestionInput = { kpis: ['revenue'], rows: [{ dimension: 'customer', top: { n: 1 } }] };
    expect(positions(question, 'revenue', [''])).toEqual(['sale', 1, 3]);
    expect(positions(question, 'revenue', ['Bo'])).toEqual(['sale', 2]);
  });

  it('are none where the KPI cannot be computed', () => {
    expect(positions({ kpis: ['units'] }, 'units')).toEqual(['sale']);
  });
});

describe('what a number has from lists', () => {
  const withLists = {
    ...contextOf({
      sale: [
        { date: '2026-03-01', amount: 100, product: 'Te', quantity: 2, cost: 30, category: 'Dryck', customer: 'Ada' },
        { date: '2026-03-02', amount: 80, product: 'Te', quantity: 1, customer: 'Ada' },
        { date: '2026-03-03', amount: 60, product: 'Te', quantity: 3, customer: 'Bo' },
        { date: '2026-03-04', amount: 10, product: 'Bulle', quantity: 1 },
        { date: '2026-02-04', amount: 10, product: 'Te', quantity: 1 },
      ],
      product_list: [{ product: 'Te', category: 'Dryck', cost: 7 }],
      customer_list: [{ customer: 'Ada', 'custom:Kedja': 'Röd' }],
    }),
    files: (kind: string) => [`${kind}.csv`],
  };
  const given = (question: QuestionInput, kpi: string, row: readonly (string | null)[] = []) =>
    explain(asked(question), refTo(kpi, row), withLists).fromLists;
  const category = { field: 'sale.category', label: null, list: 'product_list', files: ['product_list.csv'] };

  it('is told of the members it is split or filtered by: two of three rows of March', () => {
    expect(given({ kpis: ['revenue'], rows: [{ dimension: 'category' }] }, 'revenue', ['Dryck'])).toEqual([
      { ...category, rows: 2 },
    ]);
    expect(
      given({ kpis: ['revenue'], filters: [{ dimension: 'custom:Kedja', op: 'in', values: ['Röd'] }] }, 'revenue'),
    ).toEqual([
      { field: 'sale.custom:Kedja', label: 'Kedja', list: 'customer_list', rows: 2, files: ['customer_list.csv'] },
    ]);
  });

  it('is told of what it adds up', () => {
    expect(given({ kpis: ['gross-profit'] }, 'gross-profit')).toEqual([{ ...category, field: 'sale.cost', rows: 2 }]);
  });

  it('is nothing where the rows have their own, or no row has it', () => {
    expect(given({ kpis: ['revenue'] }, 'revenue')).toEqual([]);
    expect(given({ kpis: ['revenue'], rows: [{ dimension: 'category' }] }, 'revenue', [null])).toEqual([]);
    expect(given({ kpis: ['revenue'], rows: [{ dimension: 'product' }] }, 'revenue', ['Te'])).toEqual([]);
  });
});
