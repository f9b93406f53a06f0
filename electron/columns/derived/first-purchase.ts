import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

const NEVER = 2_147_483_647;

/** Flags the rows on their customer's first date in the whole workspace; missing where the customer or the date is. */
export function firstPurchase(fields: Fields): DerivedColumn | null {
  const customers = fields.codes('sale', 'customer_key');
  const days = fields.days('sale', 'date');
  if (customers === null || days === null) return null;
  const first = new Int32Array(customers.members).fill(NEVER);
  for (let row = 0; row < days.length; row++) {
    const customer = customers.codes[row] ?? 0;
    const day = days[row] ?? NO_DAY;
    if (day !== NO_DAY && day < (first[customer] ?? NEVER)) first[customer] = day;
  }
  const flags = new Uint8Array(days.length);
  for (let row = 0; row < days.length; row++) {
    const customer = customers.codes[row] ?? 0;
    const day = days[row] ?? NO_DAY;
    flags[row] = customer === 0 || day === NO_DAY ? 2 : day === first[customer] ? 1 : 0;
  }
  return { type: 'flags', flags };
}
