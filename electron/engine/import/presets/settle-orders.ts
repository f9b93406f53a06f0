import type { Inspection } from '#shared/importing.ts';
import { fromScaled } from '#shared/units.ts';
import { LEFT_OUT_ROW } from '../import-plan.ts';
import { DOT, EMPTY, type RawColumn, type RawTable } from '../raw-table.ts';
import { multiplyDivide } from '../scale.ts';
import { columnCells, columnOf, cutTable, sameCurrencies } from '../tables/cut-table.ts';
import { looseAmount } from '../tables/loose-amount.ts';
import type { TableHeader } from '../find-header.ts';
import { headerList } from './header-list.ts';
import type { OrderColumns } from './preset.ts';
import type { PresetMatch } from './recognise-preset.ts';
import { shareOut } from './share-out.ts';

/** A table whose orders' lines show what was taken off the whole order. */
export interface SettledOrders {
  readonly table: RawTable;
  /** Rows were made for what was paid back. */
  readonly hasRefunds: boolean;
  readonly notices: Inspection['notices'];
}

/** Ten-thousandths of an order. */
interface Order {
  readonly first: number;
  /** Row after its last line. */
  readonly end: number;
  /** By line: its own discount and its share of the order's. */
  readonly discounts: readonly number[] | null;
  /** Of what was paid back, the part that is goods without tax. */
  readonly returned: number;
  readonly paidBack: number;
  readonly shared: number;
}

const SCALE = 10_000;

/**
 * Discounts and refunds that stand once an order. The discount is shared out over the order's lines by their amounts, as far
 * as the order's subtotal says that it concerns them (free shipping does not). What was paid back becomes a row of its own, on
 * the order's date since the file has no other: goods only, since shipping and tax that were paid back were no sales either.
 * So an order's rows sum to gross sales less discounts less returns, the shop's own net sales.
 * Example: lines of 60 and 40, discount 10, 45 paid back: lines of 54 and 36, and a refund of 45.
 */
export function settleOrders(
  table: RawTable,
  { bottom, names }: Pick<TableHeader, 'bottom' | 'names'>,
  match: PresetMatch,
  leftOut: ReadonlyMap<number, number>,
): SettledOrders {
  const { orders: headers, fill } = match.preset;
  const columns = headers === undefined ? null : columnsIn(match.words, headers);
  const key = match.words.findIndex((words) => headerList(fill?.by)(words) >= 0);
  const hasAmounts = (column: number): boolean => column >= 0 && holdsAmounts(table, column, bottom + 1);
  if (columns === null || key < 0 || !(hasAmounts(columns.discount) || hasAmounts(columns.refunded)))
    return { table, hasRefunds: false, notices: [] };
  const settled = ordersOf(table, bottom + 1, key)
    .filter(([first]) => leftOut.get(first) !== LEFT_OUT_ROW)
    .map(([first, end]) => settleOrder(table, columns, first, end))
    .filter(({ shared, returned, discounts }) => shared > 0 || returned > 0 || discounts !== null);
  if (settled.length === 0) return { table, hasRefunds: false, notices: [] };
  const discounted = settled.filter(({ shared }) => shared > 0);
  const refunded = settled.filter(({ returned }) => returned > 0);
  const sum = (list: readonly Order[], of: (order: Order) => number): number =>
    fromScaled(list.reduce((total, order) => total + of(order), 0));
  const name = (column: number): string => names[column] ?? '';
  return {
    table: withRefunds(withDiscounts(table, match, discounted), columns, match, refunded),
    hasRefunds: refunded.length > 0,
    notices: [
      ...(discounted.length === 0
        ? []
        : [
            notice(
              'preset-order-discounts',
              discounted.length,
              name(columns.discount),
              sum(discounted, (o) => o.shared),
              {},
            ),
          ]),
      ...(refunded.length === 0
        ? []
        : [
            notice(
              'preset-order-refunds',
              refunded.length,
              name(columns.refunded),
              sum(refunded, (o) => o.returned),
              {
                paid: sum(refunded, (o) => o.paidBack),
              },
            ),
          ]),
    ],
  };
}

function notice(
  code: string,
  orders: number,
  column: string,
  sum: number,
  more: Readonly<Record<string, number>>,
): Inspection['notices'][number] {
  return { code, details: { rows: orders, column, sum, ...more } };
}

type Places = Readonly<Record<keyof OrderColumns, number>>;

/** Columns by what they are, -1 for one that is not there. */
function columnsIn(words: readonly string[], headers: OrderColumns): Places {
  const place = (list: string): number => {
    const find = headerList(list);
    return words.findIndex((each) => each !== '' && find(each) >= 0);
  };
  return {
    quantity: place(headers.quantity),
    price: place(headers.price),
    lineDiscount: place(headers.lineDiscount),
    discount: place(headers.discount),
    refunded: place(headers.refunded),
    subtotal: place(headers.subtotal),
    shipping: place(headers.shipping),
    taxes: place(headers.taxes),
    total: place(headers.total),
  };
}

function holdsAmounts(table: RawTable, column: number, from: number): boolean {
  for (let row = from; row < table.rows; row++) if ((looseAmount(table, row, column) ?? 0) !== 0) return true;
  return false;
}

/** First row and the row after the last of each order: rows below each other with the same number. */
function ordersOf(table: RawTable, from: number, key: number): readonly (readonly [number, number])[] {
  const { tags, values } = columnCells(table, key);
  const orders: [number, number][] = [];
  for (let row = from; row < table.rows; row++) {
    const before = orders.at(-1);
    if (before !== undefined && row > from && tags[row] === tags[row - 1] && values[row] === values[row - 1])
      before[1] = row + 1;
    else if (tags[row] !== EMPTY) orders.push([row, row + 1]);
  }
  return orders;
}

function settleOrder(table: RawTable, columns: Places, first: number, end: number): Order {
  const rows = Array.from({ length: end - first }, (_, i) => first + i);
  const at = (row: number, column: number): number | null => (column < 0 ? null : looseAmount(table, row, column));
  /** It stands on one of the order's rows. */
  const once = (column: number): number | null =>
    rows.map((row) => at(row, column)).find((value) => value !== null) ?? null;
  const gross = rows.map(
    (row) => multiplyDivide(at(row, columns.quantity) ?? 0, at(row, columns.price) ?? 0, SCALE) ?? 0,
  );
  const own = rows.map((row) => at(row, columns.lineDiscount) ?? 0);
  const amounts = gross.map((amount, line) => amount - (own[line] ?? 0));
  const lines = total(amounts);
  const discount = Math.max(0, once(columns.discount) ?? 0);
  const subtotal = once(columns.subtotal);
  const due = subtotal === null ? discount - total(own) : lines - subtotal;
  const wanted = Math.min(discount, Math.max(0, due), Math.max(0, lines));
  const shares = wanted > 0 ? shareOut(wanted, amounts) : null;
  const net = lines - (shares === null ? 0 : wanted);
  const paidBack = Math.max(0, total(rows.map((row) => at(row, columns.refunded) ?? 0)));
  return {
    first,
    end,
    discounts: shares?.map((share, line) => share + (own[line] ?? 0)) ?? null,
    shared: shares === null ? 0 : wanted,
    paidBack,
    returned: goodsOf(paidBack, net, once(columns.shipping) ?? 0, once(columns.taxes) ?? 0, once(columns.total)),
  };
}

/** Goods come first in what is paid back, shipping last; tax that was added to the prices is paid back with its goods. */
function goodsOf(paidBack: number, net: number, shipping: number, taxes: number, all: number | null): number {
  if (net <= 0) return 0;
  const withTax = net + shipping + taxes;
  const isAdded = all !== null && taxes > 0 && Math.abs(all - withTax) < Math.abs(all - net - shipping);
  const price = isAdded ? net + taxes : net;
  return Math.min(net, multiplyDivide(Math.min(paidBack, price), net, price) ?? 0);
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Ten-thousandths as cells. */
function withCells(table: RawTable, index: number, cells: ReadonlyMap<number, number>): RawTable {
  const { tags, values } = columnCells(table, index);
  for (const [row, scaled] of cells) {
    tags[row] = DOT + 4;
    values[row] = scaled;
  }
  const columns = table.columns.map((column, at): RawColumn =>
    at === index ? sameCurrencies(columnOf(tags, values, column.texts), [column]) : column,
  );
  return { ...table, columns };
}

/** The field of the discount: the line's own where the file has any, else the order's, which then has each line's share. */
function withDiscounts(table: RawTable, { targets }: PresetMatch, orders: readonly Order[]): RawTable {
  const field = [...targets].find(([, target]) => target.to === 'field' && target.field === 'discount')?.[0];
  if (field === undefined || orders.length === 0) return table;
  const cells = new Map(
    orders.flatMap(({ first, discounts }) =>
      (discounts ?? []).map((discount, line) => [first + line, discount] as const),
    ),
  );
  return withCells(table, field, cells);
}

/** A row after the last line of each order with what was paid back of it: nothing was sold on it. */
function withRefunds(
  table: RawTable,
  columns: Places,
  { preset, words, targets }: PresetMatch,
  orders: readonly Order[],
): RawTable {
  if (orders.length === 0) return table;
  const ends = new Map(orders.map((order) => [order.end - 1, order]));
  const rows: number[] = [];
  const made = new Map<number, Order>();
  for (let row = 0; row < table.rows; row++) {
    rows.push(row);
    const order = ends.get(row);
    if (order === undefined) continue;
    made.set(rows.length, order);
    rows.push(order.first);
  }
  const all = table.columns.map((_, index) => index);
  const longer = cutTable(table, Int32Array.from(rows), all);
  const isLineOwn = headerList(preset.fill?.except);
  const isField = (index: number, field: string): boolean => {
    const target = targets.get(index);
    return target?.to === 'field' && target.field === field;
  };
  const cleared = longer.columns.map((column, index): RawColumn => {
    const isOwn = isLineOwn(words[index] ?? '') >= 0 || isField(index, 'discount');
    if (!isOwn && index !== columns.refunded) return column;
    const { tags, values } = columnCells(longer, index);
    const isZero = index === columns.quantity || index === columns.price;
    for (const row of made.keys()) {
      tags[row] = isZero ? DOT : EMPTY;
      values[row] = 0;
    }
    return sameCurrencies(columnOf(tags, values, column.texts), [column]);
  });
  const places = rows.flatMap((row, place) => (made.has(place) ? [] : [[row, place] as const]));
  const placeOf = new Map(places);
  const amounts = new Map<number, number>();
  for (const [place, order] of made) {
    for (let row = order.first; row < order.end; row++) {
      if (looseAmount(table, row, columns.refunded) !== null) amounts.set(placeOf.get(row) ?? 0, 0);
    }
    amounts.set(place, order.returned);
  }
  return withCells({ ...longer, columns: cleared }, columns.refunded, amounts);
}
