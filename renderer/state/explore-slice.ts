import type { StateCreator } from 'zustand';
import type { ChartKind } from '#shared/charts/model.ts';
import type { GridView, Show } from '#shared/grid.ts';
import type { Comparison, DimensionRef, Filter } from '#shared/question.ts';

/** How the numbers of a value stand in their cells. */
export type ValueLook = 'plain' | 'heat' | 'bars';

export interface ExploreValue {
  /** As the question names it. */
  readonly kpi: string;
  readonly show: Show;
  readonly look: ValueLook;
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

/** The views before each change, the last one last, and those taken back, the next one last. */
export interface ExploreHistory {
  readonly past: readonly ExploreView[];
  readonly future: readonly ExploreView[];
  /** What the last edit was writing: letters of one text are one step back. */
  readonly writing: string | null;
}

export interface ExploreSlice {
  /** By workspace id. */
  readonly explores: Readonly<Record<string, ExploreView>>;
  readonly exploreHistories: Readonly<Record<string, ExploreHistory>>;
  explore(workspace: string, view: ExploreView, history: ExploreHistory): void;
}

export const exploreSlice: StateCreator<ExploreSlice, [], [], ExploreSlice> = (set) => ({
  explores: {},
  exploreHistories: {},
  explore: (workspace, view, history) =>
    set(({ explores, exploreHistories }) => ({
      explores: { ...explores, [workspace]: view },
      exploreHistories: { ...exploreHistories, [workspace]: history },
    })),
});
