import { AppError } from '#shared/errors.ts';
import { goalName, type GoalSaying } from '#shared/goal-words.ts';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import { resolvePeriod } from '#shared/period.ts';
import type { Filter } from '#shared/question.ts';
import { goalStatus } from '../goals/goal-status.ts';
import { sameFilters } from '../goals/same-filters.ts';
import { dataRange } from '../question/context.ts';
import { clockOf } from '../question/plan.ts';
import type { ReportContext, ReportWords } from './report-context.ts';

export interface StandingGoal {
  readonly goal: Goal;
  readonly status: GoalStatus;
  /** Steps below the objective that it serves. */
  readonly depth: number;
  readonly name: string;
}

/** Goals within a period that a report of so many filters is about: all without filters, else those under the same ones. */
export function goalsWithin(
  { goals, question }: Pick<ReportContext, 'goals' | 'question'>,
  { period, filters }: { readonly period: string; readonly filters: readonly Filter[] },
): readonly Goal[] {
  const clock = clockOf(question, dataRange(question.queries));
  const within = resolvePeriod(period, clock);
  return goals.filter((goal) => {
    if (filters.length > 0 && !sameFilters(goal.filters, filters)) return false;
    const { from, to } = resolvePeriod(goal.period, clock);
    return from <= within.to && to >= within.from;
  });
}

/**
 * How they stand, each objective before what serves it; one that cannot be counted any more is passed over, as its own page says why. Where
 * names are hidden the one that somebody gave a goal is passed over, since it may name them.
 */
export function standingGoals(
  { goals, question, words }: Pick<ReportContext, 'goals' | 'question' | 'words'>,
  within: readonly Goal[],
  hidesNames: boolean,
): { readonly standing: readonly StandingGoal[]; readonly saying: GoalSaying } {
  const status = new Map(
    within.flatMap((goal) => {
      const found = statusOf(goal, goals, question);
      return found === null ? [] : [[goal.id, found] as const];
    }),
  );
  const saying = goalSaying(
    words,
    new Map(
      within.flatMap(({ id, kpi }) =>
        status.get(id)?.unit === undefined ? [] : [[kpi, status.get(id)?.unit ?? 'quantity'] as const],
      ),
    ),
  );
  const ids = new Set(status.keys());
  const below = Map.groupBy(within, ({ parent }) => (parent !== null && ids.has(parent) ? parent : ''));
  const linesOf = (parent: string, depth: number): readonly StandingGoal[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => Number(a.part) - Number(b.part) || Number(a.supporting) - Number(b.supporting))
      .flatMap((goal) => {
        const found = status.get(goal.id);
        const own =
          found === undefined
            ? []
            : [{ goal, status: found, depth, name: goalName(hidesNames ? { ...goal, name: null } : goal, saying) }];
        return [...own, ...linesOf(goal.id, depth + 1)];
      });
  return { standing: linesOf('', 0), saying };
}

function goalSaying(
  { say, format, grid, filters }: ReportWords,
  units: ReadonlyMap<string, GoalStatus['unit']>,
): GoalSaying {
  return {
    say: (key, values) => say(`goals:${key}`, values),
    format,
    kpiName: grid.kpi,
    unitOf: (reference) => units.get(reference) ?? 'quantity',
    member: filters.member,
  };
}

function statusOf(...asked: Parameters<typeof goalStatus>): GoalStatus | null {
  try {
    return goalStatus(...asked);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'E_CANCELLED') return null;
    throw error;
  }
}
