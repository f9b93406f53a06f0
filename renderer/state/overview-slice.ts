import type { StateCreator } from 'zustand';
import type { Comparison, Filter } from '#shared/question.ts';

/** What the top of the overview sets; period null means the latest year with data. */
export interface OverviewChoices {
  readonly period: string | null;
  readonly compare: Comparison;
  readonly filters: readonly Filter[];
}

export const NO_CHOICES: OverviewChoices = { period: null, compare: 'last-year', filters: [] };

export interface OverviewSlice {
  /** By workspace id. */
  readonly overviews: Readonly<Record<string, OverviewChoices>>;
  choose(workspace: string, choices: Partial<OverviewChoices>): void;
}

export const overviewSlice: StateCreator<OverviewSlice, [], [], OverviewSlice> = (set) => ({
  overviews: {},
  choose: (workspace, choices) =>
    set(({ overviews }) => ({
      overviews: { ...overviews, [workspace]: { ...NO_CHOICES, ...overviews[workspace], ...choices } },
    })),
});
