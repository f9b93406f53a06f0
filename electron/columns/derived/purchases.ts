import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { decimalAt } from '../decimal-at.ts';
import type { Fields } from '../fields.ts';
import { onlyRows, rowsInOrder, type OrderedRows } from './rows-in-order.ts';

/** All sales by customer key and day; null where no row has both a customer and a date. */
export function salesInOrder(fields: Fields): OrderedRows | null {
  const customers = fields.codes('sale', 'customer_key');
  const days = fields.days('sale', 'date');
  return customers === null || days === null ? null : rowsInOrder(customers, days);
}

/** Those of them with an amount above zero, in whatever currency: a credit note is no purchase. */
export function purchasesInOrder(fields: Fields): OrderedRows | null {
  const sales = fields.once(salesInOrder);
  const amounts = fields.stored.table('sale')?.decimals('amount') ?? null;
  return sales === null ? null : onlyRows(sales, (row) => decimalAt(amounts, row) > 0);
}

/** The first day of each customer by key; NO_DAY of one without a sale. */
export function firstDays(fields: Fields): Int32Array | null {
  const sales = fields.once(salesInOrder);
  if (sales === null) return null;
  const { starts, days } = sales;
  const first = new Int32Array(starts.length - 1).fill(NO_DAY);
  for (let key = 0; key < first.length; key++) {
    const at = starts[key] ?? 0;
    if (at < (starts[key + 1] ?? 0)) first[key] = days[at] ?? NO_DAY;
  }
  return first;
}
