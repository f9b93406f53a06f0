import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { mayStopAmong } from '#engine/stoppable.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { decimalAt } from '../decimal-at.ts';
import { customerKeys } from '../derived/customer-keys.ts';
import { eachSale } from '../derived/each-sale.ts';
import type { OrderedRows } from '../derived/rows-in-order.ts';
import type { Fields } from '../fields.ts';
import { roundedAway } from '../rounded-away.ts';
import { lapse } from './lapse.ts';
import { lastSaleDay, OPEN, spans, subscriptionsInOrder, type Spans } from './spans.ts';

const DAYS_A_YEAR = 365.25;
const DAYS_A_MONTH = DAYS_A_YEAR / 12;

/** What lies inside each span. */
export interface SpanFacts {
  /** Latest rows, −1 for none. */
  readonly latestSale: Int32Array;
  readonly latestSubscription: Int32Array;
  /** Ten-thousandths a month. */
  readonly monthlyValue: Float64Array;
  /** Ten-thousandths of years, not rounded. */
  readonly years: Float64Array;
}

/**
 * The value of a month is the sum of the span's sales by the months from its first purchase to a lapse after its last one, and a twelfth of the yearly amounts of the
 * subscriptions that stand when the span ends or, if it is open, have no end; missing where an amount has no rate or interval. The years of an open span reach to the last day that a sale or a subscription begins.
 */
export function spanFacts(fields: Fields): SpanFacts {
  const all = fields.once(spans);
  const { count, starts, ends } = all;
  const latestSale = new Int32Array(count).fill(-1);
  const latestSubscription = new Int32Array(count).fill(-1);
  const monthlyValue = new Float64Array(count);
  const { days: gap } = fields.once(lapse);
  const firstPurchase = new Int32Array(count).fill(NO_DAY);
  const lastPurchase = new Int32Array(count).fill(NO_DAY);
  const latestDay = new Int32Array(count).fill(NO_DAY);
  const spanOf = spanLookUp(all, fields.once(customerKeys).members);
  eachSale(fields, ['amount'], ({ fields: part, first }) => {
    const amounts = part.decimals('sale', 'amount');
    return (row, customer, day) => {
      const span = spanOf(customer, day);
      if (span < 0) return;
      if (day >= (latestDay[span] ?? NO_DAY)) [latestDay[span], latestSale[span]] = [day, first + row];
      const amount = decimalAt(amounts, row);
      monthlyValue[span] = (monthlyValue[span] ?? 0) + amount;
      if (amount <= 0) return;
      const known = firstPurchase[span] ?? NO_DAY;
      if (known === NO_DAY || day < known) firstPurchase[span] = day;
      if (day > (lastPurchase[span] ?? NO_DAY)) lastPurchase[span] = day;
    };
  });
  for (let span = 0; span < count; span++) {
    const days = (lastPurchase[span] ?? 0) + gap + 1 - (firstPurchase[span] ?? 0);
    monthlyValue[span] = ((monthlyValue[span] ?? 0) * DAYS_A_MONTH) / days;
  }
  const yearly = fields.decimals('subscription', 'yearly_amount');
  const ended = fields.days('subscription', 'ended');
  eachRow(all, fields.once(subscriptionsInOrder), (span, row, day) => {
    const end = ended?.[row] ?? NO_DAY;
    const until = end === NO_DAY ? OPEN : end;
    if (until <= day) return;
    latestSubscription[span] = row;
    if (until === ends[span]) monthlyValue[span] = (monthlyValue[span] ?? 0) + decimalAt(yearly, row) / 12;
  });
  const lastDay = lastDayOf(fields);
  const years = Float64Array.from(starts, (start, span) => {
    const known = ends[span] ?? OPEN;
    const end = known === OPEN ? Math.max(lastDay, start) + 1 : known;
    return ((end - start) / DAYS_A_YEAR) * DECIMAL_SCALE;
  });
  return { latestSale, latestSubscription, monthlyValue: monthlyValue.map(roundedAway), years };
}

/** The span of a customer that a day lies in; −1 for none. */
function spanLookUp({ count, keys, starts, ends }: Spans, members: number): (customer: number, day: number) => number {
  const firsts = new Int32Array(members + 1).fill(count);
  for (let span = count - 1; span >= 0; span--) firsts[keys[span] ?? 0] = span;
  for (let key = members - 1; key >= 0; key--) firsts[key] = Math.min(firsts[key] ?? 0, firsts[key + 1] ?? 0);
  return (customer, day) => {
    const end = firsts[customer + 1] ?? 0;
    for (let span = firsts[customer] ?? 0; span < end; span++)
      if (day < (ends[span] ?? OPEN)) return day < (starts[span] ?? 0) ? -1 : span;
    return -1;
  };
}

/** Every row that lies in a span of its customer, with the span. */
function eachRow(
  { count, keys, starts, ends }: Spans,
  ordered: OrderedRows | null,
  visit: (span: number, row: number, day: number) => void,
): void {
  if (ordered === null) return;
  let at = 0;
  for (let span = 0; span < count; span++) {
    mayStopAmong();
    const key = keys[span] ?? 0;
    at = Math.max(at, ordered.starts[key] ?? 0);
    const last = ordered.starts[key + 1] ?? 0;
    for (; at < last; at++) {
      const day = ordered.days[at] ?? 0;
      if (day >= (ends[span] ?? OPEN)) break;
      if (day >= (starts[span] ?? 0)) visit(span, ordered.rows[at] ?? 0, day);
    }
  }
}

function lastDayOf(fields: Fields): number {
  let last = fields.once(lastSaleDay);
  for (const day of fields.days('subscription', 'start') ?? []) if (day > last) last = day;
  return last;
}
