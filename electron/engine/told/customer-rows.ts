import type { Filter } from '#shared/question.ts';
import type { Told } from '#shared/told.ts';
import { saleFilters } from '../customer-value/buyers.ts';
import type { CellSlot, DayRange, RowFilter } from '../ports/column-queries.ts';
import { NO_DAY } from '../ports/workspace-columns.ts';
import type { QuestionContext } from '../question/context.ts';
import { leftOutOf, rowsOf, type PartRows } from './told-answer.ts';

const ANY_DAY: DayRange = { from: NO_DAY + 1, to: -NO_DAY - 1 };

interface Asked {
  /** Members of `customer_key`. */
  readonly customers: readonly string[];
  /** They are all that have bought: then sales that name no customer are left out of them. */
  readonly isAll: boolean;
  readonly filters: readonly Filter[];
  readonly days?: DayRange;
}

/**
 * The sales of customers as customer value counts them: those with a day and an amount. Left out are those without a day or an amount,
 * those in a currency without a rate, and of everybody those that name no customer.
 * Example: three sales of a customer, one of them without an amount: two rows, one left out by `sale.amount`.
 */
export function customerRows(
  { customers, isAll, filters, days = ANY_DAY }: Asked,
  context: QuestionContext,
): { readonly rows: readonly PartRows[]; readonly leftOut: Told['leftOut'] } {
  const { queries } = context;
  const asked = saleFilters(filters, context);
  const find = (more: RowFilter, slot: CellSlot, withAmount: boolean): Int32Array => {
    const rows = queries.rows({
      kind: 'sale',
      date: 'date',
      nature: 'flow',
      until: null,
      standing: null,
      filters: [...asked, more],
      breakdown: queries.breakdown([]),
      slots: [slot],
    });
    return queries.positions(rows, 0, [withAmount ? [{ field: 'amount', is: 'present' }] : []]);
  };
  const theirs: RowFilter = { op: 'in', dimension: 'customer_key', values: [...customers] };
  const nobodys: RowFilter = { op: 'blank', dimension: 'customer_key' };
  const used = find(theirs, days, true);
  const currencies = queries.unrated('sale');
  const lacksAmount = currencies.length === 0 ? 'sale.amount' : `missing-rate:${currencies.join(', ')}`;
  return {
    rows: [rowsOf('rows', 'sale', used)],
    leftOut: leftOutOf({
      'sale.date': days === ANY_DAY ? find(theirs, 'undated', false).length : 0,
      [lacksAmount]: find(theirs, days, false).length - used.length,
      'sale.customer': isAll ? find(nobodys, { ...days, undated: true }, false).length : 0,
    }),
  };
}
