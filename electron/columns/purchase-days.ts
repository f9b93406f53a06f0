import type { PurchaseDays } from '#engine/ports/column-queries.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { decimalAt } from './decimal-at.ts';
import { salesInOrder } from './derived/purchases.ts';
import { onlyRows, type OrderedRows } from './derived/rows-in-order.ts';
import type { Fields } from './fields.ts';

/** The sales of every customer day by day, of the selected rows alone (ascending positions; null for all). Null where no row has both a customer and a date. */
export function purchaseDays(fields: Fields, selected: Int32Array | null): PurchaseDays | null {
  const all = fields.once(salesInOrder);
  if (all === null) return null;
  const sales = selected === null ? all : onlySelected(all, selected, fields.rows('sale'));
  const amounts = fields.decimals('sale', 'amount');
  const most = sales.rows.length;
  const [keys, starts, days, sums] = [[] as number[], [0], new Int32Array(most), new Float64Array(most)];
  let count = 0;
  let unrated = 0;
  for (let key = 1; key + 1 < sales.starts.length; key++) {
    const before = count;
    const end = sales.starts[key + 1] ?? 0;
    for (let i = sales.starts[key] ?? 0; i < end; i++) {
      const amount = decimalAt(amounts, sales.rows[i] ?? 0);
      if (Number.isNaN(amount)) {
        unrated += 1;
        continue;
      }
      const day = sales.days[i] ?? NO_DAY;
      if (count === before || days[count - 1] !== day) {
        days[count] = day;
        count += 1;
      }
      sums[count - 1] = (sums[count - 1] ?? 0) + amount;
    }
    if (count === before) continue;
    keys.push(key);
    starts.push(count);
  }
  return {
    customers: Int32Array.from(keys),
    starts: Int32Array.from(starts),
    days: days.slice(0, count),
    amounts: sums.slice(0, count),
    unrated,
    nameless: (selected?.length ?? fields.rows('sale')) - most,
  };
}

function onlySelected(sales: OrderedRows, selected: Int32Array, rows: number): OrderedRows {
  const counts = new Uint8Array(rows);
  for (const row of selected) counts[row] = 1;
  return onlyRows(sales, (row) => counts[row] === 1);
}
