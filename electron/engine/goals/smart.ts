import { isoDate } from '#shared/calendar.ts';
import type { Goal, GoalPace, GoalStatus } from '#shared/goals.ts';
import type { Period } from '#shared/period.ts';
import { dataRange, type QuestionContext } from '../question/context.ts';

/** A chance below it is too small to count on. */
const LEAST_CHANCE = 0.2;

/**
 * The five checks of a goal, each as a yes or no with what it rests on. Specific: it has an owner, or filters that say whose it is.
 * Measurable: its KPI has a value with the data at hand. Achievable: some period of the past met it, or the chance is at least 20 %; null where
 * neither is known. Relevant: it serves a goal, or is an objective and no mere activity. Time-bound: its deadline is ahead.
 * Source: kpis.md, Goals.
 */
export function smartOf(
  goal: Goal,
  {
    pace,
    period,
    past,
    chance,
  }: {
    readonly pace: Pick<GoalPace, 'actual' | 'reason' | 'state'>;
    readonly period: Period;
    readonly past: { readonly met: number; readonly of: number };
    readonly chance: number | null;
  },
  goals: readonly Goal[],
  context: QuestionContext,
): GoalStatus['smart'] {
  const serves = goals.some(({ id }) => id === goal.parent);
  const isServed = goals.some(({ parent }) => parent === goal.id);
  const isKnown = past.of > 0 || chance !== null;
  const data = dataRange(context.queries);
  return {
    specific: goal.owner !== null || goal.filters.length > 0,
    measurable: pace.actual !== null || (pace.state === 'waiting' && pace.reason?.code !== 'needs-data'),
    achievable: isKnown ? past.met > 0 || (chance ?? 0) >= LEAST_CHANCE : null,
    relevant: serves || (goal.parent === null && (goal.kind === 'result' || isServed)),
    timeBound: context.today <= period.to,
    past,
    daysLeft: period.to - context.today,
    dataTo: data === null ? null : isoDate(data.to),
  };
}
