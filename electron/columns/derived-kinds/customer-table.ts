import { NO_DAY, type KindTable } from '#engine/ports/workspace-columns.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { decimalAt } from '../decimal-at.ts';
import { customerParts, type CustomerPart } from '../derived/customer-parts.ts';
import type { OrderedRows } from '../derived/rows-in-order.ts';
import { endToEnd } from '../end-to-end.ts';
import type { Fields } from '../fields.ts';
import { customerTexts } from './customer-texts.ts';
import { derivedTable } from './derived-table.ts';

/**
 * One row a customer with a sale; null without any. Purchases are sales above zero: who has none, only credit notes, has no date of one. Orders are
 * those with any of his rows, revenue is the sum of all, missing where one has no rate; texts are those of his latest purchase, else of his latest row.
 */
export function customerTable(fields: Fields): KindTable | null {
  const parts: CustomerFacts[] = [];
  for (const part of customerParts(fields, ['sale_key', 'amount'])) {
    const facts = factsOf(part);
    if (facts !== null) parts.push(facts);
  }
  const keys = ints(parts.map((part) => part.keys));
  if (keys.length === 0) return null;
  const texts = customerTexts(fields, 'customer', {
    keys,
    sale: ints(parts.map(({ latest }) => latest)),
    subscription: null,
  });
  return derivedTable('customer', keys.length, texts, {
    first_purchase: { type: 'days', days: ints(parts.map(({ first }) => first)) },
    last_purchase: { type: 'days', days: ints(parts.map(({ last }) => last)) },
    orders: { type: 'decimals', decimals: doubles(parts.map(({ orders }) => orders)) },
    revenue: { type: 'decimals', decimals: doubles(parts.map(({ revenue }) => revenue)) },
  });
}

const ints = (parts: readonly Int32Array[]): Int32Array => endToEnd(Int32Array, parts);
const doubles = (parts: readonly Float64Array[]): Float64Array => endToEnd(Float64Array, parts);

interface CustomerFacts {
  readonly keys: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly orders: Float64Array;
  readonly revenue: Float64Array;
  /** Row of all sales. */
  readonly latest: Int32Array;
}

function factsOf({ fields, sales, purchases: purchased, positions }: CustomerPart): CustomerFacts | null {
  const purchases = purchased();
  const orders = fields.codes('sale', 'sale_key');
  if (sales === null || purchases === null || orders === null) return null;
  const amounts = fields.decimals('sale', 'amount');
  const keys = Int32Array.from(customersIn(sales.starts));
  const [first, last] = [new Int32Array(keys.length).fill(NO_DAY), new Int32Array(keys.length).fill(NO_DAY)];
  const [count, revenue] = [new Float64Array(keys.length), new Float64Array(keys.length)];
  const stamps = new Int32Array(orders.members);
  const latest = keys.map((key, at) => {
    const rows = rowsOf(sales, key);
    for (const row of rows) {
      revenue[at] = (revenue[at] ?? 0) + decimalAt(amounts, row);
      const order = orders.codes[row] ?? 0;
      if (stamps[order] !== key) count[at] = (count[at] ?? 0) + DECIMAL_SCALE;
      stamps[order] = key;
    }
    const [from, to] = [purchases.starts[key] ?? 0, purchases.starts[key + 1] ?? 0];
    if (from === to) return rows.at(-1) ?? 0;
    first[at] = purchases.days[from] ?? NO_DAY;
    last[at] = purchases.days[to - 1] ?? NO_DAY;
    return purchases.rows[to - 1] ?? 0;
  });
  const rowOf = (row: number): number => positions?.[row] ?? row;
  return { keys, first, last, orders: count, revenue, latest: latest.map(rowOf) };
}

const rowsOf = ({ starts, rows }: OrderedRows, key: number): Int32Array => rows.subarray(starts[key], starts[key + 1]);

function customersIn(starts: Int32Array): readonly number[] {
  const keys: number[] = [];
  for (let key = 1; key + 1 < starts.length; key++) if (starts[key] !== starts[key + 1]) keys.push(key);
  return keys;
}
