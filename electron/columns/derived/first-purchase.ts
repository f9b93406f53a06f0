import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';
import { customerDays } from './purchases.ts';

/** Flags the rows on their customer's first date in the whole workspace; missing where the customer or the date is. */
export function firstPurchase(fields: Fields): DerivedColumn | null {
  const customers = fields.codes('sale', 'customer_key');
  const days = fields.days('sale', 'date');
  const first = fields.once(customerDays)?.first ?? null;
  if (customers === null || days === null || first === null) return null;
  const flags = new Uint8Array(days.length);
  for (let row = 0; row < days.length; row++) {
    const customer = customers.codes[row] ?? 0;
    const day = days[row] ?? NO_DAY;
    flags[row] = customer === 0 || day === NO_DAY ? 2 : day === first[customer] ? 1 : 0;
  }
  return { type: 'flags', flags };
}
