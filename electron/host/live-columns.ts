import { columnQueries } from '#columns/column-queries.ts';
import type { ColumnQueries } from '#engine/ports/column-queries.ts';
import type { WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';

/** The store's columns under whatever revision it has when they are asked for. */
export function liveColumns(store: WorkspaceStore): WorkspaceColumns {
  return {
    get revision() {
      return store.columns().revision;
    },
    kinds: () => store.columns().kinds(),
    table: (kind) => store.columns().table(kind),
    members: (dimension) => store.columns().members(dimension),
    merged: (dimension) => store.columns().merged(dimension),
    exchange: () => store.columns().exchange(),
  };
}

/** The column engine over an open workspace; what it has computed lives as long as the revision. */
export function liveQueries(store: WorkspaceStore): ColumnQueries {
  return columnQueries(liveColumns(store));
}
