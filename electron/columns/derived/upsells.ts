import type { DecimalColumn } from '#engine/ports/workspace-columns.ts';
import { mayStopAmong } from '#engine/stoppable.ts';
import { decimalAt } from '../decimal-at.ts';
import type { Codes, Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';
import { purchasesInOrder, salesInOrder } from './purchases.ts';

const [NO, UPSELL, CROSS_SELL, UNKNOWN] = [0, 1, 2, 3] as const;

export const isUpsell = (fields: Fields): DerivedColumn | null => flagsOf(fields, UPSELL);
export const isCrossSell = (fields: Fields): DerivedColumn | null => flagsOf(fields, CROSS_SELL);

/** Whether no row of the workspace says of itself what it is. */
export function upsellsAreInferred(fields: Fields): boolean {
  return fields.once(saidOf) === null;
}

function flagsOf(fields: Fields, what: number): DerivedColumn | null {
  const kinds = fields.once(saidOf) ?? fields.once(inferred);
  if (kinds === null) return null;
  return { type: 'flags', flags: kinds.map((kind) => (kind === UNKNOWN ? 2 : Number(kind === what))) };
}

/** By the rows' own type; null where none says upsell or cross-sell. */
function saidOf(fields: Fields): Uint8Array | null {
  const types = fields.codes('sale', 'type')?.codes ?? null;
  const names = fields.names('sale', 'type');
  const saying = Uint8Array.from(names, (name) =>
    name === 'upsell' ? UPSELL : name === 'cross-sell' ? CROSS_SELL : NO,
  );
  if (types === null) return null;
  const said = new Uint8Array(types.length);
  let isSaid = false;
  for (let row = 0; row < said.length; row++) {
    const kind = saying[types[row] ?? 0] ?? NO;
    said[row] = kind;
    isSaid ||= kind !== NO;
  }
  return isSaid ? said : null;
}

/**
 * A customer's orders in order of time, rows of one order and day together: of a category he has bought, more than in the last order with it
 * is an upsell, all of it; a category new to him in any order but his first is a cross-sell. Credit notes are neither.
 */
function inferred(fields: Fields): Uint8Array | null {
  const sales = fields.once(salesInOrder);
  const purchases = fields.once(purchasesInOrder);
  const categories = fields.codes('sale', 'category');
  const amounts = fields.decimals('sale', 'amount');
  const orders = fields.codes('sale', 'sale_key')?.codes ?? null;
  if (sales === null || purchases === null || categories === null || amounts === null || orders === null) return null;
  const kinds = new Uint8Array(fields.rows('sale')).fill(UNKNOWN);
  for (const row of sales.rows) kinds[row] = NO;
  const judge = judgeOf(kinds, categories, amounts);
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
  return kinds;
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
