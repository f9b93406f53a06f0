import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { inBlocks } from '#engine/stoppable.ts';
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
  const customers = fields.codes('sale', 'customer_key');
  const days = fields.days('sale', 'date');
  if (customers === null || days === null) return null;
  const { codes, members } = customers;
  const first = new Int32Array(members).fill(NO_DAY);
  inBlocks(codes.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const customer = codes[row] ?? 0;
      const day = days[row] ?? NO_DAY;
      if (customer === 0 || day === NO_DAY) continue;
      const known = first[customer] ?? NO_DAY;
      if (known === NO_DAY || day < known) first[customer] = day;
    }
  });
  return first;
}
