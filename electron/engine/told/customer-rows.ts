import type { Filter } from '#shared/question.ts';
import type { Condition } from '#shared/kpi-definition.ts';
import type { Told } from '#shared/told.ts';
import { saleFilters } from '../customer-value/buyers.ts';
import type { Breakdown, CellRows, CellSlot, ColumnQueries, DayRange, RowFilter } from '../ports/column-queries.ts';
import { NO_DAY } from '../ports/workspace-columns.ts';
import type { QuestionContext } from '../question/context.ts';
import { leftOutOf, rowsOf, type PartRows } from './told-answer.ts';

/** All of time. */
export const ANY_DAY: DayRange = { from: NO_DAY + 1, to: -NO_DAY - 1 };

interface Asked {
  /** Members of `customer_key`. */
  readonly customers: readonly string[];
  /** Codes of `customer_key`: others who read the same are then left out. */
  readonly keys?: ReadonlySet<number>;
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
  { customers, keys, isAll, filters, days = ANY_DAY }: Asked,
  context: QuestionContext,
): { readonly rows: readonly PartRows[]; readonly leftOut: Told['leftOut'] } {
  const { queries } = context;
  const asked = saleFilters(filters, context);
  const placed = (more: RowFilter, slot: CellSlot, breakdown: Breakdown): CellRows =>
    saleRows([...asked, more], slot, breakdown, queries);
  const find = (more: RowFilter, slot: CellSlot, withAmount: boolean): Int32Array =>
    queries.positions(placed(more, slot, queries.breakdown([])), 0, conditions(withAmount));
  const namesakes = keys === undefined ? [] : namesakesOf(customers, keys, context);
  const findTheirs = (slot: CellSlot, withAmount: boolean): Int32Array => {
    const all = find(theirs, slot, withAmount);
    if (namesakes.length === 0) return all;
    const byKey = queries.breakdown(['customer_key']);
    const rows = placed(theirs, slot, byKey);
    const groups = namesakes.flatMap((key) => byKey.find([key]) ?? []);
    const others = new Set(groups.flatMap((group) => [...queries.positions(rows, group, conditions(withAmount))]));
    return all.filter((row) => !others.has(row));
  };
  const theirs: RowFilter = { op: 'in', dimension: 'customer_key', values: [...customers] };
  const nobodys: RowFilter = { op: 'blank', dimension: 'customer_key' };
  const used = findTheirs(days, true);
  const currencies = queries.unrated('sale');
  const lacksAmount = currencies.length === 0 ? 'sale.amount' : `missing-rate:${currencies.join(', ')}`;
  return {
    rows: [rowsOf('rows', 'sale', used)],
    leftOut: leftOutOf({
      'sale.date': days === ANY_DAY ? findTheirs('undated', false).length : 0,
      [lacksAmount]: findTheirs(days, false).length - used.length,
      'sale.customer': isAll ? find(nobodys, { ...days, undated: true }, false).length : 0,
    }),
  };
}

/** Sales that pass filters, by the days of one slot. */
export function saleRows(
  filters: readonly RowFilter[],
  slot: CellSlot,
  breakdown: Breakdown,
  queries: ColumnQueries,
): CellRows {
  return queries.rows({
    kind: 'sale',
    date: 'date',
    nature: 'flow',
    until: null,
    standing: null,
    filters,
    breakdown,
    slots: [slot],
  });
}

const conditions = (withAmount: boolean): readonly (readonly Condition[])[] => [
  withAmount ? [{ field: 'amount', is: 'present' }] : [],
];

/** Codes of other customers who read the same: an id, and the name of somebody without one. */
function namesakesOf(
  customers: readonly string[],
  keys: ReadonlySet<number>,
  { queries: { columns } }: QuestionContext,
): readonly number[] {
  const theirs = new Set(customers);
  return columns.members('customer_key').flatMap((name, key) => (theirs.has(name) && !keys.has(key) ? [key] : []));
}
