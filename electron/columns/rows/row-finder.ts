import type { StoredColumns } from '#engine/ports/workspace-columns.ts';
import { labelRanks } from '#engine/question/member-order.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import type { RowSelection } from '#shared/stored-rows.ts';
import { foldedNames, type NamesWith } from './folded-names.ts';
import { applyFilter } from './row-filter.ts';
import { searchRows } from './search-rows.ts';
import { sortPositions, type LabelRanks } from './sort-positions.ts';
import { valuesOf, type FieldValue } from './values-of.ts';

/** Finds rows over a workspace's columns; the last selection is kept, so that its next page costs nothing. */
export interface RowFinder {
  /** Of the rows of a selection in the kind's table, in its order. */
  positions(selection: RowSelection): Int32Array;
  values(kind: RecordKind, field: string, search: string): readonly FieldValue[];
}

/** Of one revision. */
interface NamesNow {
  readonly revision: number;
  readonly with: NamesWith;
  readonly ranks: LabelRanks;
}

export function rowFinder(columns: StoredColumns): RowFinder {
  let last: { readonly key: string; readonly positions: Int32Array } | null = null;
  let names: NamesNow | null = null;
  const current = (): NamesNow => {
    if (names?.revision !== columns.revision) {
      names = {
        revision: columns.revision,
        with: foldedNames(columns),
        ranks: (dimension) => labelRanks(columns.members(dimension)),
      };
    }
    return names;
  };
  return {
    positions: (selection) => {
      const key = JSON.stringify([columns.revision, selection]);
      if (last?.key === key) return last.positions;
      const positions = find(columns, current(), selection);
      last = { key, positions };
      return positions;
    },
    values: (kind, field, search) => valuesOf(columns, kind, field, search, current().with),
  };
}

function find(
  columns: StoredColumns,
  { with: namesWith, ranks }: NamesNow,
  { kind, search, filters, sort }: RowSelection,
): Int32Array {
  const table = columns.table(kind);
  if (table === null) return new Int32Array(0);
  const mask = new Uint8Array(table.rows).fill(1);
  for (const filter of filters) applyFilter(mask, filter, table, columns, namesWith);
  searchRows(mask, search, table, columns, namesWith);
  const positions = marked(mask);
  return sort === null ? positions : sortPositions(positions, sort, table, ranks);
}

function marked(mask: Uint8Array): Int32Array {
  const positions = new Int32Array(mask.length);
  let count = 0;
  for (let row = 0; row < mask.length; row++) {
    positions[count] = row;
    count += mask[row] ?? 0;
  }
  return positions.slice(0, count);
}
