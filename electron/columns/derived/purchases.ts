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
  return sales === null ? null : purchasesAmong(fields, sales);
}

export function purchasesAmong(fields: Fields, sales: OrderedRows): OrderedRows {
  const amounts = fields.stored.table('sale')?.decimals('amount') ?? null;
  return onlyRows(sales, (row) => decimalAt(amounts, row) > 0);
}

/** By customer key; NO_DAY of one without a sale. */
export interface CustomerDays {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** The first and the last day of each customer in the whole workspace; null where no row has both a customer and a date. */
export function customerDays(fields: Fields): CustomerDays | null {
  const count = fields.members('sale', 'customer_key');
  const [first, last] = [new Int32Array(count).fill(NO_DAY), new Int32Array(count).fill(NO_DAY)];
  for (const { fields: part } of fields.parts('sale', ['customer_key', 'date'])) {
    const codes = part.codes('sale', 'customer_key')?.codes ?? null;
    const days = part.days('sale', 'date');
    if (codes === null || days === null) return null;
    inBlocks(codes.length, (from, to) => {
      for (let row = from; row < to; row++) {
        const customer = codes[row] ?? 0;
        const day = days[row] ?? NO_DAY;
        if (customer === 0 || day === NO_DAY) continue;
        const known = first[customer] ?? NO_DAY;
        if (known === NO_DAY || day < known) first[customer] = day;
        if (day > (last[customer] ?? NO_DAY)) last[customer] = day;
      }
    });
  }
  return { first, last };
}
