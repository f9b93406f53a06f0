import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { decimalAt } from '../decimal-at.ts';
import type { Fields } from '../fields.ts';
import { eachSale } from './each-sale.ts';
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

/** Visits the customer and the day of every purchase. */
export function eachPurchase(fields: Fields): (visit: (customer: number, day: number) => void) => void {
  return (visit) => {
    eachSale(fields, ['amount'], ({ fields: part }) => {
      const amounts = part.stored.table('sale')?.decimals('amount') ?? null;
      return (row, customer, day) => {
        if (decimalAt(amounts, row) > 0) visit(customer, day);
      };
    });
  };
}

/** By customer key; NO_DAY of one without a sale. */
export interface CustomerDays {
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Of all customers; the first is after the last where none has a sale. */
  readonly from: number;
  readonly to: number;
}

/** The first and the last day of each customer in the whole workspace; null where no row has both a customer and a date. */
export function customerDays(fields: Fields): CustomerDays | null {
  const count = fields.members('sale', 'customer_key');
  const [first, last] = [new Int32Array(count).fill(NO_DAY), new Int32Array(count).fill(NO_DAY)];
  const hasAny = eachSale(fields, [], () => (_, customer, day) => {
    const known = first[customer] ?? NO_DAY;
    if (known === NO_DAY || day < known) first[customer] = day;
    if (day > (last[customer] ?? NO_DAY)) last[customer] = day;
  });
  if (!hasAny) return null;
  let [from, to] = [Infinity, -Infinity];
  for (const day of first) if (day !== NO_DAY && day < from) from = day;
  for (const day of last) if (day > to) to = day;
  return { first, last, from, to };
}
