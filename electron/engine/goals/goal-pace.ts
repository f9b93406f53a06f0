import { addMonths, isoDate, type Day } from '#shared/calendar.ts';
import type { Goal, GoalPace } from '#shared/goals.ts';
import { resolvePeriod, type Period } from '#shared/period.ts';
import type { DayRange } from '../ports/column-queries.ts';
import { dataRange, type QuestionContext } from '../question/context.ts';
import { clockOf } from '../question/plan.ts';
import { kpiPlanner } from '../question/planned-kpi.ts';
import { askTotal, askUnits, dayOfIso } from './asked.ts';
import { contextOfGoal } from './definition.ts';
import { targetsOf } from './goal-target.ts';
import { overTime } from './over-time.ts';
import { paceOf } from './pace.ts';
import { goalWeights, monthParts, type Weights } from './weights.ts';

/** A goal's pace, and what it was found with. */
export interface GoalStanding {
  readonly pace: GoalPace;
  readonly period: Period;
  readonly weights: Weights;
  /** What stood when the period began. */
  readonly opening: number | null;
  /** Of the definitions that the goal goes by. */
  readonly context: QuestionContext;
}

/**
 * A goal held against the data: its target, its outcome so far, where that should be, the pace and the state. Past periods go by the
 * definition that was kept with them. No forecast is made, so that all goals of a workspace are soon looked at.
 * Throws E_UNKNOWN_KPI, E_BAD_FORMULA, E_FORMULA_CYCLE, E_UNKNOWN_DIMENSION, E_BAD_PERIOD.
 * Source: kpis.md, Goals. Example: revenue of 45 on 30 June against 100 for the year spread evenly: expected 50, pace 0.9, behind.
 */
export function goalPace(goal: Goal, context: QuestionContext): GoalPace {
  return goalStanding(goal, context).pace;
}

/** The same with the period and the weights behind it. */
export function goalStanding(goal: Goal, todays: QuestionContext): GoalStanding {
  const context = contextOfGoal(goal, todays);
  const planned = kpiPlanner({ variants: {}, compare: 'none' }, context)(goal.kpi);
  const unit = planned.variant.unit ?? planned.definition.unit;
  const over = overTime(unit, planned.expression, planned.inputs);
  const asked = askTotal(goal, goal.period, context);
  const clock = clockOf(context, dataRange(context.queries));
  const period = { ...resolvePeriod(goal.period, clock), through: dayOfIso(asked.period.through) };
  const targets = targetsOf(goal, period, over, clock, context);
  const weights = weightsOf(goal, period, context);
  const counted = { from: period.from, to: Math.min(period.through, period.to) };
  const elapsed = Math.max(0, counted.to - counted.from + 1) / (period.to - period.from + 1);
  const opening = over === 'stands' ? askTotal(goal, isoDate(period.from - 1), context).value : null;
  const isWaiting = elapsed === 0;
  const judged = paceOf({
    over,
    better: goal.better,
    target: targets.target,
    upTo: targets.upTo,
    actual: asked.value,
    opening,
    weight: isWaiting ? 0 : weights.share(counted),
    elapsed,
    open: period.open,
    complete: !asked.marks.includes('data-ends-early'),
  });
  const pace: GoalPace = {
    period: asked.period,
    unit,
    direction: planned.variant.direction ?? planned.definition.direction,
    variant: planned.variant.id,
    formula: planned.variant.formula,
    over,
    target: targets.target,
    upTo: targets.upTo,
    baseline: targets.baseline,
    actual: isWaiting ? null : asked.value,
    reason: isWaiting ? targets.reason : (asked.reason ?? targets.reason),
    elapsed,
    ...judged,
  };
  return { pace, period, weights, opening, context };
}

/** How a goal's target lies over a period; last year's months are read only where they are asked for. */
export function weightsOf(goal: Goal, period: DayRange, context: QuestionContext): Weights {
  const { calendar } = context.queries.columns.rules();
  return goalWeights(
    goal.spread,
    period,
    calendar,
    goal.spread.by === 'last-year' ? yearBefore(goal, period, context) : [],
  );
}

function yearBefore(goal: Goal, period: DayRange, context: QuestionContext): readonly (number | null)[] {
  const months = monthParts(period).map(({ month }): Day => addMonths(month, -12));
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const values = new Map(
    askUnits(goal, { from: first, to: addMonths(last, 1) - 1 }, 'month', context).map((each) => [
      each.from,
      each.value,
    ]),
  );
  return months.map((month) => values.get(month) ?? null);
}
