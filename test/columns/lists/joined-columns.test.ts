import { describe, expect, it } from 'vitest';
import { joinedColumns } from '#columns/lists/joined-columns.ts';
import { dimensions, members } from '#engine/catalogue/dimensions.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import { BUILT_IN } from '#engine/formula/built-in.ts';
import { ask, contextOf, valuesByName } from '../../support/ask.ts';
import { columnsOfRows, type PlainRow, type PlainTables } from '../../support/columns-of-rows.ts';

const sale = (amount: number, more: PlainRow): PlainRow => ({ date: '2026-03-01', amount, ...more });
const revenueBy = (tables: PlainTables, dimension: string): Record<string, number | null> =>
  valuesByName(ask(contextOf(tables), { kpis: ['revenue'], rows: [{ dimension }] }));

/** Texts of a joined field by row. */
function texts(tables: PlainTables, kind: 'sale' | 'deal', key: string): readonly (string | null)[] {
  const columns = joinedColumns(columnsOfRows(tables));
  const names = columns.members(key);
  return Array.from(columns.table(kind)?.codes(key) ?? [], (code) => (code === 0 ? null : (names[code] ?? '')));
}

describe('lists beside the rows', () => {
  it('give their columns by name, the row its own value first', () => {
    const tables: PlainTables = {
      sale: [
        sale(100, { customer: 'Acme' }),
        sale(50, { customer: 'Acme', segment: 'Public' }),
        sale(25, { customer: 'Nobody' }),
        sale(10, {}),
      ],
      customer_list: [{ customer: 'Acme', segment: 'Industry', country: 'Sweden' }],
    };
    expect(revenueBy(tables, 'segment')).toEqual({ Industry: 100, Public: 50, '(none)': 35, '': 185 });
    expect(revenueBy(tables, 'country')).toEqual({ Sweden: 150, '(none)': 35, '': 185 });
  });

  it('go by the number before the name, and give the name to rows with only a number', () => {
    const tables: PlainTables = {
      sale: [
        sale(1, { customer_id: '007', customer: 'Old name' }),
        sale(2, { customer: 'Björk AB' }),
        sale(4, { customer_id: '008' }),
      ],
      customer_list: [
        { customer_id: '007', customer: 'Acme', region: 'North' },
        { customer_id: '008', customer: 'Björk AB', region: 'South' },
      ],
    };
    expect(revenueBy(tables, 'region')).toEqual({ North: 1, South: 6, '': 7 });
    expect(texts(tables, 'sale', 'customer')).toEqual(['Old name', 'Björk AB', 'Björk AB']);
  });

  it('give nothing to a name that two numbers share', () => {
    const tables: PlainTables = {
      sale: [sale(1, { customer: 'Andersson' }), sale(2, { customer: 'Andersson', customer_id: '2' })],
      customer_list: [
        { customer_id: '1', customer: 'Andersson', segment: 'A' },
        { customer_id: '2', customer: 'Andersson', segment: 'B' },
      ],
    };
    expect(texts(tables, 'sale', 'segment')).toEqual([null, 'B']);
  });

  it('are updated by later rows of the same key, value by value', () => {
    const tables: PlainTables = {
      sale: [sale(1, { customer: 'Acme' })],
      customer_list: [
        { customer: 'Acme', segment: 'Small', country: 'Norway' },
        { customer: 'Acme', segment: 'Large', country: null },
      ],
    };
    expect(texts(tables, 'sale', 'segment')).toEqual(['Large']);
    expect(texts(tables, 'sale', 'country')).toEqual(['Norway']);
  });

  it('give a region from one list only: the customers where they have any, else the reps', () => {
    const rep_list = [{ rep: 'Eva', region: 'Office East', team: 'Blue' }];
    const rows = [sale(1, { customer: 'Acme', rep: 'Eva' }), sale(2, { customer: 'Bolt', rep: 'Eva' })];
    const customer_list = [
      { customer: 'Acme', region: 'North' },
      { customer: 'Bolt', segment: 'B' },
    ];
    expect(texts({ sale: rows, rep_list, customer_list }, 'sale', 'region')).toEqual(['North', null]);
    expect(texts({ sale: rows, rep_list }, 'sale', 'region')).toEqual(['Office East', 'Office East']);
    expect(texts({ sale: rows, rep_list, customer_list }, 'sale', 'team')).toEqual(['Blue', 'Blue']);
  });

  it("give their own columns, filters and members like the rows' own", () => {
    const tables: PlainTables = {
      sale: [sale(5, { rep: 'Eva' }), sale(3, { rep: 'Bo' })],
      deal: [{ rep: 'Eva', created: '2026-01-01' }],
      rep_list: [
        { rep: 'Eva', team: 'Blue', 'custom:Kontor': 'Umeå' },
        { rep: 'Bo', team: 'Red', 'custom:Kontor': 'Umeå' },
      ],
    };
    expect(revenueBy(tables, 'custom:Kontor')).toEqual({ Umeå: 8, '': 8 });
    const context = contextOf(tables);
    const filters = [{ dimension: 'team', op: 'in' as const, values: ['Red'] }];
    expect(valuesByName(ask(context, { kpis: ['revenue'], filters }))).toEqual({ '': 3 });
    expect(dimensions(context.queries).map(({ key, kinds }) => [key, kinds])).toEqual([
      ['rep', ['sale', 'deal']],
      ['team', ['sale', 'deal']],
      ['custom:Kontor', ['sale', 'deal']],
    ]);
    expect(members(context.queries, 'team', '', 10)).toEqual({
      total: 2,
      members: [
        { name: 'Blue', rows: 2 },
        { name: 'Red', rows: 1 },
      ],
    });
  });

  it('offer nothing that no row would have, and are no rows themselves', () => {
    const columns = joinedColumns(
      columnsOfRows({
        sale: [sale(1, { customer: 'Acme' })],
        cost: [{ date: '2026-01-01', amount: 1, category: 'Rent' }],
        customer_list: [{ customer: 'Bolt', segment: 'B' }],
      }),
    );
    expect(columns.kinds()).toEqual(['sale', 'cost']);
    expect(columns.table('customer_list')).toBeNull();
    expect(columns.table('sale')?.fields.map(({ key }) => key)).toEqual(['date', 'amount', 'customer']);
    expect(columns.table('cost')?.fields.map(({ key }) => key)).toEqual(['date', 'amount', 'category']);
  });
});

describe('the product list', () => {
  const pipeline: MeasureDefinition = {
    id: 'pipeline',
    kind: 'deal',
    aggregate: { do: 'sum', field: 'value' },
    where: [{ field: 'status', is: 'one-of', values: ['open'] }],
    date: 'created',
    nature: 'flow',
    unit: 'money',
  };
  const definitions = {
    measures: new Map([...BUILT_IN.measures, [pipeline.id, pipeline] as const]),
    kpis: new Map([
      ...BUILT_IN.kpis,
      [
        'open',
        {
          id: 'open',
          category: 'result',
          unit: 'money',
          direction: 'higher',
          source: 'own',
          variants: [{ id: 'standard', formula: 'pipeline' }],
        } as const,
      ] as const,
    ]),
  };

  it('prices open deals without a value, and no others', () => {
    const deal = (status: string, value: number | null, product: string): PlainRow => ({
      created: '2026-01-05',
      status,
      value,
      product,
    });
    const deals = [
      deal('open', null, 'Pump'), // 550.50 from the list
      deal('open', 600, 'Pump'),
      deal('open', null, 'Unlisted'),
      deal('won', null, 'Pump'),
      deal('lost', null, 'Pump'),
    ];
    const tables = { deal: deals, product_list: [{ product: 'Pump', list_price: 550.5 }] };
    expect(valuesByName(ask(contextOf(tables, { definitions }), { kpis: ['open'] }))).toEqual({ '': 1150.5 });
    const without = deals.filter(({ value }) => value === null);
    const bare = { ...tables, deal: without };
    expect(valuesByName(ask(contextOf(bare, { definitions }), { kpis: ['open'] }))).toEqual({ '': 550.5 });
  });

  it('gives sales their cost by quantity, rounded half away from zero in the fourth decimal', () => {
    const tables: PlainTables = {
      sale: [
        sale(100, { product_id: '1', quantity: 3 }), // 3 × 10.25 = 30.75
        sale(100, { product_id: '1', quantity: 3, cost: 40 }),
        sale(-50, { product_id: '1', quantity: -0.5 }), // −0.5 × 10.25 = −5.125
        sale(100, { product_id: '2', quantity: 0.5 }), // 0.5 × 0.0001 = 0.00005, up to 0.0001
        sale(-100, { product_id: '2', quantity: -0.5 }), // down to −0.0001
        sale(100, { product_id: '1' }),
      ],
      product_list: [
        { product_id: '1', cost: 10.25 },
        { product_id: '2', cost: 0.0001 },
      ],
    };
    const costs = joinedColumns(columnsOfRows(tables)).table('sale')?.decimals('cost');
    expect(Array.from(costs ?? [])).toEqual([307_500, 400_000, -51_250, 1, -1, NaN]);
    // Margin over the five rows with cost: 150 − 65.625 = 84.375 of 150.
    expect(valuesByName(ask(contextOf(tables), { kpis: ['gross-margin'] }))).toEqual({ '': 84.375 / 150 });
  });
});
