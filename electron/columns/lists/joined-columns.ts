import type { KindTable, WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import { isListKind, LIST_KINDS, type AnyKind } from '#shared/record-kinds.ts';
import { keptIn } from '../kept.ts';
import { joinedTable } from './joined-table.ts';

/** The columns that questions are answered from: lists are no rows there, only columns of the kinds that name their members. */
export function joinedColumns(stored: WorkspaceColumns, kept = keptIn(stored.room)): WorkspaceColumns {
  if (LIST_KINDS.every((list) => stored.table(list) === null)) return stored;
  const joined = new Map<AnyKind, KindTable | null>();
  return {
    ...stored,
    kinds: () => stored.kinds().filter((kind) => !isListKind(kind)),
    table: (kind) => {
      if (isListKind(kind)) return null;
      const known = joined.get(kind);
      if (known !== undefined) return known;
      const own = stored.table(kind);
      const table = own === null ? null : joinedTable(stored, own, kept);
      joined.set(kind, table);
      return table;
    },
  };
}
