import type { PurchaseDays, RowFilter } from '#engine/ports/column-queries.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { decimalAt } from './decimal-at.ts';
import { customerParts } from './derived/customer-parts.ts';
import { onlyRows, type OrderedRows } from './derived/rows-in-order.ts';
import { endToEnd } from './end-to-end.ts';
import type { Fields } from './fields.ts';
import { rowMasks } from './row-mask.ts';
import { selectionOf } from './selection.ts';
import { countPassing } from './streamed/each-block.ts';
import { fieldsOfFilters } from './streamed/streamable.ts';
import type { FieldsWithUnited } from './united-codes.ts';

/** The sales of every customer day by day, of those alone that pass the filters; `selected` has them by their positions (null for all). Null where no row has both a customer and a date. */
export function purchaseDays(
  fields: FieldsWithUnited,
  filters: readonly RowFilter[],
  selected: () => Int32Array | null,
): PurchaseDays | null {
  const found: FoundDays[] = [];
  let [passing, isWhole] = [0, false];
  for (const part of customerParts(fields, ['amount', ...fieldsOfFilters(filters)])) {
    if (part.sales === null) return null;
    isWhole = part.positions === null;
    const own = isWhole ? selected() : selectedIn(fields.over(part.fields), filters);
    if (isWhole) passing = own?.length ?? fields.rows('sale');
    found.push(
      daysIn(part.fields, own === null ? part.sales : onlySelected(part.sales, own, part.fields.rows('sale'))),
    );
  }
  if (!isWhole) passing = countPassing(fields, 'sale', filters);
  const starts = [0];
  for (const { ends } of found) {
    const before = starts.at(-1) ?? 0;
    for (const end of ends) starts.push(before + end);
  }
  return {
    customers: endToEnd(
      Int32Array,
      found.map(({ customers }) => customers),
    ),
    starts: Int32Array.from(starts),
    days: endToEnd(
      Int32Array,
      found.map(({ days }) => days),
    ),
    amounts: endToEnd(
      Float64Array,
      found.map(({ amounts }) => amounts),
    ),
    unrated: found.reduce((sum, { unrated }) => sum + unrated, 0),
    nameless: passing - found.reduce((sum, { sales }) => sum + sales, 0),
  };
}

function selectedIn(part: Fields, filters: readonly RowFilter[]): Int32Array | null {
  return selectionOf(part, rowMasks(part), 'sale', filters);
}

interface FoundDays extends Pick<PurchaseDays, 'customers' | 'days' | 'amounts' | 'unrated'> {
  /** By customer, where his days end among these. */
  readonly ends: readonly number[];
  readonly sales: number;
}

function daysIn(fields: Fields, sales: OrderedRows): FoundDays {
  const amounts = fields.decimals('sale', 'amount');
  const most = sales.rows.length;
  const [keys, ends, days, sums] = [[] as number[], [] as number[], new Int32Array(most), new Float64Array(most)];
  let count = 0;
  let unrated = 0;
  for (let key = 1; key + 1 < sales.starts.length; key++) {
    const before = count;
    const end = sales.starts[key + 1] ?? 0;
    for (let i = sales.starts[key] ?? 0; i < end; i++) {
      const amount = decimalAt(amounts, sales.rows[i] ?? 0);
      if (Number.isNaN(amount)) {
        unrated += 1;
        continue;
      }
      const day = sales.days[i] ?? NO_DAY;
      if (count === before || days[count - 1] !== day) {
        days[count] = day;
        count += 1;
      }
      sums[count - 1] = (sums[count - 1] ?? 0) + amount;
    }
    if (count === before) continue;
    keys.push(key);
    ends.push(count);
  }
  return {
    customers: Int32Array.from(keys),
    ends,
    days: days.slice(0, count),
    amounts: sums.slice(0, count),
    unrated,
    sales: most,
  };
}

function onlySelected(sales: OrderedRows, selected: Int32Array, rows: number): OrderedRows {
  const counts = new Uint8Array(rows);
  for (const row of selected) counts[row] = 1;
  return onlyRows(sales, (row) => counts[row] === 1);
}
