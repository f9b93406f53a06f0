import type { Inspection } from '#shared/importing.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { tagAt, valueAt, valueText } from './cells.ts';
import type { MappedColumn, MappingInput } from './map-columns.ts';
import { numberShape, readNumber } from './number-readings.ts';
import { EMPTY, type RawTable } from './raw-table.ts';

/** The mapping, and what to say where an amount is not its row's. */
export interface Settled {
  readonly mapped: readonly MappedColumn[];
  readonly notices: Inspection['notices'];
}

/** Rows that show whether amounts repeat. */
const LOOKED_AT = 5_000;
/** Orders of several rows that must agree where nothing proves it. */
const FEWEST_ORDERS = 3;

/**
 * Files of order lines may write the whole order's amount on each line. Where quantity × unit price over an order's lines
 * proves it, the lines count and the column is kept as the file's own; where nothing can prove it, it is only said.
 * Example: invoice 1001 with lines 3 × 100 and 2 × 50 and 400 on both is 300 and 100, not 800.
 */
export function settleRepeatedTotals(
  table: RawTable,
  from: number,
  mapped: readonly MappedColumn[],
  { headers, readings }: MappingInput,
  isChosen: (column: number) => boolean,
): Settled {
  const at = (field: string): number =>
    mapped.findIndex(({ target }) => target.to === 'field' && target.field === field);
  const [order, amount] = [at('order'), at('amount')];
  const [quantity, price] = [at('quantity'), at('unit_price')];
  const discounted = at('discount') >= 0 || at('discount_share') >= 0;
  if (order < 0 || amount < 0 || isChosen(amount)) return { mapped, notices: [] };
  const numberAt = (row: number, column: number): number | null => {
    const shape = numberShape(valueText(table, column, tagAt(table, row, column), valueAt(table, row, column)));
    return shape === null ? null : (readNumber(shape, readings[column]?.decimals[0] ?? '.')?.scaled ?? null);
  };
  let [orders, repeated, proved] = [0, 0, 0];
  const amounts = new Set<number | null>();
  for (const [first, last] of ordersOf(table, order, from)) {
    if (first === last) continue;
    const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const total = numberAt(first, amount);
    orders++;
    amounts.add(total);
    if (total === null || !rows.every((row) => numberAt(row, amount) === total)) continue;
    repeated++;
    if (quantity < 0 || price < 0 || discounted) continue;
    const lines = rows.map((row) => ((numberAt(row, quantity) ?? 0) * (numberAt(row, price) ?? 0)) / DECIMAL_SCALE);
    const sum = lines.reduce((all, line) => all + line, 0);
    const isNear = (value: number): boolean => Math.abs(value - total) < DECIMAL_SCALE;
    if (isNear(sum) && !lines.every(isNear)) proved++;
  }
  const column = headers[amount] ?? '';
  if (proved > 0 && proved * 10 >= orders * 9) {
    return {
      mapped: mapped.with(amount, { target: { to: 'custom' }, confidence: 'custom' }),
      notices: [{ code: 'order-totals-repeat', details: { column } }],
    };
  }
  const looksRepeated =
    orders >= FEWEST_ORDERS && repeated === orders && amounts.size > 1 && (quantity < 0 || price < 0);
  return {
    mapped,
    notices: looksRepeated ? [{ code: 'order-totals-repeat', details: { column, context: 'unproved' } }] : [],
  };
}

/** First and last row of each stretch of rows with the same order, among the first rows. */
function ordersOf(table: RawTable, order: number, from: number): readonly (readonly [number, number])[] {
  const stretches: (readonly [number, number])[] = [];
  const last = Math.min(table.rows, from + LOOKED_AT) - 1;
  const same = (a: number, b: number): boolean =>
    tagAt(table, a, order) === tagAt(table, b, order) && valueAt(table, a, order) === valueAt(table, b, order);
  for (let first = from, row = from; row <= last; row++) {
    if (row < last && same(first, row + 1)) continue;
    if (tagAt(table, first, order) !== EMPTY) stretches.push([first, row]);
    first = row + 1;
  }
  return stretches;
}
