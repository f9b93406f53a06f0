import { rounded } from './numbers.ts';
import { hasValues, num, text, type Row } from './rows.ts';

const TEXTS = ['customer', 'segment', 'rep', 'region', 'country', 'city', 'channel'];

/** Sales that are purchases: somebody's, and of more than nothing. */
const purchases = (sales: readonly Row[]): readonly Row[] =>
  sales.filter((row) => row['bought'] === true && row['customer_key'] !== null);
const dateOf = (row: Row): number => num(row, 'date') ?? num(row, 'start') ?? 0;
const inOrder = (rows: readonly Row[]): readonly Row[] => rows.toSorted((a, b) => dateOf(a) - dateOf(b));
const daysOf = (rows: readonly Row[]): readonly number[] => [...new Set(rows.map(dateOf))].toSorted((a, b) => a - b);

const ofCustomers = (sales: readonly Row[]): ReadonlyMap<string, readonly Row[]> =>
  Map.groupBy(sales, (row) => text(row, 'customer_key') ?? '');

/** What is said of a customer: by the latest of his rows, a sale before a subscription; of what only one of them knows, by the latest of these. */
function textsOf(rows: readonly Row[], key: string, sales: readonly Row[], subscriptions: readonly Row[]): Row {
  const [sale, held] = [rows.findLast(isSale), rows.findLast((row) => !isSale(row))];
  const said = (field: string): string | null => {
    const own = sale !== undefined && hasValues(sales, field) ? sale : null;
    const other = held !== undefined && hasValues(subscriptions, field) ? held : null;
    const row = own !== null && (other === null || dateOf(own) >= dateOf(other)) ? own : other;
    return row === null ? null : text(row, field);
  };
  const texts = Object.fromEntries(TEXTS.map((field) => [field, said(field)]));
  return { ...texts, customer_key: key, customer_id: key.startsWith('id ') ? key.slice(3) : null };
}

/** Twice the median of the days between purchases, at least thirty. */
export function lapseOf(sales: readonly Row[], lapseDays: number | null): number {
  if (lapseDays !== null) return lapseDays;
  const gaps = [...ofCustomers(purchases(sales)).values()]
    .flatMap((rows) => daysOf(rows).map((day, i, days) => day - (days[i - 1] ?? day)))
    .filter((gap) => gap > 0)
    .toSorted((a, b) => a - b);
  const [low, high] = [gaps[Math.floor((gaps.length - 1) / 2)], gaps[Math.floor(gaps.length / 2)]];
  return Math.max(30, Math.ceil((low ?? 0) + (high ?? 0)));
}

interface Stretch {
  readonly start: number;
  /** The first day it no longer stands. */
  readonly end: number | null;
  /** It ends as a subscription does: what begins on that day goes on with it. */
  readonly held: boolean;
}

/** Unbroken stretches of a customer's purchases and subscriptions. */
export function customerSpans(
  sales: readonly Row[],
  subscriptions: readonly Row[],
  lapseDays: number | null,
): readonly Row[] {
  const lapse = lapseOf(sales, lapseDays);
  const lastDay = Math.max(...sales.map(dateOf));
  const last = Math.max(lastDay, ...subscriptions.map(dateOf));
  const bought = ofCustomers(sales);
  // Since when those of a snapshot stand nobody knows.
  const held = ofCustomers(subscriptions.filter((row) => row['snapshot'] !== true));
  const keys = [...new Set([...bought.keys(), ...held.keys()])].filter((key) => key !== '');
  return keys.flatMap((key) => {
    const own = inOrder([...(bought.get(key) ?? []), ...(held.get(key) ?? [])]);
    const stretches = own.flatMap((row): Stretch[] => {
      const [start, end] = [dateOf(row), isSale(row) ? dateOf(row) + lapse + 1 : num(row, 'ended')];
      if (isSale(row))
        return row['bought'] === true ? [{ start, end: (end ?? 0) > lastDay ? null : end, held: false }] : [];
      return end === null || end > start ? [{ start, end, held: true }] : [];
    });
    return united(stretches).map(({ start, end }, i): Row => {
      const inside = own.filter((row) => dateOf(row) >= start && dateOf(row) < (end ?? Infinity) && isAlive(row));
      return {
        ...textsOf(inside, key, sales, subscriptions),
        start,
        end,
        first: i === 0,
        years: ((end ?? Math.max(last, start) + 1) - start) / 365.25,
        monthly_value: monthlyValue(inside, end, lapse),
      };
    });
  });
}

const isSale = (row: Row): boolean => row['sale_key'] !== undefined;
const isAlive = (row: Row): boolean => isSale(row) || (num(row, 'ended') ?? Infinity) > dateOf(row);

/** Sales by the months from the first purchase to a lapse after the last, and the subscriptions that stand when the span ends. */
function monthlyValue(rows: readonly Row[], end: number | null, lapse: number): number | null {
  const sales = rows.filter(isSale);
  const paid = rows.filter((row) => !isSale(row) && num(row, 'ended') === end);
  const amounts = [...sales.map((row) => num(row, 'amount')), ...paid.map((row) => num(row, 'yearly_amount'))];
  if (amounts.includes(null)) return null;
  const days = sales.filter((row) => row['bought'] === true).map(dateOf);
  // Credit notes alone, beside a subscription, are taken over one lapse.
  const stretch = days.length === 0 ? 0 : Math.max(...days) - Math.min(...days);
  const months = (stretch + lapse + 1) / (365.25 / 12);
  const scaled = (row: Row, field: string): number => Math.round((num(row, field) ?? 0) * 10_000);
  const ofSales = sales.reduce((sum, row) => sum + scaled(row, 'amount'), 0) / months;
  return rounded(ofSales + paid.reduce((sum, row) => sum + scaled(row, 'yearly_amount') / 12, 0));
}

/** One of those that overlap, and of those that touch where one is held; two stretches of purchases a lapse apart stay two. */
function united(stretches: readonly Stretch[]): readonly Stretch[] {
  const done: Stretch[] = [];
  for (const one of stretches) {
    const last = done.at(-1);
    const [until, end] = [last?.end ?? Infinity, one.end ?? Infinity];
    const isOne = one.start < until || (one.start === until && (one.held || last?.held === true));
    if (last === undefined || !isOne) done.push(one);
    else if (end >= until)
      done[done.length - 1] = { ...one, start: last.start, held: one.held || (end === until && last.held) };
  }
  return done;
}
