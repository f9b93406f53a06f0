import type { StateCreator } from 'zustand';
import type { Goal } from '#shared/goals.ts';

export const GOAL_SHELVES = ['all', 'open', 'behind', 'over'] as const;

/** What the goals' screen shows. */
export interface GoalsView {
  readonly shelf: (typeof GOAL_SHELVES)[number];
  /** A year that the period shares a day with; null for any. */
  readonly year: number | null;
  /** Null for the first one listed. */
  readonly selected: string | null;
  /** Ids of goals whose sub-goals are hidden; of those with parts in groups, `id parts` for shown ones. */
  readonly folded: readonly string[];
}

export const ALL_GOALS: GoalsView = { shelf: 'all', year: null, selected: null, folded: [] };

/** A goal being written; `saved` is it as it stood before. */
export interface GoalDraft {
  readonly goal: Goal;
  readonly saved: Goal | null;
}

export interface GoalsSlice {
  /** By workspace id. */
  readonly goalsViews: Readonly<Record<string, GoalsView>>;
  readonly goalDraft: GoalDraft | null;
  viewGoals(workspace: string, view: Partial<GoalsView>): void;
  draftGoal(draft: GoalDraft | null): void;
}

export const goalsSlice: StateCreator<GoalsSlice, [], [], GoalsSlice> = (set) => ({
  goalsViews: {},
  goalDraft: null,
  viewGoals: (workspace, view) =>
    set(({ goalsViews }) => ({
      goalsViews: { ...goalsViews, [workspace]: { ...ALL_GOALS, ...goalsViews[workspace], ...view } },
    })),
  draftGoal: (goalDraft) => set({ goalDraft }),
});
