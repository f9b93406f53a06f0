import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { mayStopAmong } from '#engine/stoppable.ts';
import { daysOf } from '../day-blocks.ts';
import { activeDays, type ActiveDays } from '../derived/active-days.ts';
import { customerKeys } from '../derived/customer-keys.ts';
import { eachPurchase } from '../derived/purchases.ts';
import { onlyRows, rowsInOrder, type OrderedRows } from '../derived/rows-in-order.ts';
import { endToEnd } from '../end-to-end.ts';
import type { Fields } from '../fields.ts';
import { lapse } from './lapse.ts';

/** Spans by customer key, a customer's in order of time. */
export interface Spans {
  readonly count: number;
  readonly keys: Int32Array;
  readonly starts: Int32Array;
  /** The first day a span no longer stands; OPEN while it does. */
  readonly ends: Int32Array;
}

/** After every day there is. */
export const OPEN = 2_147_483_647;

/** Subscriptions by their customer's key and start, but for those of a snapshot: since when they stand nobody knows. */
export function subscriptionsInOrder(fields: Fields): OrderedRows | null {
  const customers = fields.codes('subscription', 'customer');
  const starts = fields.days('subscription', 'start');
  if (customers === null || starts === null) return null;
  const { ofName, members } = fields.once(customerKeys);
  const keyOfName = Int32Array.from({ length: customers.members }, (_, name) => ofName(name));
  const codes = Int32Array.from(customers.codes, (name) => keyOfName[name] ?? 0);
  const snapshots = fields.flags('subscription', 'snapshot');
  return onlyRows(rowsInOrder({ codes, members }, starts), (row) => snapshots?.[row] !== 1);
}

/** The last day with a sale, of whatever customer: a purchase may still come after it. NO_DAY without any. */
export function lastSaleDay(fields: Fields): number {
  let last = NO_DAY;
  for (const { fields: part } of fields.parts('sale', ['date']))
    last = Math.max(last, daysOf(part.days('sale', 'date') ?? new Int32Array(0))?.to ?? NO_DAY);
  return last;
}

/** A stretch of one kind of rows. */
interface Piece {
  from: number;
  to: number;
  isSubscribed: boolean;
}

/**
 * Purchases with gaps of at most the lapse are one stretch, which ends the lapse and a day after the last of them; a subscription is a stretch from its start to
 * its end. What overlaps is one span, and so is what touches, but for two stretches of purchases.
 * Example: lapse 30, purchases on days 0, 30 and 61: spans from 0 to 61 and from 61 on.
 */
export function spans(fields: Fields): Spans {
  const all = Array.from(activeDays(fields, eachPurchase(fields)), (purchases) => spansOf(fields, purchases));
  const [only, ...more] = all;
  if (only !== undefined && more.length === 0) return only;
  return {
    count: all.reduce((sum, { count }) => sum + count, 0),
    keys: endToEnd(
      Int32Array,
      all.map(({ keys }) => keys),
    ),
    starts: endToEnd(
      Int32Array,
      all.map(({ starts }) => starts),
    ),
    ends: endToEnd(
      Int32Array,
      all.map(({ ends }) => ends),
    ),
  };
}

function spansOf(fields: Fields, purchases: ActiveDays): Spans {
  const { from, end } = purchases;
  const subscriptions = fields.once(subscriptionsInOrder);
  const most = purchases.days.length + (subscriptions?.rows.length ?? 0);
  const [keys, starts, ends] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const next = pieces(fields, purchases, subscriptions);
  const span: Piece = { from: 0, to: 0, isSubscribed: false };
  const piece: Piece = { ...span };
  let count = 0;
  for (let key = from; key < end; key++) {
    mayStopAmong();
    let isBegun = false;
    const finish = (): void => {
      keys[count] = key;
      starts[count] = span.from;
      ends[count] = span.to;
      count += 1;
    };
    next.begin(key);
    while (next.take(piece)) {
      const isTouching = piece.from === span.to && (piece.isSubscribed || span.isSubscribed);
      if (isBegun && (piece.from < span.to || isTouching)) {
        if (piece.to > span.to || (piece.to === span.to && piece.isSubscribed)) span.isSubscribed = piece.isSubscribed;
        span.to = Math.max(span.to, piece.to);
        continue;
      }
      if (isBegun) finish();
      isBegun = true;
      Object.assign(span, piece);
    }
    if (isBegun) finish();
  }
  return {
    count,
    keys: keys.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
  };
}

/** The stretches of a customer in order of their start, subscriptions first, one at a time into the same object. */
function pieces(fields: Fields, purchases: ActiveDays, subscriptions: OrderedRows | null) {
  const { days: gap } = fields.once(lapse);
  const lastDay = fields.once(lastSaleDay);
  const ended = fields.days('subscription', 'ended');
  let [sale, lastSale, row, lastRow] = [0, 0, 0, 0];
  const { days } = purchases;
  const begins = subscriptions?.days ?? new Int32Array(0);

  const takePurchases = (piece: Piece): void => {
    piece.from = days[sale] ?? 0;
    let last = piece.from;
    for (sale += 1; sale < lastSale && (days[sale] ?? 0) - last <= gap; sale++) last = days[sale] ?? 0;
    piece.to = last + gap + 1 > lastDay ? OPEN : last + gap + 1;
    piece.isSubscribed = false;
  };
  return {
    begin: (key: number): void => {
      const at = key - purchases.from;
      [sale, lastSale] = [purchases.starts[at] ?? 0, purchases.starts[at + 1] ?? 0];
      [row, lastRow] = [subscriptions?.starts[key] ?? 0, subscriptions?.starts[key + 1] ?? 0];
    },
    take: (piece: Piece): boolean => {
      while (row < lastRow) {
        if (sale < lastSale && (days[sale] ?? 0) < (begins[row] ?? 0)) break;
        const end = ended?.[subscriptions?.rows[row] ?? 0] ?? NO_DAY;
        piece.from = begins[row] ?? 0;
        piece.to = end === NO_DAY ? OPEN : end;
        piece.isSubscribed = true;
        row += 1;
        if (piece.to > piece.from) return true;
      }
      if (sale >= lastSale) return false;
      takePurchases(piece);
      return true;
    },
  };
}
