import { addMonths, isoDate } from '#shared/calendar.ts';
import type { Goal, GoalPace, GoalStatus } from '#shared/goals.ts';
import { unitHolding, type Period } from '#shared/period.ts';
import { nextRung, raisedLevel } from './ladder.ts';
import { grainOf } from './past.ts';
import { sameFilters } from './same-filters.ts';

/** How far above its target a goal ends that was easily reached. */
const EASILY = 1.05;
/** How far above plan an open one is that may as well be raised now. */
const FAR_AHEAD = 1.1;

/** A goal of the past and how it ended. */
export interface EarlierGoal {
  readonly goal: Goal;
  readonly pace: Pick<GoalPace, 'state' | 'attained' | 'period'>;
}

/** Goals for the same thing as this one: the same KPI, filters, shape and direction. */
export function isAlike(a: Goal, b: Goal): boolean {
  return (
    a.id !== b.id &&
    a.kpi === b.kpi &&
    a.better === b.better &&
    a.target.shape === b.target.shape &&
    sameFilters(a.filters, b.filters)
  );
}

/**
 * What to aim at next. A goal that was reached easily (5 % over its target, or before its time; an open one 10 % ahead) proposes the next
 * rung: shares go 10, 12, 15, 20 %, levels are raised by 10, 12 and then 15 %. One missed twice in a row proposes to hold the target. Nothing
 * for a range, and while a goal for the same thing follows already. `earlier`: alike goals that were over before it, the latest last.
 * Source: kpis.md, Goals. Example: +10 % on last year, and it became +14 %: +12 % for the next year.
 */
export function proposalOf(
  goal: Goal,
  pace: Pick<GoalPace, 'state' | 'attained' | 'unit' | 'over'>,
  period: Period,
  earlier: readonly EarlierGoal[],
  fiscalYearStart: number,
): GoalStatus['proposal'] {
  const { better, target } = goal;
  const attained = pace.attained ?? 0;
  const before = earlier.at(-1);
  if (pace.state === 'missed' && before?.pace.state === 'missed')
    return { do: 'hold', value: target.value, period: nextPeriod(period, fiscalYearStart), now: false };
  const isOpen = period.open;
  const isEasy =
    pace.state === 'reached'
      ? isOpen || attained >= EASILY
      : pace.state === 'ahead' && pace.over !== 'adds' && attained >= FAR_AHEAD;
  if (better === 'range' || !isEasy) return null;
  const streak = 1 + countBack(earlier);
  const isShare = target.shape === 'percentage' || (target.shape === 'level' && pace.unit === 'ratio');
  const next = isShare ? nextRung(target.value, better) : raisedLevel(target.value, streak, better);
  const value = target.shape === 'level' && pace.unit === 'ratio' ? Math.min(1, next) : next;
  if (value === target.value) return null;
  return { do: 'raise', value, period: isOpen ? period.spec : nextPeriod(period, fiscalYearStart), now: isOpen };
}

/** How many goals in a row were reached, from the latest back. */
function countBack(earlier: readonly EarlierGoal[]): number {
  const from = earlier.findLastIndex(({ pace }) => pace.state !== 'reached');
  return earlier.length - 1 - from;
}

/** The period after, as long: the next calendar unit where it is one. Example: 2026-Q4 is followed by 2027-Q1. */
export function nextPeriod({ from, to, unit, count }: Period, fiscalYearStart: number): string {
  const grain = grainOf({ from, to }, fiscalYearStart);
  if (grain !== null) return unitHolding(to + 1, grain, fiscalYearStart).spec;
  const last = unit === 'month' ? addMonths(to + 1, count) - 1 : to + (to - from + 1);
  return `${isoDate(to + 1)}..${isoDate(last)}`;
}
