import type { ColumnQueries } from '#engine/ports/column-queries.ts';
import type { KindTable, StoredColumns } from '#engine/ports/workspace-columns.ts';
import { isDerivedKind, isListKind, LIST_KINDS, type AnyKind, type ListKind } from '#shared/record-kinds.ts';
import type { Fields } from '../fields.ts';
import { missingIn } from '../missing-in.ts';
import type { Filling } from './fill.ts';
import type { JoinedColumns } from './joined-columns.ts';
import { givenField, type Gives } from './joined-table.ts';
import { listPrices } from './priced-by-list.ts';
import { joinFields } from './reach.ts';

/** Where rows have a value of a field that is not their own. */
export interface ListGift {
  readonly list: ListKind;
  has(row: number): boolean;
}

/** The rows of a kind whose value of a field a list gives; null where none does. */
export function listGift(
  columns: StoredColumns,
  joined: JoinedColumns,
  kind: AnyKind,
  key: string,
  gives: Gives,
): ListGift | null {
  const own = isListKind(kind) || isDerivedKind(kind) ? null : columns.table(kind);
  if (own === null) return null;
  const links = joined.links(own);
  const given = givenField(own, links, key, gives);
  if (given !== null) return gift(given.list, own, key, given.filling);
  const prices = listPrices(columns, own, links);
  return prices?.field === key ? gift('product_list', own, key, prices.filling) : null;
}

function gift(list: ListKind, own: KindTable, key: string, { at, missing }: Filling): ListGift {
  const field = own.fields.find((one) => one.key === key);
  const isMissing = field === undefined ? () => true : missingIn(own, field);
  return {
    list,
    has: (row) => {
      if (!isMissing(row)) return false;
      const value = at(row);
      return value !== missing && value === value;
    },
  };
}

/** How many of some rows, by their positions, have a value from a list; null where none has. */
export function givenTo(
  fields: Fields,
  kind: AnyKind,
  key: string,
  positions: Int32Array,
): ReturnType<ColumnQueries['given']> {
  const inOrder = positions.toSorted();
  let [at, rows]: [number, number] = [0, 0];
  let list: ListKind | null = null;
  for (const { fields: part, first } of fields.parts(kind, [key, ...LIST_KINDS.flatMap(joinFields)])) {
    const gift = part.gift(kind, key);
    if (gift === null) return null;
    ({ list } = gift);
    for (; at < inOrder.length && (inOrder[at] ?? 0) - first < part.rows(kind); at++)
      if (gift.has((inOrder[at] ?? 0) - first)) rows++;
  }
  return list === null || rows === 0 ? null : { list, rows };
}
