import type { TableHeader } from '../find-header.ts';
import { EMPTY, type RawColumn, type RawTable } from '../raw-table.ts';
import { columnCells, columnOf, sameCurrencies } from '../tables/cut-table.ts';
import { headerList } from './header-list.ts';
import { leftOutRows } from './left-out-rows.ts';
import type { PresetMatch } from './recognise-preset.ts';
import { settleOrders, type SettledOrders } from './settle-orders.ts';

/**
 * An order's own columns, which stand on its first row only, written on all its lines where the preset says so, and its
 * discounts and refunds shown by its rows. The same table where it does not.
 * Example: the customer of Shopify's order #1001 stands on each of its three lines.
 */
export function shapeOrders(table: RawTable, header: TableHeader, match: PresetMatch): SettledOrders {
  const { fill } = match.preset;
  if (fill === undefined) return { table, hasRefunds: false, notices: [] };
  const filled = fillOrders(table, header, match, fill);
  return settleOrders(filled, header, match, leftOutRows(filled, header, match).marks);
}

/** The table alone. */
export function shapeTable(table: RawTable, header: TableHeader, match: PresetMatch): RawTable {
  return shapeOrders(table, header, match).table;
}

function fillOrders(
  table: RawTable,
  header: TableHeader,
  { words }: PresetMatch,
  { by, except }: { readonly by: string; readonly except: string },
): RawTable {
  const [isKey, isLineOwn] = [headerList(by), headerList(except)];
  const places = words.map(isKey);
  const best = Math.min(...places.filter((place) => place >= 0));
  const key = places.indexOf(best);
  if (key < 0) return table;
  const order = columnCells(table, key);
  const columns = table.columns.map((column, index): RawColumn => {
    const own = index === key || words[index] === '' || isLineOwn(words[index] ?? '') >= 0;
    return own ? column : filledDown(table, index, order, header.bottom + 1);
  });
  return { ...table, columns };
}

function filledDown(table: RawTable, index: number, order: ReturnType<typeof columnCells>, from: number): RawColumn {
  const { tags, values } = columnCells(table, index);
  for (let row = from + 1; row < table.rows; row++) {
    const same = order.tags[row] === order.tags[row - 1] && order.values[row] === order.values[row - 1];
    if (!same || order.tags[row] === EMPTY || tags[row] !== EMPTY) continue;
    tags[row] = tags[row - 1] ?? EMPTY;
    values[row] = values[row - 1] ?? 0;
  }
  const column = table.columns[index];
  return sameCurrencies(columnOf(tags, values, column?.texts ?? []), [column]);
}
