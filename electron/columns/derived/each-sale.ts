import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { inBlocks } from '#engine/stoppable.ts';
import type { Fields, Part } from '../fields.ts';

/** Visits every sale with a customer and a date in the order of the rows; `row` is its place in its part. Whether there can be any. */
export function eachSale(
  fields: Fields,
  reads: readonly string[],
  visitIn: (part: Part) => (row: number, customer: number, day: number) => void,
): boolean {
  for (const part of fields.parts('sale', ['customer_key', 'date', ...reads])) {
    const codes = part.fields.codes('sale', 'customer_key')?.codes ?? null;
    const days = part.fields.days('sale', 'date');
    if (codes === null || days === null) return false;
    const visit = visitIn(part);
    inBlocks(codes.length, (from, to) => {
      for (let row = from; row < to; row++) {
        const customer = codes[row] ?? 0;
        const day = days[row] ?? NO_DAY;
        if (customer !== 0 && day !== NO_DAY) visit(row, customer, day);
      }
    });
  }
  return true;
}
