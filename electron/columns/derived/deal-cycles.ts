import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';
import { rowsInOrder, type OrderedRows } from './rows-in-order.ts';

/** Whole days from a deal's creation to its close; missing where either is, or it closed before it began. */
export function cycleDays(fields: Fields): DerivedColumn | null {
  const created = fields.days('deal', 'created');
  return created === null ? null : daysToClose(fields, (row) => created[row] ?? NO_DAY);
}

/** The same from the customer's latest lead that was created on or before the day the deal was. */
export function cycleFromLead(fields: Fields): DerivedColumn | null {
  const created = fields.days('deal', 'created');
  const customers = fields.codes('deal', 'customer')?.codes ?? null;
  const leads = fields.once(leadsInOrder);
  if (created === null || customers === null || leads === null) return null;
  return daysToClose(fields, (row) => latestDay(leads, customers[row] ?? 0, created[row] ?? NO_DAY));
}

function leadsInOrder(fields: Fields): OrderedRows | null {
  const customers = fields.codes('lead', 'customer');
  const days = fields.days('lead', 'created');
  return customers === null || days === null ? null : rowsInOrder(customers, days);
}

/** The key's latest day that is not after this one. */
function latestDay({ starts, days }: OrderedRows, key: number, day: number): number {
  const first = starts[key] ?? 0;
  let [low, high] = [first, starts[key + 1] ?? first];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low === first ? NO_DAY : (days[low - 1] ?? NO_DAY);
}

function daysToClose(fields: Fields, beginOf: (row: number) => number): DerivedColumn | null {
  const closed = fields.days('deal', 'closed');
  if (closed === null) return null;
  const decimals = new Float64Array(closed.length);
  for (let row = 0; row < decimals.length; row++) {
    const [begin, end] = [beginOf(row), closed[row] ?? NO_DAY];
    decimals[row] = begin === NO_DAY || end < begin ? NaN : (end - begin) * DECIMAL_SCALE;
  }
  return { type: 'decimals', decimals };
}

/** Anything but a won or lost deal without a date of close: since when it is not open nobody knows, so it never counts as open. */
export function wasOpen(fields: Fields): DerivedColumn | null {
  const statuses = fields.codes('deal', 'status')?.codes ?? null;
  const closed = fields.days('deal', 'closed');
  if (statuses === null && closed === null) return null;
  const isDone = fields.names('deal', 'status').map((name) => name === 'won' || name === 'lost');
  const flags = new Uint8Array(fields.rows('deal'));
  for (let row = 0; row < flags.length; row++) {
    const isClosedSometime = isDone[statuses?.[row] ?? 0] === true && (closed?.[row] ?? NO_DAY) === NO_DAY;
    flags[row] = Number(!isClosedSometime);
  }
  return { type: 'flags', flags };
}
