import { LIST_JOINS } from '#shared/lists.ts';
import type { AnyKind, ListKind } from '#shared/record-kinds.ts';
import type { Fields } from '../fields.ts';
import { remembered } from '../remembered.ts';
import type { ListReach } from './joined-columns.ts';
import { knownLists } from './list-values.ts';

/** Whether some part of a kind's rows passes, of which these fields are read. */
export type SomePart = (kind: AnyKind, keys: readonly string[], test: (part: Fields) => boolean) => boolean;

/** What a price from a list goes by beside the product. */
const PRICED_BY = ['status', 'value', 'quantity', 'amount', 'cost'];

/** What lists say to all rows of a workspace: to some part of them, looked for once. */
export function reachAmong(some: SomePart): ListReach {
  const given = new Map<string, boolean>();
  const priced = new Map<AnyKind, boolean>();
  return {
    known: knownLists(),
    gives: (kind, list, key) =>
      remembered(given, `${kind} ${list} ${key}`, () =>
        some(kind, joinFields(list), ({ lists }) => lists.gives(kind, list, key)),
      ),
    prices: (kind) =>
      remembered(priced, kind, () =>
        some(kind, [...joinFields('product_list'), ...PRICED_BY], ({ lists }) => lists.prices(kind)),
      ),
  };
}

/** The fields by which rows find theirs in a list. */
export function joinFields(list: ListKind): readonly string[] {
  return LIST_JOINS.filter((join) => join.list === list).flatMap(({ name, id }) => (id === null ? [name] : [id, name]));
}
