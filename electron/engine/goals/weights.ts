import { addMonths, civilOf, dayOf, type Day } from '#shared/calendar.ts';
import type { GoalSpread } from '#shared/goals.ts';
import type { WorkingCalendar } from '#shared/working-days.ts';
import type { DayRange } from '../ports/column-queries.ts';

/** A month of a goal's period, or the part of it that lies in the period. */
export interface MonthPart extends DayRange {
  /** First day of the whole month. */
  readonly month: Day;
}

/** How a goal's target lies over its period. */
export interface Weights {
  /** The spread in force: last year's where there is one to go by, else that of the working days. */
  readonly by: GoalSpread['by'];
  readonly months: readonly MonthPart[];
  /** The share of the target that falls on days of the period, 0 to 1. */
  share(days: DayRange): number;
}

/** The months that share a day with the range, cut at its ends. Example: 15 January to 10 February gives two parts. */
export function monthParts({ from, to }: DayRange): readonly MonthPart[] {
  const parts: MonthPart[] = [];
  const { year, month: first } = civilOf(from);
  for (let month = dayOf(year, first, 1); month <= to; month = addMonths(month, 1))
    parts.push({ month, from: Math.max(from, month), to: Math.min(to, addMonths(month, 1) - 1) });
  return parts;
}

/**
 * The weights of a goal's days. Over the months: evenly; by their working days; as the same months of the year before (`lastYear`, one
 * value a month, null for none); by hand. Within a month all days weigh alike where the spread is even, else its working days do,
 * all days where there is no calendar. A year before without any value, or with one below zero, is no profile: then the working days are.
 * Source: kpis.md, Goals. Example: 2026 spread evenly has a quarter of its target by 31 March; by last year's 20, 30, 50 and nothing
 * more, all of it.
 */
export function goalWeights(
  spread: GoalSpread,
  period: DayRange,
  calendar: WorkingCalendar | null,
  lastYear: readonly (number | null)[],
): Weights {
  const months = monthParts(period);
  const isProfile = lastYear.every((value) => (value ?? 0) >= 0) && lastYear.some((value) => (value ?? 0) > 0);
  const by = spread.by === 'last-year' && !isProfile ? 'working-days' : spread.by;
  const wholeDays = ({ month }: MonthPart): number => addMonths(month, 1) - month;
  const worked = (days: DayRange): number => workingDays(days, calendar);
  const weights = months.map((part, i): number => {
    if (by === 'working-days') return worked(part);
    if (spread.by === 'hand') return spread.weights[i] ?? 0;
    const whole = by === 'last-year' ? (lastYear[i] ?? 0) : 1;
    return (whole * lengthOf(part)) / wholeDays(part);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const within = (part: MonthPart, days: DayRange): number => {
    const cut = { from: Math.max(part.from, days.from), to: Math.min(part.to, days.to) };
    if (cut.to < cut.from) return 0;
    const [some, all] = [worked(cut), worked(part)];
    return by === 'even' || all === 0 ? lengthOf(cut) / lengthOf(part) : some / all;
  };
  return {
    by,
    months,
    share: (days) =>
      total === 0
        ? lengthOf({ from: Math.max(period.from, days.from), to: Math.min(period.to, days.to) }) / lengthOf(period)
        : months.reduce((sum, part, i) => sum + (weights[i] ?? 0) * within(part, days), 0) / total,
  };
}

/** Working days of a range; without a calendar all its days. Never below zero. */
export function workingDays({ from, to }: DayRange, calendar: WorkingCalendar | null): number {
  if (to < from) return 0;
  return calendar === null ? to - from + 1 : calendar.before(to + 1) - calendar.before(from);
}

function lengthOf({ from, to }: DayRange): number {
  return Math.max(0, to - from + 1);
}
