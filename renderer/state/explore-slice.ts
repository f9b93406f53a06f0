import type { StateCreator } from 'zustand';
import type { ChartKind } from '#shared/charts/model.ts';
import type { GridView, Show } from '#shared/grid.ts';
import type { Comparison, DimensionRef, Filter } from '#shared/question.ts';
import type { SavedView } from '#shared/saved-views.ts';
import type { History } from './history.ts';

export type ValueLook = NonNullable<SavedView['looks']>[number]['as'];

export interface ExploreValue {
  /** As the question names it. */
  readonly kpi: string;
  readonly show: Show;
  /** How its numbers stand in their cells. */
  readonly look: ValueLook;
  /** Totals have no part in that; absent where they do. */
  readonly plainTotals?: boolean;
}

type Paths = readonly (readonly (string | null)[])[];

/** What Explore shows, as one JSON value: what every edit gives anew, what undo takes back, what is kept. */
export interface ExploreView {
  readonly rows: readonly DimensionRef[];
  readonly columns: readonly DimensionRef[];
  readonly values: readonly ExploreValue[];
  /** A list without members, a text without letters: being written, they leave nothing out yet. */
  readonly filters: readonly Filter[];
  /** Null means the latest year with data. */
  readonly period: string | null;
  readonly compare: Comparison;
  readonly valuesOn: GridView['valuesOn'];
  readonly foldedRows: Paths;
  readonly foldedColumns: Paths;
  readonly subtotals: GridView['subtotals'];
  readonly totals: Readonly<GridView['totals']>;
  /** `auto` is the kind that suits what is shown; the table alone is `table`. */
  readonly chart: ChartKind | 'auto';
}

export type ExploreHistory = History<ExploreView>;

export interface ExploreSlice {
  /** By workspace id. */
  readonly explores: Readonly<Record<string, ExploreView>>;
  readonly exploreHistories: Readonly<Record<string, ExploreHistory>>;
  /** Whether the chosen number is explained beside the table; null where there is room for it. */
  readonly inspector: boolean | null;
  showInspector(shown: boolean): void;
  explore(workspace: string, view: ExploreView, history: ExploreHistory): void;
}

export const exploreSlice: StateCreator<ExploreSlice, [], [], ExploreSlice> = (set) => ({
  explores: {},
  exploreHistories: {},
  inspector: null,
  showInspector: (inspector) => set({ inspector }),
  explore: (workspace, view, history) =>
    set(({ explores, exploreHistories }) => ({
      explores: { ...explores, [workspace]: view },
      exploreHistories: { ...exploreHistories, [workspace]: history },
    })),
});
