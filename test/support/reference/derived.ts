import { addMonths, countDays, iso, unitOf } from './time.ts';
import { num, present, text, rangeOf, times, MAIN_DATES, type Row, type Settings, type Tables } from './rows.ts';
import { rounded } from './numbers.ts';
import { customerSpans } from './spans.ts';

/** The fields and kinds that are worked out of others, each for every row on its own. */
export function derived(joined: Tables, stored: Tables, settings: Settings): Tables {
  const sale = salesOf(joined, stored);
  const lead = (joined['lead'] ?? []).map((row) => ({ ...row, ...answerHours(row, settings) }));
  const deal = (joined['deal'] ?? []).map((row) => ({ ...row, ...dealFields(row, lead, settings) }));
  const activity = (joined['activity'] ?? []).map((row) => ({
    ...row,
    count_or_one: num(row, 'count') ?? 1,
    deal_won: deal.findLast((one) => present(row, 'deal') && one['id'] === row['deal'])?.['status'] === 'won',
  }));
  const subscription = subscriptionsOf(joined['subscription'] ?? []);
  const target = (joined['target'] ?? []).map((row, i) => ({
    ...row,
    ...targetFields(row, stored['target']?.[i] ?? {}),
  }));
  const dated = { ...joined, sale, lead, deal, activity, subscription, target };
  const tables = { ...dated, competitor_price: pricesOf(dated) };
  return {
    ...tables,
    customer_span: customerSpans(
      sale,
      subscription.map((row) => ({ ...row, customer_key: customerKey(row, sale) })),
      settings.lapseDays,
    ),
  };
}

/** Id, else the one id seen with the name, else the name. */
export function customerKey(row: Row, sales: readonly Row[]): string | null {
  const [id, name] = [text(row, 'customer_id'), text(row, 'customer')];
  if (id !== null) return `id ${id}`;
  if (name === null) return null;
  const ids = new Set(sales.flatMap((one) => (text(one, 'customer') === name ? (text(one, 'customer_id') ?? []) : [])));
  return ids.size === 1 ? `id ${[...ids].join('')}` : `name ${name}`;
}

function salesOf({ sale = [] }: Tables, stored: Tables): readonly Row[] {
  const raw = stored['sale'] ?? [];
  const keyed = sale.map((row, i): Row => ({
    ...row,
    customer_key: customerKey(row, sale),
    sale_key: text(row, 'order') ?? `row ${String(i)}`,
    bought: (num(raw[i] ?? {}, 'amount') ?? 0) > 0,
  }));
  const said = keyed.some((row) => row['type'] === 'upsell' || row['type'] === 'cross-sell');
  return keyed.map((row) => {
    const [key, date] = [text(row, 'customer_key'), num(row, 'date') ?? 0];
    const first = Math.min(...keyed.flatMap((one) => (one['customer_key'] === key ? (num(one, 'date') ?? []) : [])));
    const kind = said ? (text(row, 'type') ?? '') : inferredKind(row, keyed);
    return {
      ...row,
      first_purchase: key === null ? null : first === date,
      ...(key === null ? {} : cohortsOf(first, num(row, 'date'))),
      discount_given: discountGiven(row),
      discount_rate: discountRate(row),
      is_upsell: kind === null ? null : kind === 'upsell',
      is_cross_sell: kind === null ? null : kind === 'cross-sell',
    };
  });
}

/** The month, quarter and year of a customer's first row, and how many of them a row lies after that. */
function cohortsOf(first: number, date: number | null): Row {
  const months = (at: number): number => Number(iso(at).slice(0, 4)) * 12 + Number(iso(at).slice(5, 7)) - 1;
  const fields = [['month', 1] as const, ['quarter', 3] as const, ['year', 12] as const].map(([grain, n]) => ({
    [`cohort:${grain}`]: unitOf(first, grain, 1).key,
    [`age:${grain}`]: date === null ? null : String(Math.floor(months(date) / n) - Math.floor(months(first) / n)),
  }));
  return Object.assign({}, ...fields) as Row;
}

function discountGiven(row: Row): number | null {
  const [amount, discount, share] = [num(row, 'amount'), num(row, 'discount'), num(row, 'discount_share')];
  if (discount !== null || amount === null || share === null) return discount;
  return share === 1
    ? null
    : rounded((Math.round(amount * 1e4) * Math.round(share * 1e4)) / (1e4 - Math.round(share * 1e4)));
}

function discountRate(row: Row): number | null {
  const [amount, discount, share] = [num(row, 'amount'), num(row, 'discount'), num(row, 'discount_share')];
  if (share !== null || amount === null || discount === null) return share;
  return Math.round((amount + discount) * 1e4) === 0
    ? null
    : rounded((Math.round(discount * 1e4) * 1e4) / Math.round((amount + discount) * 1e4));
}

/** More of a category than the customer's last order of it is upsell, a category new to him after his first order cross-sell. */
function inferredKind(row: Row, sales: readonly Row[]): string | null {
  const [key, category] = [text(row, 'customer_key'), text(row, 'category')];
  if (key === null || category === null) return null;
  if (row['bought'] !== true) return '';
  const own = sales.flatMap((one, at) => (one['bought'] === true && one['customer_key'] === key ? [{ one, at }] : []));
  const orders: { readonly date: number; readonly order: string; readonly rows: Row[] }[] = [];
  for (const { one } of own.toSorted((a, b) => (num(a.one, 'date') ?? 0) - (num(b.one, 'date') ?? 0) || a.at - b.at)) {
    const [date, order] = [num(one, 'date') ?? 0, text(one, 'sale_key') ?? ''];
    const known = orders.find((other) => other.date === date && other.order === order);
    if (known === undefined) orders.push({ date, order, rows: [one] });
    else known.rows.push(one);
  }
  const here = orders.findIndex(({ rows }) => rows.includes(row));
  const amountOf = (rows: readonly Row[]): number | null => {
    const same = rows.filter((one) => one['category'] === category).map((one) => num(one, 'amount'));
    return same.includes(null) ? null : same.reduce<number>((sum, value) => sum + Math.round((value ?? 0) * 1e4), 0);
  };
  const earlier = orders.slice(0, here);
  const last = earlier.findLast(({ rows }) => rows.some((one) => one['category'] === category));
  const amount = amountOf(orders[here]?.rows ?? []);
  if (amount === null) return null;
  if (earlier.length === 0) return '';
  if (last === undefined) return 'cross-sell';
  return amount > (amountOf(last.rows) ?? Infinity) ? 'upsell' : '';
}

const days = (row: Row, from: string, to: string): number | null => {
  const [a, b] = [num(row, from), num(row, to)];
  return a === null || b === null || b < a ? null : b - a;
};

function dealFields(row: Row, leads: readonly Row[], { stageWeights }: Settings): Row {
  const value = num(row, 'value');
  const stage = text(row, 'stage')?.toLowerCase();
  const weight = Object.entries(stageWeights).find(([name]) => name.toLowerCase() === stage)?.[1] ?? null;
  const isDone = row['status'] === 'won' || row['status'] === 'lost';
  const worth = (chance: number | null): number | null =>
    isDone || value === null || chance === null ? null : times(value, chance);
  const created = num(row, 'created');
  const before = leads.flatMap((lead) => {
    const at = num(lead, 'created');
    const same = text(lead, 'customer') !== null && lead['customer'] === row['customer'];
    return same && at !== null && created !== null && at <= created ? [at] : [];
  });
  const closed = num(row, 'closed');
  return {
    weighted_value: worth(num(row, 'probability') ?? weight),
    stage_weighted_value: worth(weight),
    cycle_days: days(row, 'created', 'closed'),
    cycle_from_lead: days({ lead: before.length === 0 ? null : Math.max(...before), closed }, 'lead', 'closed'),
    was_open: !(isDone && closed === null),
  };
}

function answerHours(row: Row, { officeHours, working }: Settings): Row {
  const [from, to] = [num(row, 'created minute'), num(row, 'answered minute')];
  if (from === null || to === null || to < from) return { answer_hours: null, answer_office_hours: null };
  let open = 0;
  for (let at = Math.floor(from / 1440); at <= Math.floor(to / 1440); at++) {
    const [opens, closes] = [at * 1440 + officeHours.from, at * 1440 + officeHours.to];
    if (countDays(at, at, working) > 0) open += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
  }
  return { answer_hours: (to - from) / 60, answer_office_hours: open / 60 };
}

const TIMES_A_YEAR: Readonly<Record<string, number>> = {
  day: 365.25,
  week: 365.25 / 7,
  month: 12,
  quarter: 4,
  year: 1,
};

function yearlyAmount(row: Row): number | null {
  const [amount, interval] = [num(row, 'amount'), text(row, 'interval') ?? 'month'];
  const months = Number(/^(\d+) months?$/.exec(interval)?.[1] ?? 0);
  const times = months > 0 ? 12 / months : TIMES_A_YEAR[interval];
  return amount === null || times === undefined ? null : rounded(Math.round(amount * 10_000) * times);
}

/**
 * A row goes on with one that ended on the day it starts or the day before: of its number, else of its customer where it calls
 * itself an upgrade or a downgrade. The two are one subscription, and the first ends where the second starts.
 */
function subscriptionsOf(rows: readonly Row[]): readonly Row[] {
  const inTime = rows.toSorted((a, b) => (num(a, 'start') ?? 0) - (num(b, 'start') ?? 0));
  const next = new Map<Row, Row>();
  const before = new Map<Row, Row>();
  const link = (later: Row, field: string): void => {
    const start = num(later, 'start') ?? 0;
    const mayGoOn = (one: Row, end: number): boolean =>
      one !== later &&
      text(one, field) !== null &&
      one[field] === later[field] &&
      one['end'] === end &&
      !next.has(one) &&
      (num(one, 'start') ?? Infinity) < start;
    const earlier = inTime.find((one) => mayGoOn(one, start)) ?? inTime.find((one) => mayGoOn(one, start - 1));
    if (before.has(later) || earlier === undefined) return;
    next.set(earlier, later);
    before.set(later, earlier);
  };
  for (const row of inTime) link(row, 'id');
  for (const row of inTime) if (row['type'] === 'upgrade' || row['type'] === 'downgrade') link(row, 'customer');
  const first = (row: Row): Row => {
    const earlier = before.get(row);
    return earlier === undefined ? row : first(earlier);
  };
  const tenures = rows.filter((row) => present(row, 'tenure_months'));
  const isSnapshot = new Set(tenures.map((row) => num(row, 'start'))).size === 1;
  return rows.map((row) => ({
    ...row,
    yearly_amount: yearlyAmount(row),
    ended: num(next.get(row) ?? {}, 'start') ?? num(row, 'end'),
    subscription_key: text(first(row), 'id') ?? `row ${String(rows.indexOf(first(row)))}`,
    snapshot: isSnapshot && present(row, 'tenure_months'),
  }));
}

/** The most days of a target for a day, a week, a month, a quarter; longer ones are for years. */
const LENGTHS = [1, 7, 31, 92, Infinity];
const LEVELS = ['rep', 'team', 'region', 'product', 'category'];
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

function targetFields(row: Row, own: Row): Row {
  const start = num(row, 'start') ?? 0;
  const months = MONTHS[text(row, 'grain') ?? ''];
  const until = num(row, 'end') ?? (months === undefined ? unitOf(start, 'month', 1).to : addMonths(start, months) - 1);
  const named = LEVELS.filter((field) => present(own, field));
  return {
    target_kpi: text(row, 'kpi') ?? 'revenue',
    until_day: until < start ? null : until,
    level: named.length === 0 ? 'all' : named.join(' '),
    length: String(LENGTHS.find((days) => until - start < days)),
  };
}

/** A price holds until the same product's next one of the same competitor; one without a date is from the first day of all. */
function pricesOf(tables: Tables): readonly Row[] {
  const all = Object.entries(MAIN_DATES).map(([kind, fields]) => rangeOf(tables[kind], fields)?.from ?? Infinity);
  const first = Math.min(...all);
  const rows = tables['competitor_price'] ?? [];
  const from = (row: Row): number => num(row, 'date') ?? (first === Infinity ? 0 : first);
  return rows.map((row, i) => {
    const later = rows.filter((one, at) => {
      const isSame = one['product'] === row['product'] && one['competitor'] === row['competitor'];
      return isSame && (from(one) > from(row) || (from(one) === from(row) && at > i));
    });
    return { ...row, valid_from: from(row), valid_to: later.length === 0 ? null : Math.min(...later.map(from)) };
  });
}
