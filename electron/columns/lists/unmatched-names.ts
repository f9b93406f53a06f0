import type { StoredColumns } from '#engine/ports/workspace-columns.ts';
import { LIST_JOINS } from '#shared/lists.ts';
import { DATED_KINDS, type ListKind } from '#shared/record-kinds.ts';
import { knownLists, listLink } from './list-values.ts';

/** A name in the rows that the list does not have. */
export interface UnmatchedName {
  readonly name: string;
  /** Rows of all kinds that name it. */
  readonly rows: number;
}

export interface UnmatchedNames {
  readonly list: ListKind;
  /** The dimension of the names. */
  readonly dimension: string;
  /** The ones with the most rows first. */
  readonly names: readonly UnmatchedName[];
}

/**
 * For every list that is there: the names in the rows it says nothing of, whether by number or by name. Rows without a name
 * are no names. Example: deals name GTXPro 1 480 times, the product list has GTX Pro: `{name: 'GTXPro', rows: 1480}`.
 */
export function unmatchedNames(stored: StoredColumns): readonly UnmatchedNames[] {
  return LIST_JOINS.flatMap((join): UnmatchedNames[] => {
    const list = stored.table(join.list);
    if (list === null) return [];
    const members = stored.members(join.name);
    const counts = new Float64Array(members.length);
    const [knownNames, knownIds] = [
      metCodes(list.codes(join.name)),
      metCodes(join.id === null ? null : list.codes(join.id)),
    ];
    for (const kind of DATED_KINDS) {
      const own = stored.table(kind);
      const link = own === null ? null : listLink(stored, own, join, knownLists());
      const names = own?.codes(join.name) ?? null;
      if (own === null || link === null || names === null) continue;
      for (let row = 0; row < own.rows; row++) {
        const [name, id] = [names[row] ?? 0, link.ids?.[row] ?? 0];
        if (name !== 0 && !knownNames.has(name) && !knownIds.has(id)) counts[name] = (counts[name] ?? 0) + 1;
      }
    }
    const names = members.flatMap((name, code) => ((counts[code] ?? 0) > 0 ? [{ name, rows: counts[code] ?? 0 }] : []));
    return [
      {
        list: join.list,
        dimension: join.name,
        names: names.sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1)),
      },
    ];
  });
}

function metCodes(codes: ArrayLike<number> | null): ReadonlySet<number> {
  const met = new Set(codes === null ? [] : Array.from(codes));
  met.delete(0);
  return met;
}
