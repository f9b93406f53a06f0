import type { StateCreator } from 'zustand';
import type { RecordKind } from '#shared/record-kinds.ts';
import type { RowFilter, RowSort } from '#shared/stored-rows.ts';

/** Which rows the data screen shows; kind null means the first with rows. */
export interface RowsView {
  readonly kind: RecordKind | null;
  readonly search: string;
  readonly filters: readonly RowFilter[];
  readonly sort: RowSort | null;
}

export const ALL_ROWS: RowsView = { kind: null, search: '', filters: [], sort: null };

export interface DataSlice {
  /** By workspace id. */
  readonly rowsViews: Readonly<Record<string, RowsView>>;
  /** The dimension whose names are shown, by workspace id. */
  readonly namesDimensions: Readonly<Record<string, string>>;
  viewRows(workspace: string, view: Partial<RowsView>): void;
  viewNames(workspace: string, dimension: string): void;
}

export const dataSlice: StateCreator<DataSlice, [], [], DataSlice> = (set) => ({
  rowsViews: {},
  namesDimensions: {},
  viewRows: (workspace, view) =>
    set(({ rowsViews }) => ({
      rowsViews: { ...rowsViews, [workspace]: { ...ALL_ROWS, ...rowsViews[workspace], ...view } },
    })),
  viewNames: (workspace, dimension) =>
    set(({ namesDimensions }) => ({ namesDimensions: { ...namesDimensions, [workspace]: dimension } })),
});
