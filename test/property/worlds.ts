import fc from 'fast-check';
import type { DimensionRef, QuestionInput } from '#shared/question.ts';
import { workingCalendar } from '#shared/working-days.ts';
import type { Row, Settings, Tables } from '../support/reference/rows.ts';
import { day } from '../support/reference/time.ts';
import { fieldOf } from '../support/reference/top.ts';

/** Random workspaces and questions: a bit over a year, few names, so that rows meet. */
const FIRST_DAY = '2023-01-09';
const DAYS = 430;

const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 5) => fc.option(arbitrary, { nil: null, freq });
const date = fc
  .nat(DAYS - 1)
  .map((offset) => new Date(Date.parse(FIRST_DAY) + offset * 86_400_000).toISOString().slice(0, 10));
/** The first of one, so that what ends meets what begins. */
const month = fc.nat(17).map((n) => new Date(Date.UTC(2022, 11 + n, 1)).toISOString().slice(0, 10));
const instant = fc
  .tuple(date, fc.nat(23), fc.nat(59))
  .map(([on, hour, minute]) => `${on}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const decimal = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => n / 10_000);
/** Round ones as well, so that values meet. */
const money = (from: number, to: number) =>
  fc.oneof(
    decimal(from, to),
    fc.integer({ min: Math.ceil(from / 1_000_000), max: Math.floor(to / 1_000_000) }).map((n) => n * 100),
  );
const one = (...names: readonly string[]) => fc.constantFrom(...names);

const region = maybe(one('North', 'Åre', '__proto__', 'constructor'));
const rep = maybe(one('Kim', 'Lo', 'Mio', 'toString'));
const customer = maybe(one('Ada', 'Bo', 'Cleo', '__proto__', 'Ville'));
const product = maybe(one('Bolt', 'Nut', 'GTX Pro', 'GTXPro'));
const category = maybe(one('Steel', 'Brass'));
const currency = maybe(one('SEK', 'SEK', 'SEK', 'EUR', 'USD'), 2);
const rows = <T>(record: fc.Arbitrary<T>, maxLength: number) => fc.array(record, { maxLength, size: 'max' });

const tables: fc.Arbitrary<Tables> = fc.record({
  sale: rows(
    fc.record({
      date,
      order_date: maybe(date),
      amount: money(-3_000_000, 9_000_000),
      order: maybe(one('001', '002', '003', '004', '005', '006')),
      customer,
      customer_id: maybe(one('17', '42'), 2),
      rep,
      region,
      product,
      category,
      quantity: maybe(fc.oneof(decimal(-20_000, 90_000), fc.integer({ min: 1, max: 2 }))),
      discount: maybe(decimal(0, 100_000), 2),
      discount_share: maybe(decimal(0, 10_000), 2),
      cost: maybe(decimal(0, 3_000_000), 3),
      currency,
      type: maybe(one('kredit', 'new', 'upsell', 'cross-sell'), 2),
      'custom:Ship Mode': maybe(one('Air', 'Sea')),
      'custom:Due': maybe(date),
      'custom:Weight': maybe(fc.constantFrom(-3, -2.5, 0, 2.25, 2.5, 10)),
    }),
    40,
  ),
  deal: rows(
    fc.record({
      id: one('d1', 'd2', 'd3', 'd4', 'd5'),
      customer,
      rep,
      region,
      product,
      stage: maybe(one('Prospect', 'Proposal', 'Talk')),
      status: maybe(one('open', 'won', 'lost'), 9),
      value: maybe(money(0, 9_000_000)),
      currency,
      probability: maybe(decimal(0, 10_000), 2),
      created: maybe(date),
      demo: maybe(date, 3),
      quoted: maybe(date, 3),
      expected_close: maybe(date, 3),
      closed: maybe(date, 3),
      cost: maybe(money(0, 500_000), 2),
    }),
    25,
  ),
  lead: rows(
    fc.record({
      created: instant,
      source: maybe(one('google', 'Google', 'fair')),
      rep,
      customer,
      qualified: maybe(fc.boolean()),
      answered: maybe(instant, 3),
      converted: maybe(fc.boolean()),
      converted_at: maybe(instant, 3),
    }),
    20,
  ),
  activity: rows(
    fc.record({
      date,
      type: one('call', 'call', 'email', 'meeting', 'demo', 'demo', 'lunch'),
      rep,
      region,
      count: maybe(fc.integer({ min: 0, max: 20 }), 2),
      done: maybe(fc.boolean()),
      deal: maybe(one('d1', 'd2', 'd9')),
    }),
    25,
  ),
  subscription: rows(
    fc.record({
      customer: one('Ada', 'Bo', 'Cleo'),
      amount: money(0, 5_000_000),
      start: month,
      end: maybe(month, 2),
      id: maybe(one('s1', 's2'), 4),
      plan: maybe(one('Basic', 'Pro')),
      interval: maybe(one('month', 'year', 'quarter', 'week', '24 months', 'now and then')),
      type: maybe(one('new', 'upgrade', 'downgrade')),
      status: maybe(one('active', 'ended')),
      currency,
      region,
    }),
    14,
  ),
  cost: rows(
    fc.record({
      date,
      amount: money(0, 2_000_000),
      category: one('Ads', 'Wages', 'Rent'),
      region,
      currency,
    }),
    12,
  ),
  target: rows(
    fc.record({
      value: money(0, 9_000_000),
      start: month,
      kpi: maybe(one('revenue', 'win-rate', 'calls', 'mrr', 'something')),
      rep: maybe(one('Kim', 'Lo'), 3),
      region: maybe(one('North', 'Åre'), 2),
    }),
    9,
  ),
  competitor_price: rows(
    fc.record({
      product: one('Bolt', 'Nut', 'GTX Pro'),
      competitor: one('Acme', 'Zed'),
      price: fc.oneof(money(1, 4_000_000), fc.constantFrom(100, 200)),
      date: maybe(date),
      currency,
    }),
    8,
  ),
  rep_list: rows(fc.record({ rep: one('Kim', 'Lo', 'Nobody'), team: maybe(one('Blue', 'Red')), region }), 3),
  product_list: rows(
    fc.record({
      product: one('Bolt', 'GTX Pro', 'Nail'),
      category,
      list_price: maybe(money(0, 2_000_000)),
      cost: maybe(decimal(0, 50_000)),
    }),
    3,
  ),
  customer_list: rows(
    fc.record({
      customer: one('Ada', 'Bo', 'Nobody'),
      customer_id: maybe(one('17', '42', '99'), 2),
      segment: maybe(one('Public', 'Private')),
    }),
    4,
  ),
});

interface Shape {
  readonly world: Tables;
  readonly without: readonly string[];
  /** All targets of a world are for as long a time. */
  readonly grain: string | null;
  /** The subscriptions are a list of how customers stand on a day. */
  readonly isSnapshot: boolean;
  /** Sales say of themselves whether they are upsell. */
  readonly saysUpsell: boolean;
}

const SNAPSHOT_DAY = '2024-02-14';

/** Kinds are left out here and there, and no row ends before it starts. */
const sound = ({ world, without, grain, isSnapshot, saysUpsell }: Shape): Tables => {
  const shaped = (kind: string, row: Row): Row => {
    if (kind === 'target') return { ...row, grain };
    if (kind === 'sale') return saysUpsell || !String(row['type']).endsWith('sell') ? row : { ...row, type: 'new' };
    if (kind !== 'subscription') return row;
    if (isSnapshot) {
      const end = row['status'] === 'ended' ? SNAPSHOT_DAY : null;
      return { ...row, start: SNAPSHOT_DAY, end, tenure_months: row['id'] === null ? null : 7 };
    }
    const { start, end } = row;
    return typeof end === 'string' && end < String(start) ? { ...row, end: start } : row;
  };
  return Object.fromEntries(
    Object.entries(world)
      .filter(([kind, own]) => !without.includes(kind) && (own?.length ?? 0) > 0)
      .map(([kind, own = []]) => [kind, own.map((row) => shaped(kind, row))]),
  );
};

export const worlds: fc.Arbitrary<Tables> = fc
  .record({
    world: tables,
    without: fc.subarray(['deal', 'lead', 'activity', 'subscription', 'cost', 'target', 'rep_list'], { maxLength: 2 }),
    grain: maybe(one('month', 'quarter', 'year'), 3),
    isSnapshot: fc.nat(3).map((n) => n === 3),
    saysUpsell: fc.boolean(),
  })
  .map(sound)
  .filter((world) => Object.keys(world).some((kind) => !kind.endsWith('_list')));

/** Swedish public holidays and the eves that banks keep, written down from the almanac. */
const FREE = {
  2021: '01-01 01-06 04-02 04-05 05-01 05-13 06-06 06-25 06-26 11-06 12-24 12-25 12-26 12-31',
  2022: '01-01 01-06 04-15 04-18 05-01 05-26 06-06 06-24 06-25 11-05 12-24 12-25 12-26 12-31',
  2023: '01-01 01-06 04-07 04-10 05-01 05-18 06-06 06-23 06-24 11-04 12-24 12-25 12-26 12-31',
  2024: '01-01 01-06 03-29 04-01 05-01 05-09 06-06 06-21 06-22 11-02 12-24 12-25 12-26 12-31',
  2025: '01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 06-21 11-01 12-24 12-25 12-26 12-31',
} as const;
const SWEDEN = {
  weekdays: [0, 1, 2, 3, 4],
  free: new Set(Object.entries(FREE).flatMap(([year, days]) => days.split(' ').map((one) => day(`${year}-${one}`)))),
};

export const settings: fc.Arbitrary<Settings> = fc.record({
  today: one('2023-09-14', '2024-02-15', '2024-03-31', '2030-01-01'),
  fiscalYearStart: fc.constantFrom(1, 5, 9),
  working: fc.constantFrom(null, SWEDEN),
  lapseDays: fc.constantFrom(null, 1, 45),
  stageWeights: fc.constantFrom({}, { prospect: 0.1, Proposal: 0.5 }),
  acquisitionCategories: fc.constantFrom(null, ['Ads', 'Wages'], []),
  officeHours: fc.constantFrom({ from: 480, to: 1020 }, { from: 0, to: 1439 }),
  base: fc.constant('SEK'),
  rates: fc.constantFrom(
    [],
    [
      { currency: 'EUR', from: '2023-06-01', rate: 11.4523 },
      { currency: 'EUR', from: '1900-01-01', rate: 11.1 },
      { currency: 'USD', from: '2023-09-01', rate: 10.33333333 },
    ],
  ),
});

/** The same settings as the program takes them. */
export const rulesOf = ({
  lapseDays,
  stageWeights,
  acquisitionCategories,
  officeHours,
  working,
  fiscalYearStart,
}: Settings) => ({
  fiscalYearStart,
  lapseDays,
  stageWeights: new Map(Object.entries(stageWeights)),
  acquisitionCategories,
  officeHours,
  calendar: workingCalendar({ country: working === null ? null : 'SE', weekdays: [0, 1, 2, 3, 4], extra: [] }),
});

/** Those that most kinds have come more often. */
const DIMENSIONS =
  'region rep customer region rep customer product category team segment source stage plan type competitor';
/** Dates and numbers of the rows as members. */
const GROUPED =
  'month:custom:Due fiscal-year:custom:Due value:custom:Weight value:custom:Weight quarter:created week:created';
const dimension = fc
  .oneof(
    { arbitrary: fc.constantFrom(...DIMENSIONS.split(' '), 'custom:Ship Mode'), weight: 6 },
    { arbitrary: fc.constantFrom(...GROUPED.split(' ')), weight: 1 },
  )
  .map((name) => ({ dimension: name }));
const since = fc.record({
  dimension: fc.constantFrom('cohort', 'age'),
  grain: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
});
const PERIODS = [
  'all',
  '2023',
  '2023-Q3',
  '2023-09',
  '2024-02',
  '2024-03',
  '2023-W37',
  '2024-W06',
  '2023-08-15..2023-11-20',
  '2023-03..2024-01',
  'FY2024',
  'FY2024-Q2',
  'latest-month',
  'latest-quarter',
  'this-year',
  '2023-09-07',
];
const grains = (period: string): readonly string[] =>
  /-W|-\d\d$|month/.test(period) && !period.includes('..')
    ? ['day', 'week', 'month']
    : ['week', 'month', 'quarter', 'year', 'fiscal-quarter', 'fiscal-year'];

const grained = (asked: QuestionInput, at: number): QuestionInput => {
  const fitting = grains(asked.period ?? 'all');
  const fill = (ref: { readonly dimension: string }, i: number) =>
    ref.dimension === 'date' ? { ...ref, grain: fitting[(at + i) % fitting.length] ?? 'month' } : ref;
  return { ...asked, rows: (asked.rows ?? []).map(fill), columns: (asked.columns ?? []).map(fill) } as QuestionInput;
};

/** Questions about these KPIs. */
export const questions = (refs: readonly string[]): fc.Arbitrary<QuestionInput> => {
  const split = fc.oneof(
    { arbitrary: dimension, weight: 6 },
    { arbitrary: fc.constant({ dimension: 'date' }), weight: 3 },
    { arbitrary: since, weight: 2 },
  );
  const field = fc.oneof(
    { arbitrary: dimension.map((ref) => ref.dimension), weight: 6 },
    { arbitrary: since.map(fieldOf), weight: 1 },
  );
  const members = fc.record({
    dimension: field,
    op: fc.constantFrom('in' as const, 'not-in' as const),
    values: fc.uniqueArray(
      fc.constantFrom(
        null,
        'Kim',
        'Ada',
        'North',
        'Bolt',
        'Blue',
        '__proto__',
        'nobody',
        '2023',
        '2023-Q2',
        '0',
        '1',
        '2.5',
      ),
      { minLength: 1, maxLength: 4 },
    ),
  });
  const part = fc.record({
    dimension: field,
    op: fc.constantFrom('contains' as const, 'not-contains' as const, 'starts-with' as const, 'ends-with' as const),
    text: fc.constantFrom('o', 'K', 'bo', '__', 'th'),
  });
  const presence = fc.record({ dimension: field, op: fc.constantFrom('blank' as const, 'not-blank' as const) });
  const filter = fc.oneof(
    { arbitrary: members, weight: 2 },
    { arbitrary: part, weight: 1 },
    { arbitrary: presence, weight: 1 },
  );
  const asked = fc.record({
    kpis: fc.uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: 3 }),
    rows: fc.uniqueArray(split, { maxLength: 2, selector: (ref) => ref.dimension }),
    columns: fc.uniqueArray(split, { maxLength: 1, selector: (ref) => ref.dimension }),
    filters: fc.oneof(
      { arbitrary: fc.constant([]), weight: 2 },
      { arbitrary: fc.array(filter, { minLength: 1, maxLength: 2 }), weight: 1 },
    ),
    period: fc.constantFrom(...PERIODS),
    compare: fc.constantFrom('none' as const, 'previous' as const, 'last-year' as const, 'target' as const),
    top: maybe(fc.integer({ min: 1, max: 3 }), 2),
  });
  return fc
    .tuple(asked, fc.nat(5))
    .map(([{ top, ...one }, at]) => ranked(grained({ ...one, filters: [...one.filters] }, at), top));
};

export const withoutTop = (ref: DimensionRef): DimensionRef =>
  Object.fromEntries(Object.entries(ref).filter(([key]) => key !== 'top')) as DimensionRef;

/** The last row dimension with its best members, if it is one with names. */
function ranked(question: QuestionInput, n: number | null): QuestionInput {
  const rows = question.rows ?? [];
  const isNamed = n !== null && (rows.at(-1)?.dimension ?? 'date') !== 'date';
  return isNamed
    ? { ...question, rows: rows.map((ref, i) => (i === rows.length - 1 ? { ...ref, top: { n } } : ref)) }
    : question;
}

/** Without the dimensions that nothing in the world has, which a question may not ask for. */
export function askable(question: QuestionInput, known: (field: string) => boolean): QuestionInput {
  const fits = (ref: DimensionRef): boolean => ref.dimension === 'date' || known(fieldOf(ref));
  const rows = (question.rows ?? []).filter(fits);
  return {
    ...question,
    rows: rows.map((ref, i) => (i === rows.length - 1 ? ref : withoutTop(ref))),
    columns: (question.columns ?? []).filter(fits),
    filters: (question.filters ?? []).filter((one) => known(one.dimension)),
  };
}
