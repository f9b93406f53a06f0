import type { KindTable, StoredColumns } from '#engine/ports/workspace-columns.ts';
import { LIST_JOINS } from '#shared/lists.ts';
import { isDerivedKind, isListKind, type AnyKind, type ListKind } from '#shared/record-kinds.ts';
import { missingIn } from '../missing-in.ts';
import type { Filling } from './fill.ts';
import { givenField } from './joined-table.ts';
import { listLink } from './list-values.ts';
import { listPrices } from './priced-by-list.ts';

/** Where rows have a value of a field that is not their own. */
export interface ListGift {
  readonly list: ListKind;
  has(row: number): boolean;
}

/** The rows of a kind whose value of a field a list gives; null where none does. */
export function listGift(columns: StoredColumns, kind: AnyKind, key: string): ListGift | null {
  const own = isListKind(kind) || isDerivedKind(kind) ? null : columns.table(kind);
  if (own === null) return null;
  const links = LIST_JOINS.flatMap((join) => listLink(columns, own, join) ?? []);
  const given = givenField(own, links, key);
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
