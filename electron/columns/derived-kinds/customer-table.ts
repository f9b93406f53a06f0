import { pairNumbers } from '#engine/pair-numbers.ts';
import { NO_DAY, type KindTable } from '#engine/ports/workspace-columns.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { decimalAt } from '../decimal-at.ts';
import { customerKeys } from '../derived/customer-keys.ts';
import { eachSale } from '../derived/each-sale.ts';
import type { Fields } from '../fields.ts';
import { customerTexts } from './customer-texts.ts';
import { derivedTable } from './derived-table.ts';

/**
 * One row a customer with a sale; null without any. Purchases are sales above zero: who has none, only credit notes, has no date of one. Orders are
 * those with any of his rows, revenue is the sum of all, missing where one has no rate; texts are those of his latest purchase, else of his latest row.
 */
export function customerTable(fields: Fields): KindTable | null {
  const facts = customerFacts(fields);
  const keys = Int32Array.from(facts.latestRow.keys()).filter((key) => facts.latestRow[key] !== -1);
  if (keys.length === 0) return null;
  const latest = keys.map((key) => {
    const purchase = facts.latestPurchase[key] ?? -1;
    return purchase === -1 ? (facts.latestRow[key] ?? 0) : purchase;
  });
  const texts = customerTexts(fields, 'customer', { keys, sale: latest, subscription: null });
  const numbers = (ofKey: Float64Array): Float64Array => Float64Array.from(keys, (key) => ofKey[key] ?? 0);
  return derivedTable('customer', keys.length, texts, {
    first_purchase: { type: 'days', days: keys.map((key) => facts.first[key] ?? NO_DAY) },
    last_purchase: { type: 'days', days: keys.map((key) => facts.last[key] ?? NO_DAY) },
    orders: { type: 'decimals', decimals: numbers(facts.orders).map((count) => count * DECIMAL_SCALE) },
    revenue: { type: 'decimals', decimals: numbers(facts.revenue) },
  });
}

/** By customer key. */
interface CustomerFacts {
  /** Of purchases. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Of two rows of one day the later one; −1 for none. */
  readonly latestPurchase: Int32Array;
  readonly latestRow: Int32Array;
  readonly orders: Float64Array;
  readonly revenue: Float64Array;
}

function customerFacts(fields: Fields): CustomerFacts {
  const { members } = fields.once(customerKeys);
  const days = (): Int32Array => new Int32Array(members).fill(NO_DAY);
  const rows = (): Int32Array => new Int32Array(members).fill(-1);
  const [first, last, latestDay, latestPurchase, latestRow] = [days(), days(), days(), rows(), rows()];
  const [orders, revenue] = [new Float64Array(members), new Float64Array(members)];
  const isNew = newOrders(fields.members('sale', 'order'));
  eachSale(fields, ['order', 'amount'], (part) => {
    const own = part.fields.codes('sale', 'order')?.codes ?? null;
    const amounts = part.fields.decimals('sale', 'amount');
    const paid = part.fields.stored.table('sale')?.decimals('amount') ?? null;
    return (row, customer, day) => {
      revenue[customer] = (revenue[customer] ?? 0) + decimalAt(amounts, row);
      if (isNew(customer, own?.[row] ?? 0)) orders[customer] = (orders[customer] ?? 0) + 1;
      if (day >= (latestDay[customer] ?? NO_DAY)) {
        latestDay[customer] = day;
        latestRow[customer] = part.first + row;
      }
      if (!(decimalAt(paid, row) > 0)) return;
      const known = first[customer] ?? NO_DAY;
      if (known === NO_DAY || day < known) first[customer] = day;
      if (day < (last[customer] ?? NO_DAY)) return;
      last[customer] = day;
      latestPurchase[customer] = part.first + row;
    };
  });
  return { first, last, latestPurchase, latestRow, orders, revenue };
}

/** Whether a customer's row is of an order he was not met with before; a row without one is an order of its own. Most orders are one customer's. */
function newOrders(count: number): (customer: number, order: number) => boolean {
  const customers = new Int32Array(count);
  const others = pairNumbers();
  return (customer, order) => {
    if (order === 0) return true;
    const known = customers[order] ?? 0;
    if (known === 0) customers[order] = customer;
    if (known === 0 || known === customer) return known === 0;
    const before = others.size();
    return others.number(customer, order) === before;
  };
}
