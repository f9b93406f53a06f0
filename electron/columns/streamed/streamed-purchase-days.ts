import type { PurchaseDays, RowFilter } from '#engine/ports/column-queries.ts';
import { decimalAt } from '../decimal-at.ts';
import { activeDays, type ActiveDays } from '../derived/active-days.ts';
import { eachSale } from '../derived/each-sale.ts';
import { customerDays } from '../derived/purchases.ts';
import { endToEnd } from '../end-to-end.ts';
import { rowMasks } from '../row-mask.ts';
import { selectionOf } from '../selection.ts';
import { fieldsOfFilters } from './streamable.ts';
import type { FieldsWithUnited } from '../united-codes.ts';

/** As `purchaseDays` has it, of the rows that pass the filters. */
export function streamedPurchaseDays(fields: FieldsWithUnited, filters: readonly RowFilter[]): PurchaseDays | null {
  let [passing, named, unrated] = [0, 0, 0];
  const reads = ['amount', ...fieldsOfFilters(filters)];
  /** Every row that passes, with its amount. */
  const each = (visit: (customer: number, day: number, amount: number) => void): void => {
    [passing, named, unrated] = [0, 0, 0];
    eachSale(fields, reads, ({ fields: part }) => {
      const own = fields.over(part);
      const chosen = selectionOf(own, rowMasks(own), 'sale', filters);
      const passes = chosen === null ? null : new Uint8Array(part.rows('sale'));
      if (passes !== null) for (const row of chosen ?? []) passes[row] = 1;
      passing += chosen?.length ?? part.rows('sale');
      const amounts = part.decimals('sale', 'amount');
      return (row, customer, day) => {
        if (passes !== null && passes[row] !== 1) return;
        named += 1;
        const amount = decimalAt(amounts, row);
        if (Number.isNaN(amount)) unrated += 1;
        else visit(customer, day, amount);
      };
    });
  };
  if (fields.once(customerDays) === null) return null;
  const found = Array.from(activeDays(fields, each), (part) => {
    // Without the bits of the part, which are many.
    const { from, end, starts, days } = part;
    return { from, end, starts, days, amounts: amountsOf(part, each) };
  });
  const [customers, starts]: [number[], number[]] = [[], [0]];
  for (const part of found) {
    const before = starts.at(-1) ?? 0;
    for (let key = part.from; key < part.end; key++) {
      const end = before + (part.starts[key - part.from + 1] ?? 0);
      if (end === starts.at(-1)) continue;
      customers.push(key);
      starts.push(end);
    }
  }
  return {
    customers: Int32Array.from(customers),
    starts: Int32Array.from(starts),
    days: endToEnd(
      Int32Array,
      found.map(({ days }) => days),
    ),
    amounts: endToEnd(
      Float64Array,
      found.map(({ amounts }) => amounts),
    ),
    unrated,
    nameless: passing - named,
  };
}

/** What was bought on each of the days. */
function amountsOf(
  { from, end, days, placeOf }: ActiveDays,
  each: (visit: (customer: number, day: number, amount: number) => void) => void,
): Float64Array {
  const amounts = new Float64Array(days.length);
  each((customer, day, amount) => {
    if (customer < from || customer >= end) return;
    const place = placeOf(customer, day);
    amounts[place] = (amounts[place] ?? 0) + amount;
  });
  return amounts;
}
