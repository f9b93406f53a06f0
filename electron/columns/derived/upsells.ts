import type { CodeColumn, DecimalColumn } from '#engine/ports/workspace-columns.ts';
import { mayStopAmong } from '#engine/stoppable.ts';
import { decimalAt } from '../decimal-at.ts';
import type { Codes, Fields } from '../fields.ts';
import { customerParts } from './customer-parts.ts';
import type { DerivedColumn } from './derived-column.ts';
import type { OrderedRows } from './rows-in-order.ts';

const [NO, UPSELL, CROSS_SELL, UNKNOWN] = [0, 1, 2, 3] as const;

export const isUpsell = (fields: Fields): DerivedColumn | null => flagsOf(fields, UPSELL);
export const isCrossSell = (fields: Fields): DerivedColumn | null => flagsOf(fields, CROSS_SELL);

/** Whether no row of the workspace says of itself what it is. */
export function upsellsAreInferred(fields: Fields): boolean {
  const saying = sayingOf(fields);
  for (const { fields: part } of fields.parts('sale', ['type']))
    if (part.codes('sale', 'type')?.codes.some((code) => saying[code] !== NO) === true) return false;
  return true;
}

function flagsOf(fields: Fields, what: number): DerivedColumn | null {
  const all = fields.once(upsellsAreInferred) ? fields.once(inferred) : null;
  const kinds = all === null ? saidOf(fields) : fields.picked(all);
  if (kinds === null) return null;
  return { type: 'flags', flags: kinds.map((kind) => (kind === UNKNOWN ? 2 : Number(kind === what))) };
}

/** By code of a row's own type. */
const sayingOf = (fields: Fields): Uint8Array =>
  Uint8Array.from(fields.names('sale', 'type'), (name) =>
    name === 'upsell' ? UPSELL : name === 'cross-sell' ? CROSS_SELL : NO,
  );

/** By the rows' own type; null where none says upsell or cross-sell. */
function saidOf(fields: Fields): Uint8Array | null {
  const types = fields.codes('sale', 'type')?.codes ?? null;
  if (types === null || fields.once(upsellsAreInferred)) return null;
  const saying = sayingOf(fields);
  const said = new Uint8Array(types.length);
  for (let row = 0; row < said.length; row++) said[row] = saying[types[row] ?? 0] ?? NO;
  return said;
}

/**
 * A customer's orders in order of time, rows of one order and day together: of a category he has bought, more than in the last order with it
 * is an upsell, all of it; a category new to him in any order but his first is a cross-sell. Credit notes are neither. A byte a row of all.
 */
function inferred(fields: Fields): Uint8Array | null {
  const kinds = new Uint8Array(fields.rows('sale')).fill(UNKNOWN);
  for (const part of customerParts(fields, ['category', 'amount', 'sale_key'])) {
    const { sales } = part;
    const categories = part.fields.codes('sale', 'category');
    const amounts = part.fields.decimals('sale', 'amount');
    const orders = part.fields.codes('sale', 'sale_key')?.codes ?? null;
    if (sales === null || categories === null || amounts === null || orders === null) return null;
    const own = part.positions === null ? kinds : new Uint8Array(part.positions.length).fill(UNKNOWN);
    for (const row of sales.rows) own[row] = NO;
    judgeOrders(part.purchases(), orders, judgeOf(own, categories, amounts));
    part.positions?.forEach((position, row) => (kinds[position] = own[row] ?? UNKNOWN));
  }
  return kinds;
}

type Judge = ReturnType<typeof judgeOf>;

function judgeOrders(purchases: OrderedRows | null, orders: CodeColumn, judge: Judge): void {
  if (purchases === null) return;
  const { starts, rows, days } = purchases;
  for (let key = 1; key + 1 < starts.length; key++) {
    mayStopAmong();
    let [at, isFirst] = [starts[key] ?? 0, true];
    const end = starts[key + 1] ?? 0;
    while (at < end) {
      const from = at;
      const order = orders[rows[at] ?? 0];
      let isOneOrder = true;
      for (at += 1; at < end && days[at] === days[from]; at++) isOneOrder &&= orders[rows[at] ?? 0] === order;
      if (isOneOrder) judge(rows, from, at, key, isFirst);
      else
        for (const own of Map.groupBy(rows.subarray(from, at), (row) => orders[row]).values()) {
          judge(own, 0, own.length, key, isFirst);
          isFirst = false;
        }
      isFirst = false;
    }
  }
}

/** Judges the rows of one order after another, `from` to before `to`; what a customer has bought is forgotten at the next customer. */
function judgeOf(kinds: Uint8Array, { codes, members }: Codes, amounts: DecimalColumn) {
  const customers = new Int32Array(members);
  const last = new Float64Array(members);
  const sums = new Float64Array(members);
  return (rows: ArrayLike<number>, from: number, to: number, customer: number, isFirst: boolean): void => {
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? 0;
      const category = codes[row] ?? 0;
      sums[category] = (sums[category] ?? 0) + decimalAt(amounts, row);
    }
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? 0;
      const category = codes[row] ?? 0;
      const sum = sums[category] ?? 0;
      if (isFirst) kinds[row] = NO;
      else if (category === 0 || sum !== sum) kinds[row] = UNKNOWN;
      else if (customers[category] !== customer) kinds[row] = CROSS_SELL;
      else kinds[row] = sum > (last[category] ?? 0) ? UPSELL : NO;
    }
    for (let i = from; i < to; i++) {
      const category = codes[rows[i] ?? 0] ?? 0;
      if (category === 0) continue;
      customers[category] = customer;
      last[category] = sums[category] ?? 0;
    }
    for (let i = from; i < to; i++) sums[codes[rows[i] ?? 0] ?? 0] = 0;
  };
}
