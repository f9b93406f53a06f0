import { civilOf, daysInMonth, monthIndex, type CivilDate, type Day } from './calendar.ts';
import type { Span } from './period.ts';
import type { WorkingCalendar } from './working-days.ts';

export type SpanUnit = 'days' | 'working-days' | 'months';

/**
 * Length of the counted part of a span; 0 where nothing of it has elapsed. A part of a month is its share of the month's days.
 * Working days are null without a calendar.
 * Example: 2026-09 through the 17th is 17 days, 13 working days in Sweden, 17/30 months.
 */
export function spanLength(
  { from, to, through }: Span,
  unit: SpanUnit,
  calendar: WorkingCalendar | null,
): number | null {
  const after = Math.max(from, Math.min(to, through) + 1);
  switch (unit) {
    case 'days':
      return after - from;
    case 'working-days':
      return calendar === null ? null : calendar.before(after) - calendar.before(from);
    case 'months':
      return monthsBetween(from, after);
  }
}

/** Whole months and parts apart, so that whole ones stay whole numbers. */
function monthsBetween(a: Day, b: Day): number {
  const [start, end] = [civilOf(a), civilOf(b)];
  const partOf = ({ year, month, day }: CivilDate): number => (day - 1) / daysInMonth(year, month);
  return monthIndex(end.year, end.month) - monthIndex(start.year, start.month) + (partOf(end) - partOf(start));
}
