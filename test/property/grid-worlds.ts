import fc from 'fast-check';
import type { GridViewInput, Show } from '#shared/grid.ts';
import type { DimensionRef, Filter, QuestionInput } from '#shared/question.ts';

/** A sale of 2024, all it can be asked by. */
export interface GridRow {
  readonly date: string;
  readonly amount: number;
  readonly order: string | null;
  readonly region: string | null;
  readonly rep: string | null;
  readonly customer: string | null;
}

export const HOSTILE = ['__proto__', 'constructor', 'Åre', 'Item 10', 'Item 9', '=1+1', '<img onerror=alert(1)>', '😀'];

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 6 });
const day = fc.nat(365).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
const row: fc.Arbitrary<GridRow> = fc.record({
  date: day,
  amount: fc.integer({ min: -200_000, max: 900_000 }).map((n) => n / 100),
  order: maybe(fc.integer({ min: 1, max: 25 }).map((n) => `A${String(n)}`)),
  region: maybe(fc.constantFrom(...HOSTILE.slice(0, 4))),
  rep: maybe(fc.constantFrom(...HOSTILE.slice(3))),
  customer: maybe(fc.integer({ min: 1, max: 12 }).map((n) => `Kund ${String(n)}`)),
});

const whole = (date: string): GridRow => ({
  date,
  amount: 1,
  order: 'A1',
  region: 'Åre',
  rep: '😀',
  customer: 'Kund 1',
});

/** The year from its first day to its last, so that every date in it is known. */
export const gridRows: fc.Arbitrary<readonly GridRow[]> = fc
  .array(row, { minLength: 1, maxLength: 70 })
  .map((rows) => [whole('2024-01-01'), ...rows, whole('2024-12-31')]);

export const KPIS = ['revenue', 'orders', 'average-order-value'] as const;
const kpi = fc.constantFrom(...KPIS);
const ranking = fc.constantFrom('revenue', 'orders');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const order = fc
  .record({ by: fc.option(ranking, { nil: undefined }), descending: fc.boolean() })
  .map(({ by, descending }) => ({ ...(by === undefined ? {} : { by }), descending }));
const top = fc.record({
  n: fc.integer({ min: 1, max: 3 }),
  by: ranking,
  lowest: fc.boolean(),
  other: fc.constantFrom('united' as const, 'united' as const, 'left-out' as const),
});
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
const text = (dimension: string): fc.Arbitrary<DimensionRef> =>
  fc.record({ dimension: fc.constant(dimension), order: optional(order), top: optional(top) }).map(defined);
const date: fc.Arbitrary<DimensionRef> = fc
  .record({
    dimension: fc.constant('date'),
    grain: fc.constantFrom('month' as const, 'quarter' as const),
    empty: optional(fc.constantFrom('shown' as const, 'hidden' as const)),
    order: optional(order),
  })
  .map(defined);
const field = fc.constantFrom('region', 'rep', 'customer');
const dimensions = (most: number) =>
  fc.uniqueArray(fc.oneof(text('region'), text('rep'), text('customer'), date), {
    maxLength: most,
    selector: ({ dimension }) => dimension,
  });

const name = fc.constantFrom(...HOSTILE, 'Kund 1', 'Kund 3', 'nobody');
export const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({
    op: fc.constantFrom('in' as const, 'not-in' as const),
    dimension: field,
    values: fc.array(fc.option(name), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    op: fc.constantFrom('contains' as const, 'not-contains' as const, 'starts-with' as const, 'ends-with' as const),
    dimension: field,
    text: fc.constantFrom('item', 'KUND 1', 'o', '1', '__'),
  }),
  fc.record({
    op: fc.constantFrom('blank' as const, 'not-blank' as const),
    dimension: fc.oneof(field, fc.constant('order')),
  }),
  fc.record({
    op: fc.constant('between' as const),
    dimension: fc.constant('amount'),
    from: fc.option(fc.integer({ min: -1000, max: 4000 })),
    to: fc.option(fc.integer({ min: 1000, max: 8000 })),
  }),
  fc.record({
    op: fc.constant('period' as const),
    dimension: fc.constant('date'),
    period: fc.constantFrom('2024-Q2', '2024-03..2024-10', 'last-6-months'),
  }),
  fc.record({
    op: fc.constant('top' as const),
    dimension: field,
    n: fc.integer({ min: 1, max: 4 }),
    by: ranking,
    lowest: fc.boolean(),
  }),
);

const along = fc.constantFrom('rows' as const, 'columns' as const);
const show: fc.Arbitrary<Show> = fc.oneof(
  fc.constant({ as: 'value' } as const),
  fc.record({
    as: fc.constant('share' as const),
    of: fc.constantFrom('total', 'row', 'column', 'row-parent', 'column-parent'),
  }),
  fc.record({
    as: fc.constantFrom('difference' as const, 'difference-ratio' as const),
    from: fc.oneof(
      fc.record({ what: fc.constant('before' as const), along }),
      fc.record({
        what: fc.constant('member' as const),
        along,
        name: fc.constantFrom('Åre', 'Kund 1', '2024-02', null),
      }),
    ),
  }),
  fc.record({ as: fc.constant('running-total' as const), along }),
  fc.record({ as: fc.constant('rank' as const), along, lowestFirst: fc.boolean() }),
  fc.constant({ as: 'index' } as const),
);

/** No dimension stands on both axes. */
export const gridView: fc.Arbitrary<GridViewInput> = fc
  .record({
    rows: dimensions(3),
    columns: dimensions(2),
    filters: fc.array(filter, { maxLength: 2 }),
    period: fc.constantFrom('all', '2024', '2024-Q2', '2024-03..2024-08'),
    values: fc.array(fc.record({ kpi, show }), { minLength: 1, maxLength: 2 }),
    valuesOn: along,
    subtotals: fc.constantFrom('above' as const, 'below' as const, 'none' as const),
    totals: fc.record({ row: fc.boolean(), column: fc.boolean() }),
  })
  .map(({ rows, columns, filters, period, ...view }) => {
    const question: QuestionInput = {
      kpis: [...KPIS],
      rows,
      columns: columns.filter(({ dimension }) => rows.every((one) => one.dimension !== dimension)),
      filters,
      period,
    };
    return { ...view, question };
  });
