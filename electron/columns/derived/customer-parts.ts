import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { mayStop } from '#engine/stoppable.ts';
import type { Fields } from '../fields.ts';
import { isStreamed } from '../streamed/streamable.ts';
import { customerKeys } from './customer-keys.ts';
import { purchasesAmong, purchasesInOrder, salesInOrder } from './purchases.ts';
import { rowsInOrder, type OrderedRows } from './rows-in-order.ts';

/** All sales of some customers. */
export interface CustomerPart {
  /** Their keys, from the first to before the end. */
  readonly from: number;
  readonly end: number;
  readonly fields: Fields;
  /** Of the rows of these fields among all; null where they are all. */
  readonly positions: Int32Array | null;
  /** Null where no row has both a customer and a date. */
  readonly sales: OrderedRows | null;
  purchases(): OrderedRows | null;
}

/** Half of the room may be rows in their order, with what is read of them and worked out. */
const SHARE = 2;
const BYTES_A_ROW = 64;
/** Every part is a pass over all rows. */
const MOST_PARTS = 64;

/** All customers in the order of their keys: at once, or where the rows do not fit, as many at a time as there is room for their rows. */
export function* customerParts(fields: Fields, reads: readonly string[]): Generator<CustomerPart> {
  const { members } = fields.once(customerKeys);
  if (!isStreamed(fields, 'sale', ['customer_key', 'date', ...reads])) {
    const sales = fields.once(salesInOrder);
    yield { from: 1, end: members, fields, positions: null, sales, purchases: () => fields.once(purchasesInOrder) };
    return;
  }
  const counts = new Int32Array(members);
  eachSale(fields, (_, customer) => (counts[customer] = (counts[customer] ?? 0) + 1));
  const most = fields.stored.room.limit / SHARE / BYTES_A_ROW;
  const least = Math.ceil(members / MOST_PARTS);
  let from = 1;
  do {
    mayStop();
    let [end, rows] = [from, 0];
    while (end < members && (end < from + least || rows + (counts[end] ?? 0) <= most)) rows += counts[end++] ?? 0;
    yield partOf(fields, from, end, rows);
    from = end;
  } while (from < members);
}

function partOf(fields: Fields, from: number, end: number, rows: number): CustomerPart {
  const positions = new Int32Array(rows);
  let count = 0;
  eachSale(fields, (row, customer) => {
    if (customer >= from && customer < end) positions[count++] = row;
  });
  const part = fields.only('sale', positions);
  const customers = part.codes('sale', 'customer_key');
  const days = part.days('sale', 'date');
  const sales = customers === null || days === null ? null : rowsInOrder(customers, days);
  let purchases: OrderedRows | null = null;
  return {
    from,
    end,
    fields: part,
    positions,
    sales,
    purchases: () => (purchases ??= sales === null ? null : purchasesAmong(part, sales)),
  };
}

/** Every row with a customer and a date. */
function eachSale(fields: Fields, visit: (row: number, customer: number) => void): void {
  for (const { fields: part, first } of fields.blocks('sale', ['customer_key', 'date'])) {
    const codes = part.codes('sale', 'customer_key')?.codes ?? null;
    const days = part.days('sale', 'date');
    if (codes === null || days === null) return;
    for (let row = 0; row < codes.length; row++) {
      const customer = codes[row] ?? 0;
      if (customer !== 0 && (days[row] ?? NO_DAY) !== NO_DAY) visit(first + row, customer);
    }
  }
}
