import { describe, expect, it } from 'vitest';
import { columnQueries } from '#columns/column-queries.ts';
import type { CellRequest } from '#engine/ports/column-queries.ts';
import { NO_INT, type WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import type { Aggregate, MeasureDefinition } from '#shared/kpi-definition.ts';
import { ask, contextOf, totalOf, valuesByName } from '../support/ask.ts';
import { columnsOfRows, RULES, type PlainRow } from '../support/columns-of-rows.ts';

/** A fixed sequence of numbers below n, spread well enough for tests. */
function spread(n: number, seed: number): (i: number) => number {
  return (i) => Math.floor(((((i + 1) * 2_654_435_761 + seed * 40_503) % 4_294_967_296) / 4_294_967_296) * n);
}
const [product, customer, city, dayOfYear] = [spread(90, 1), spread(110, 2), spread(70, 3), spread(365, 4)];
const wide: readonly PlainRow[] = Array.from({ length: 900 }, (_, i) => ({
  date: new Date(Date.UTC(2026, 0, 1 + dayOfYear(i))).toISOString().slice(0, 10),
  amount: (i % 37) - 5,
  order: `o${String(i % 400)}`,
  product: `p${String(product(i))}`,
  customer: `c${String(customer(i))}`,
  city: `t${String(city(i))}`,
}));

const sumsBy = (rows: readonly PlainRow[], key: (row: PlainRow) => string): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const row of rows) sums[key(row)] = (sums[key(row)] ?? 0) + Number(row['amount']);
  return sums;
};
const countsBy = (rows: readonly PlainRow[], key: (row: PlainRow) => string): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(rows, key)].map(([name, own]) => [name, new Set(own.map((row) => row['order'])).size]),
  );

describe('breakdowns far wider than the rows', () => {
  const context = contextOf({ sale: wide });
  const path = (row: PlainRow, keys: readonly string[]): string => keys.map((key) => String(row[key])).join(' / ');

  it('number only the groups they meet', () => {
    const keys = ['product', 'customer', 'city'];
    const answered = ask(context, { kpis: ['revenue', 'orders'], rows: keys.map((dimension) => ({ dimension })) });
    const expected = keys.reduce(
      (all, _, depth) => ({ ...all, ...sumsBy(wide, (row) => path(row, keys.slice(0, depth + 1))) }),
      sumsBy(wide, () => ''),
    );
    expect(valuesByName(answered)).toEqual(expected);
    const orders = keys.reduce(
      (all, _, depth) => ({ ...all, ...countsBy(wide, (row) => path(row, keys.slice(0, depth + 1))) }),
      countsBy(wide, () => ''),
    );
    expect(valuesByName(answered, 'orders')).toEqual(orders);
  });

  it('against every day keep only the cells they meet', () => {
    const answered = ask(context, {
      kpis: ['revenue'],
      rows: [{ dimension: 'customer' }, { dimension: 'product' }],
      columns: [{ dimension: 'date', grain: 'day' }],
      period: '2026',
    });
    const deepest = answered.cells.filter(({ row, column }) => row.length === 2 && column.length === 1);
    const expected = sumsBy(wide, (row) => path(row, ['customer', 'product', 'date']));
    expect(
      Object.fromEntries(deepest.map(({ row, column, value }) => [[...row, ...column].join(' / '), value])),
    ).toEqual(expected);
  });

  it('unite the rest of top under every parent', () => {
    const answered = ask(context, {
      kpis: ['revenue'],
      rows: [{ dimension: 'product' }, { dimension: 'city' }, { dimension: 'customer', top: { n: 1 } }],
    });
    const total = answered.cells
      .filter(({ row }) => row.length === 3)
      .reduce((sum, { value }) => sum + (value ?? 0), 0);
    expect(total).toBe(wide.reduce((sum, row) => sum + Number(row['amount']), 0));
    const shared = answered.cells.filter(({ other, row }) => other && row[0] === 'p1');
    const inP1 = [
      ...Map.groupBy(
        wide.filter((row) => row['product'] === 'p1'),
        (row) => row['city'],
      ),
    ].filter(([, rows]) => new Set(rows.map((row) => row['customer'])).size > 1);
    expect(shared).toHaveLength(inP1.length);
  });

  it('can be drilled into', () => {
    const queries = columnQueries(columnsOfRows({ sale: wide }));
    const breakdown = queries.breakdown(['product', 'customer', 'city']);
    const rows = queries.rows(request({ breakdown }));
    for (const key of queries.count(rows, [[]]).keys().slice(0, 50)) {
      expect(breakdown.find(breakdown.codes(key))).toBe(key);
      expect(queries.positions(rows, key, [[]]).length).toBe(queries.count(rows, [[]]).at(key));
    }
    expect(breakdown.find([1, 1, 9999])).toBeNull();
  });
});

it('customers that only subscribe are groups beside those that buy', () => {
  const queries = columnQueries(
    columnsOfRows({
      sale: [{ date: '2026-01-01', amount: 1, customer: 'Ada' }],
      subscription: ['Bo', 'Cy', 'Di'].map((customer) => ({ customer, amount: 1, start: '2026-01-01' })),
    }),
  );
  const names = queries.columns.members('customer_key');
  const breakdown = queries.breakdown(['customer_key']);
  const spans = queries.rows(request({ kind: 'customer_span', date: 'start', breakdown }));
  const sales = queries.rows(request({ breakdown }));
  const named = (rows: typeof spans) =>
    queries
      .count(rows, [[]])
      .keys()
      .map((key) => names[breakdown.codes(key)[0] ?? 0]);
  expect(named(spans)).toEqual(['Ada', 'Bo', 'Cy', 'Di']);
  expect(named(sales)).toEqual(['Ada']);
});

const request = (more: Pick<CellRequest, 'breakdown'> & Partial<CellRequest>): CellRequest => ({
  kind: 'sale',
  date: 'date',
  nature: 'flow',
  until: null,
  standing: null,
  filters: [],
  slots: [{ from: -1_000_000, to: 1_000_000 }],
  ...more,
});

/** Two rows and a gap in the narrow arrays a store keeps. */
const narrow: WorkspaceColumns = {
  revision: 1,
  kinds: () => ['sale'],
  members: () => ['', 'North', 'South'],
  merged: () => new Map(),
  exchange: () => ({ base: 'SEK', rates: [] }),
  rules: () => RULES,
  table: (kind) =>
    kind !== 'sale'
      ? null
      : {
          kind,
          rows: 3,
          fields: [
            { key: 'region', type: 'text', unit: null, label: null, dimension: 'region', identifier: false },
            { key: 'date', type: 'date', unit: null, label: null, dimension: null, identifier: false },
            { key: 'amount', type: 'decimal', unit: 'money', label: null, dimension: null, identifier: false },
          ],
          codes: (key) => (key === 'region' ? Uint8Array.of(1, 2, 1) : null),
          days: (key) => (key === 'date' ? Int32Array.of(0, 1, 2) : null),
          decimals: (key) => (key === 'amount' ? Int32Array.of(125_000, NO_INT, -5_000) : null),
          flags: () => null,
        },
};

describe('narrow columns', () => {
  const queries = columnQueries(narrow);
  const amount = (aggregate: Aggregate): MeasureDefinition => ({
    id: aggregate.do,
    kind: 'sale',
    aggregate,
    where: [],
    date: 'date',
    nature: 'flow',
    unit: 'money',
  });

  it('leave a missing decimal out', () => {
    const rows = queries.rows(request({ breakdown: queries.breakdown(['region']) }));
    expect([1, 2].map((group) => queries.aggregate([rows], amount({ do: 'sum', field: 'amount' })).at(group))).toEqual([
      12, 0,
    ]);
    expect([1, 2].map((group) => queries.aggregate([rows], amount({ do: 'mean', field: 'amount' })).at(group))).toEqual(
      [6, NaN],
    );
    expect(
      [1, 2].map((group) => queries.aggregate([rows], amount({ do: 'quantile', field: 'amount', q: 0.5 })).at(group)),
    ).toEqual([6, NaN]);
    expect([...queries.positions(rows, 1, [[{ field: 'amount', is: 'present' }]])]).toEqual([0, 2]);
    expect([...queries.positions(rows, 2, [[{ field: 'amount', is: 'present' }]])]).toEqual([]);
  });

  it('stand in every slot that holds them', () => {
    const slots = [{ from: 0, to: 1 }, { from: 1, to: 2 }, null, { from: 9, to: 20 }];
    const rows = queries.rows(request({ breakdown: queries.breakdown([]), slots }));
    expect([0, 1, 2, 3].map((slot) => queries.count(rows, [[]]).at(slot))).toEqual([2, 2, 0, 0]);
    expect(queries.dateRange('sale', 'date')).toEqual({ from: 0, to: 2 });
    expect(queries.dateRange('deal', 'created')).toBeNull();
  });
});

describe('a new revision', () => {
  it('is seen at once', () => {
    let tables = columnsOfRows({ sale: [{ date: '2026-01-01', amount: 1, customer: 'Ada' }] });
    const live: WorkspaceColumns = {
      get revision() {
        return tables.revision;
      },
      table: (kind) => tables.table(kind),
      kinds: () => tables.kinds(),
      members: (dimension) => tables.members(dimension),
      merged: (dimension) => tables.merged(dimension),
      exchange: () => tables.exchange(),
      rules: () => tables.rules(),
    };
    const context = { ...contextOf({}), queries: columnQueries(live) };
    expect(totalOf(context, { kpis: ['active-customers'] }).value).toBe(1);
    tables = columnsOfRows(
      {
        sale: [
          { date: '2026-01-01', amount: 1, customer: 'Ada' },
          { date: '2026-03-01', amount: 5, customer: 'Bo' },
        ],
      },
      2,
    );
    expect(totalOf(context, { kpis: ['active-customers'] }).value).toBe(2);
    expect(totalOf(context, { kpis: ['revenue'] }).period.to).toBe('2026-03-01');
  });
});

describe('discounts', () => {
  const sale: readonly PlainRow[] = [
    { date: '2026-01-01', amount: 80, discount: 20 },
    { date: '2026-01-01', amount: 75, discount_share: 0.25 },
    { date: '2026-01-01', amount: 0, discount_share: 1 },
    { date: '2026-01-01', amount: 500 },
  ];
  it('are worked out from a share where only that is given', () => {
    // 20 + 25 over 80 + 75 + 45; a share of 1 tells no amount.
    expect(totalOf(contextOf({ sale }), { kpis: ['discount-rate'] }).value).toBe(45 / 200);
    expect(totalOf(contextOf({ sale }), { kpis: ['revenue'], variants: { revenue: 'gross' } }).value).toBe(700);
    expect(
      totalOf(contextOf({ sale }), { kpis: ['discount-rate'], variants: { 'discount-rate': 'mean-of-rows' } }).value,
    ).toBeCloseTo((0.2 + 0.25 + 1) / 3, 12);
  });
});
