import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { DATED_KINDS, MAIN_DATES } from '#shared/record-kinds.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';
import { rowsInOrder } from './rows-in-order.ts';

/** The day a competitor's price is from; one without a date is from the first day of all data. */
export function validFrom(fields: Fields): DerivedColumn {
  return { type: 'days', days: pricesFrom(fields) };
}

/** The day of the next price of the same product and competitor, from which this one no longer holds; of two of one day the later row holds. */
export function validTo(fields: Fields): DerivedColumn | null {
  const days = fields.once(pricesTo);
  return days === null ? null : { type: 'days', days: fields.picked(days) };
}

function pricesTo(fields: Fields): Int32Array | null {
  const products = fields.codes('competitor_price', 'product');
  const competitors = fields.codes('competitor_price', 'competitor');
  if (products === null || competitors === null) return null;
  const pairs = new Map<number, number>();
  const codes = Int32Array.from(products.codes, (product, row) => {
    const pair = product * competitors.members + (competitors.codes[row] ?? 0);
    const known = pairs.get(pair) ?? pairs.size + 1;
    pairs.set(pair, known);
    return known;
  });
  const ordered = rowsInOrder({ codes, members: pairs.size + 1 }, pricesFrom(fields));
  const days = new Int32Array(codes.length).fill(NO_DAY);
  for (let pair = 1; pair <= pairs.size; pair++) {
    const end = ordered.starts[pair + 1] ?? 0;
    for (let i = ordered.starts[pair] ?? 0; i + 1 < end; i++)
      days[ordered.rows[i] ?? 0] = ordered.days[i + 1] ?? NO_DAY;
  }
  return days;
}

function pricesFrom(fields: Fields): Int32Array {
  const dates = fields.days('competitor_price', 'date');
  const first = fields.once(firstDay);
  return Int32Array.from({ length: fields.rows('competitor_price') }, (_, row) => {
    const day = dates?.[row] ?? NO_DAY;
    return day === NO_DAY ? first : day;
  });
}

/** The earliest day on which anything happened; the first of 1970 where nothing has a date. */
function firstDay(fields: Fields): number {
  let first = Infinity;
  for (const kind of DATED_KINDS)
    for (const date of MAIN_DATES[kind])
      for (const { fields: part } of fields.parts(kind, [date]))
        for (const day of part.days(kind, date) ?? []) if (day !== NO_DAY && day < first) first = day;
  return first === Infinity ? 0 : first;
}
