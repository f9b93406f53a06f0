import { listed } from './lists.ts';
import { derived } from './derived.ts';
import { MAIN_DATES, num, rangeOf, text, times, type Row, type Settings, type Tables, type Value } from './rows.ts';
import { day, unitOf, type Clock } from './time.ts';

export interface World {
  readonly settings: Settings;
  readonly clock: Clock;
  /** What was imported, before anything is added to it. */
  readonly stored: Tables;
  /** In one currency, with lists and derived fields; dates are days. */
  readonly tables: Tables;
}

const DATES = new Set(
  'date order_date created demo quoted expected_close closed answered converted_at start end since custom:Due'.split(
    ' ',
  ),
);
const GROUPABLE = ['custom:Due', 'custom:Weight', 'created'];
const GRAINS = ['week', 'month', 'quarter', 'fiscal-year'];
const INSTANTS = ['created', 'answered', 'converted_at'];
const MONEY: Readonly<Record<string, readonly string[]>> = {
  sale: ['amount', 'unit_price', 'discount', 'cost', 'unit_cost', 'profit'],
  deal: ['value', 'cost'],
  subscription: ['amount'],
  cost: ['amount'],
  competitor_price: ['price'],
};
const MONEY_DATES: Readonly<Record<string, readonly string[]>> = {
  sale: ['date', 'order_date'],
  deal: ['closed', 'created'],
  subscription: ['start'],
  cost: ['date'],
  competitor_price: ['date'],
};

export function worldOf(stored: Tables, settings: Settings): World {
  const kinds = Object.entries(stored).map(([kind, rows]) => [
    kind,
    (rows ?? []).map((row) => inOneCurrency(kind, withDays(row), settings)),
  ]);
  const joined = listed(Object.fromEntries(kinds) as Tables);
  const tables = withGrouped(derived(joined, stored, settings), settings);
  const { today, fiscalYearStart, working } = settings;
  return {
    settings,
    stored,
    tables,
    clock: { today: day(today), data: reachOf(tables, Object.keys(MAIN_DATES)), fiscalYearStart, working },
  };
}

/** Dates and numbers of the rows as names: a date by each of its units, a number by itself. Customers have none. */
function withGrouped(tables: Tables, { fiscalYearStart }: Settings): Tables {
  const grouped = (row: Row): Row => {
    const names = [...GROUPABLE].flatMap((field): [string, Value][] => {
      const value = num(row, field);
      if (value === null) return [];
      if (!DATES.has(field)) return [[`value:${field}`, String(value)]];
      return GRAINS.map((grain) => [`${grain}:${field}`, unitOf(value, grain, fiscalYearStart).key]);
    });
    return { ...row, ...Object.fromEntries(names) };
  };
  return Object.fromEntries(
    Object.entries(tables).map(([kind, rows]) => [kind, kind.startsWith('customer') ? rows : rows?.map(grouped)]),
  );
}

/** From the first day to the last of sales, else of the first of these kinds that has any. */
export function reachOf(tables: Tables, kinds: readonly string[]): Clock['data'] {
  for (const [kind, dates] of Object.entries(MAIN_DATES).slice(0, 8)) {
    const fields = kind === 'deal' ? dates : dates.slice(0, 1);
    const range = kinds.includes(kind) ? rangeOf(tables[kind], fields) : null;
    if (range !== null) return range;
  }
  return null;
}

function withDays(row: Row): Row {
  const read = Object.entries(row).flatMap(([field, value]): [string, Value][] => {
    if (typeof value !== 'string' || !DATES.has(field)) return [[field, value]];
    const [hour = '0', minute = '0'] = value.slice(11).split(':');
    const at = day(value);
    const minutes: [string, Value][] = INSTANTS.includes(field)
      ? [[`${field} minute`, at * 1440 + Number(hour) * 60 + Number(minute)]]
      : [];
    return [[field, at], ...minutes];
  });
  return Object.fromEntries(read);
}

/** Money in another currency by the latest rate of its day; without one there is no money, and `unrated` says which currency. */
function inOneCurrency(kind: string, row: Row, { base, rates }: Settings): Row {
  const currency = text(row, 'currency') ?? base;
  const money = MONEY[kind];
  if (currency === base || money === undefined) return row;
  const at = (MONEY_DATES[kind] ?? []).flatMap((field) => num(row, field) ?? [])[0] ?? Infinity;
  const rate = rates
    .filter((one) => one.currency === currency && day(one.from) <= at)
    .toSorted((a, b) => day(b.from) - day(a.from))[0]?.rate;
  const converted = money.flatMap((field): [string, Value][] => {
    const value = num(row, field);
    return value === null ? [] : [[field, rate === undefined ? null : times(value, rate)]];
  });
  return { ...row, ...Object.fromEntries(converted), unrated: rate === undefined ? currency : null };
}
