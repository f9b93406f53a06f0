import fc from 'fast-check';
import { BUILT_IN } from '#engine/formula/built-in.ts';
import type { Definitions } from '#engine/formula/resolve-kpi.ts';
import type { GridViewInput, Show } from '#shared/grid.ts';
import { GRAINS, type DimensionRef, type Filter, type Grain, type QuestionInput } from '#shared/question.ts';
import { ownKpi } from '../support/own-kpi.ts';
import { day, type Clock } from '../support/reference/time.ts';

/** A sale of 2023 or 2024, all it can be asked by. */
export interface GridRow {
  readonly date: string;
  readonly amount: number;
  readonly cost: number | null;
  readonly order: string | null;
  readonly region: string | null;
  readonly rep: string | null;
  readonly customer: string | null;
  /** Columns of the file's own. */
  readonly 'custom:Due': string | null;
  readonly 'custom:Weight': number | null;
}

export const HOSTILE = ['__proto__', 'constructor', 'Åre', 'Item 10', 'Item 9', '=1+1', '<img onerror=alert(1)>', '😀'];

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 6 });
const anyDay = fc.nat(730).map((n) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10));
const row: fc.Arbitrary<GridRow> = fc.record({
  date: anyDay,
  amount: fc.integer({ min: -200_000, max: 900_000 }).map((n) => n / 100),
  cost: maybe(fc.integer({ min: 0, max: 500_000 }).map((n) => n / 100)),
  order: maybe(fc.integer({ min: 1, max: 25 }).map((n) => `A${String(n)}`)),
  region: maybe(fc.constantFrom(...HOSTILE.slice(0, 4))),
  rep: maybe(fc.constantFrom(...HOSTILE.slice(3))),
  customer: maybe(fc.integer({ min: 1, max: 12 }).map((n) => `Kund ${String(n)}`)),
  'custom:Due': maybe(anyDay),
  'custom:Weight': maybe(fc.constantFrom(-3, -2.5, 0, 2.25, 2.5, 9, 10, 12.125)),
});

const whole = (date: string): GridRow => ({
  date,
  amount: 1,
  cost: 0.5,
  order: 'A1',
  region: 'Åre',
  rep: '😀',
  customer: 'Kund 1',
  'custom:Due': date,
  'custom:Weight': 2.5,
});

/** Two years from their first day to their last, so that every date in them is known. */
export const gridRows: fc.Arbitrary<readonly GridRow[]> = fc
  .array(row, { minLength: 1, maxLength: 70, size: 'max' })
  .map((rows) => [whole('2023-01-01'), ...rows, whole('2024-12-31')]);

/** When they are asked about: the fiscal year begins in May. */
export const TODAY = '2025-01-20';
export const CLOCK: Clock = {
  today: day(TODAY),
  data: { from: day('2023-01-01'), to: day('2024-12-31') },
  fiscalYearStart: 5,
  working: null,
};

/** A sum, a distinct count, two ratios (one over rows that lack a part) and a median, which is the user's own. */
export const KPIS = ['revenue', 'orders', 'average-order-value', 'gross-margin', 'typical-sale'] as const;
export const DEFINITIONS: Definitions = {
  ...BUILT_IN,
  kpis: new Map([...BUILT_IN.kpis, ['typical-sale', ownKpi('typical-sale', 'median(sale.amount)')]]),
};
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
    grain: fc.constantFrom(...GRAINS),
    empty: optional(fc.constantFrom('shown' as const, 'hidden' as const)),
    order: optional(order),
  })
  .map(defined);
const grouped = ['month:custom:Due', 'week:custom:Due', 'fiscal-quarter:custom:Due', 'value:custom:Weight'] as const;
const field = fc.oneof(
  { arbitrary: fc.constantFrom('region', 'rep', 'customer'), weight: 3 },
  { arbitrary: fc.constantFrom(...grouped), weight: 1 },
);
const dimensions = (most: number) =>
  fc.uniqueArray(
    fc.oneof(text('region'), text('rep'), text('customer'), date, fc.constantFrom(...grouped).chain(text)),
    {
      maxLength: most,
      selector: ({ dimension }) => dimension,
    },
  );

const name = fc.constantFrom(...HOSTILE, 'Kund 1', 'Kund 3', 'nobody', '2023-05', 'FY2024-Q1', '2.5', '-3');
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
    period: fc.constantFrom('2024-Q2', '2024-03..2024-10', 'FY2024', 'latest-quarter', '2024-W10'),
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
        name: fc.constantFrom('Åre', 'Kund 1', '2024-02', '2024-W10', 'FY2024-Q3', null),
      }),
      fc.record({ what: fc.constantFrom('previous' as const, 'last-year' as const) }),
      fc.record({ what: fc.constantFrom('previous' as const, 'last-year' as const) }),
    ),
  }),
  fc.record({ as: fc.constant('running-total' as const), along }),
  fc.record({ as: fc.constant('rank' as const), along, lowestFirst: fc.boolean() }),
  fc.constant({ as: 'index' } as const),
);

/** Those with data in all that they are compared with; the others are compared in `reference.test.ts`. */
const COMPARED = ['2024', '2024-Q2', '2024-03..2024-08', 'FY2025-Q1', 'latest-month', '2024-W10'];
const PERIODS = ['all', 'FY2024', ...COMPARED];
/** Days of a short time alone, so that tables stay small. */
const fitting = (grain: Grain, period: string): Grain => {
  if (grain === 'day') return ['latest-month', '2024-W10'].includes(period) ? 'day' : 'week';
  return grain;
};
const isCompared = ({ show }: { readonly show: Show }): boolean =>
  'from' in show && (show.from.what === 'previous' || show.from.what === 'last-year');

/** No dimension stands on both axes. */
export const gridView: fc.Arbitrary<GridViewInput> = fc
  .record({
    rows: dimensions(3),
    columns: dimensions(2),
    filters: fc.array(filter, { maxLength: 2 }),
    period: fc.constantFrom(...PERIODS),
    values: fc.array(fc.record({ kpi, show }), { minLength: 1, maxLength: 2 }),
    valuesOn: along,
    subtotals: fc.constantFrom('above' as const, 'below' as const, 'none' as const),
    totals: fc.record({ row: fc.boolean(), column: fc.boolean() }),
  })
  .map(({ rows, columns, filters, period, values, ...view }) => {
    const grained = (ref: DimensionRef): DimensionRef =>
      ref.grain === undefined ? ref : { ...ref, grain: fitting(ref.grain, period) };
    const question: QuestionInput = {
      kpis: [...KPIS],
      rows: rows.map(grained),
      columns: columns.filter(({ dimension }) => rows.every((one) => one.dimension !== dimension)).map(grained),
      filters,
      period,
    };
    const askable = values.map((value) =>
      isCompared(value) && !COMPARED.includes(period) ? { ...value, show: { as: 'value' as const } } : value,
    );
    return { ...view, values: askable, question };
  });
