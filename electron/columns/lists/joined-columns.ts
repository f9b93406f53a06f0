import type { KindTable, WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import { LIST_JOINS } from '#shared/lists.ts';
import { isListKind, LIST_KINDS, type AnyKind } from '#shared/record-kinds.ts';
import { keptIn } from '../kept.ts';
import { remembered } from '../remembered.ts';
import { givesAny, withGiven, type Gives } from './joined-table.ts';
import { knownLists, listLink, type KnownLists, type ListLink } from './list-values.ts';
import { pricedByList, pricesAny } from './priced-by-list.ts';

/** What lists say to the rows of a workspace. */
export interface ListReach {
  readonly known: KnownLists;
  readonly gives: Gives;
  /** Whether the product list prices some row of a kind. */
  prices(kind: AnyKind): boolean;
}

export interface JoinedColumns extends WorkspaceColumns {
  /** Of the rows at hand alone. */
  readonly here: ListReach;
  links(own: KindTable): readonly ListLink[];
}

/**
 * The columns that questions are answered from: lists are no rows there, only columns of the kinds that name their members. `reach` says of
 * all rows what is found of those at hand where these are all.
 */
export function joinedColumns(
  stored: WorkspaceColumns,
  kept = keptIn(stored.room),
  reach: ListReach | null = null,
): JoinedColumns {
  const known = reach?.known ?? knownLists();
  const links = (own: KindTable): readonly ListLink[] =>
    LIST_JOINS.flatMap((join) => listLink(stored, own, join, known) ?? []);
  const given = new Map<AnyKind, KindTable>();
  const givenTable = (own: KindTable): KindTable =>
    remembered(given, own.kind, () => withGiven(stored, own, links(own), (reach ?? here).gives, kept));
  const here: ListReach = {
    known,
    gives: (kind, list, key) => {
      const own = stored.table(kind);
      const link = own === null ? undefined : links(own).find(({ join }) => join.list === list);
      return own !== null && link !== undefined && givesAny(own, link, key);
    },
    prices: (kind) => {
      const own = stored.table(kind);
      return own !== null && pricesAny(stored, givenTable(own), links(own));
    },
  };
  if (LIST_KINDS.every((list) => stored.table(list) === null)) return { ...stored, here, links };
  const joined = new Map<AnyKind, KindTable | null>();
  const joinedTable = (own: KindTable): KindTable => {
    const found = links(own);
    if (found.length === 0) return own;
    const table = givenTable(own);
    return (reach ?? here).prices(own.kind) ? pricedByList(stored, table, found) : table;
  };
  return {
    ...stored,
    here,
    links,
    kinds: () => stored.kinds().filter((kind) => !isListKind(kind)),
    table: (kind) => {
      if (isListKind(kind)) return null;
      return remembered(joined, kind, () => {
        const own = stored.table(kind);
        return own === null ? null : joinedTable(own);
      });
    },
  };
}
