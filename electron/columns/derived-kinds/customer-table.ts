import { NO_DAY, type KindTable } from '#engine/ports/workspace-columns.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { decimalAt } from '../decimal-at.ts';
import { purchasesInOrder, salesInOrder } from '../derived/purchases.ts';
import type { OrderedRows } from '../derived/rows-in-order.ts';
import type { Fields } from '../fields.ts';
import { customerTexts } from './customer-texts.ts';
import { derivedTable } from './derived-table.ts';

/**
 * One row a customer with a sale; null without any. Purchases are sales above zero: who has none, only credit notes, has no date of one. Orders are
 * those with any of his rows, revenue is the sum of all, missing where one has no rate; texts are those of his latest purchase, else of his latest row.
 */
export function customerTable(fields: Fields): KindTable | null {
  const sales = fields.once(salesInOrder);
  const purchases = fields.once(purchasesInOrder);
  const orders = fields.codes('sale', 'sale_key');
  if (sales === null || purchases === null || orders === null || sales.rows.length === 0) return null;
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
  const texts = customerTexts(fields, 'customer', { keys, sale: latest, subscription: null });
  return derivedTable('customer', keys.length, texts, {
    first_purchase: { type: 'days', days: first },
    last_purchase: { type: 'days', days: last },
    orders: { type: 'decimals', decimals: count },
    revenue: { type: 'decimals', decimals: revenue },
  });
}

const rowsOf = ({ starts, rows }: OrderedRows, key: number): Int32Array => rows.subarray(starts[key], starts[key + 1]);

function customersIn(starts: Int32Array): readonly number[] {
  const keys: number[] = [];
  for (let key = 1; key + 1 < starts.length; key++) if (starts[key] !== starts[key + 1]) keys.push(key);
  return keys;
}
