import type { Goal, GoalBaseline, GoalPace, OverTime } from '#shared/goals.ts';
import { isoDate } from '#shared/calendar.ts';
import { resolvePeriod, type Period, type PeriodClock, type Span } from '#shared/period.ts';
import { lastYearSpan, previousSpan } from '#shared/period-shift.ts';
import type { Reason } from '#shared/question.ts';
import { addMonths } from '#shared/calendar.ts';
import { reason } from '../formula/outcome.ts';
import type { QuestionContext } from '../question/context.ts';
import { askTotal, spec } from './asked.ts';
import { monthParts } from './weights.ts';

export interface GoalTargets extends Pick<GoalPace, 'target' | 'upTo' | 'baseline'> {
  /** Why there is no target. */
  readonly reason: Reason | null;
}

/**
 * The target of a goal's whole period, in base units. A level or a count for each month counts once a month for what adds up, a part
 * of a month by its days. A difference is added to its baseline, a percentage is a share of it. No target without a baseline, for a
 * baseline that is not over or outlives the data ('no-comparison'), and for a percentage of zero or less ('base-not-positive').
 * Source: kpis.md, Goals. Example: 10 000 a month over a quarter is 30 000; +20 % on 50 is 60; +190 000 a month on 2 280 000 last
 * year is 4 560 000.
 */
export function targetsOf(
  goal: Goal,
  period: Period,
  over: OverTime,
  clock: PeriodClock,
  context: QuestionContext,
): GoalTargets {
  const { target, upTo, per } = goal;
  const times = per === 'month' && over === 'adds' ? monthsIn(period) : 1;
  if (target.shape === 'level' || target.shape === 'count')
    return { target: target.value * times, upTo: upTo === null ? null : upTo * times, baseline: null, reason: null };
  const span = baselineSpan(target.from, period, clock);
  if (span === null) return { target: null, upTo: null, baseline: null, reason: reason('no-comparison') };
  const { value, marks } = askTotal(goal, spec(span), context);
  const isOver = !marks.includes('open-period') && !marks.includes('data-ends-early');
  const known = isOver ? value : null;
  const baseline = { from: isoDate(span.from), to: isoDate(span.to), value: known };
  if (known === null) return { target: null, upTo: null, baseline, reason: reason('no-comparison') };
  if (target.shape === 'percentage' && known <= 0)
    return { target: null, upTo: null, baseline, reason: reason('base-not-positive') };
  const from = (change: number): number =>
    target.shape === 'percentage' ? known * (1 + change) : known + change * times;
  return { target: from(target.value), upTo: upTo === null ? null : from(upTo), baseline, reason: null };
}

/** Whole months and parts of months. */
function monthsIn(period: Period): number {
  return monthParts(period).reduce(
    (sum, { month, from, to }) => sum + (to - from + 1) / (addMonths(month, 1) - month),
    0,
  );
}

function baselineSpan(from: GoalBaseline, period: Period, clock: PeriodClock): Span | null {
  if (from === 'last-year') return lastYearSpan({ ...period, through: period.to });
  if (from === 'previous') return previousSpan({ ...period, through: period.to });
  return resolvePeriod(from.period, clock);
}
