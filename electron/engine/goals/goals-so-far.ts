import { AppError } from '#shared/errors.ts';
import type { Goal } from '#shared/goals.ts';
import { resolvePeriod } from '#shared/period.ts';
import type { Filter } from '#shared/question.ts';
import type { GoalSoFar } from '../insights/goal-pace.ts';
import { dataRange, type QuestionContext } from '../question/context.ts';
import { clockOf } from '../question/plan.ts';
import { goalStanding } from './goal-pace.ts';
import { sameFilters } from './same-filters.ts';

/**
 * Goals that go on within a period, with where they are and where they should be, in base units: all of them without filters, else those
 * under the same ones. A range has no pace; a goal that cannot be counted any more is passed over, its own page says why.
 * Throws E_BAD_PERIOD. Example: revenue of 45 on 30 June against 100 for the year, spread evenly: 50 expected, 45 there, half of it gone.
 */
export function goalsSoFar(
  goals: readonly Goal[],
  asked: { readonly period: string; readonly filters: readonly Filter[] },
  context: QuestionContext,
): readonly GoalSoFar[] {
  const within = resolvePeriod(asked.period, clockOf(context, dataRange(context.queries)));
  return goals.flatMap((goal) => {
    if (goal.better === 'range') return [];
    if (asked.filters.length > 0 && !sameFilters(goal.filters, asked.filters)) return [];
    const standing = standingOf(goal, context);
    if (standing === null) return [];
    const { pace, period } = standing;
    const { actual, expected, elapsed, unit } = pace;
    if (!period.open || period.from > within.to || period.to < within.from || actual === null || expected === null)
      return [];
    return [{ goal, unit, expected, actual, gone: elapsed }];
  });
}

function standingOf(goal: Goal, context: QuestionContext): ReturnType<typeof goalStanding> | null {
  try {
    return goalStanding(goal, context);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'E_CANCELLED') return null;
    throw error;
  }
}
