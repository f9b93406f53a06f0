import { addMonths, civilOf, dayOf, daysInMonth, isoWeek, mondayOf, weekday, type Day } from './calendar.ts';
import type { Span } from './period.ts';

const isMonthEnd = (day: Day): boolean => {
  const { year, month, day: d } = civilOf(day);
  return d === daysInMonth(year, month);
};

function shiftDays(span: Span, days: number): Span {
  return { ...span, from: span.from + days, to: span.to + days, through: span.through + days };
}

/** A month's end stays a month's end; the elapsed part keeps its date, at most the end. */
function shiftMonths(span: Span, months: number): Span {
  const moved = addMonths(span.to, months);
  const { year, month } = civilOf(moved);
  const to = span.unit === 'month' && isMonthEnd(span.to) ? dayOf(year, month, daysInMonth(year, month)) : moved;
  const through = span.through === span.to ? to : Math.min(addMonths(span.through, months), to);
  return { ...span, from: addMonths(span.from, months), to, through };
}

/**
 * The span before: one step back, the same elapsed part of it. Null for `all`, which has nothing before it.
 * Example: 2026-09 through the 17th gives 2026-08 through the 17th; 2026-03-05..2026-03-14 gives 2026-02-23..2026-03-04.
 */
export function previousSpan(span: Span): Span | null {
  switch (span.unit) {
    case 'all':
      return null;
    case 'month':
      return shiftMonths(span, -span.count);
    case 'week':
      return shiftDays(span, -7 * span.count);
    case 'day':
      return shiftDays(span, -span.count);
  }
}

/**
 * The same dates a year earlier, weeks by ISO week number. Null for `all` and for a week 53 whose year before has none.
 * Example: 2026-W36 gives 2025-W36; 2024-02 (29 days) gives 2023-02 (28 days); 2024-02-29 gives 2023-02-28.
 */
export function lastYearSpan(span: Span): Span | null {
  if (span.unit === 'all') return null;
  if (span.unit !== 'week') return shiftMonths(span, -12);
  const monday = span.from - weekday(span.from);
  const { year, week } = isoWeek(monday);
  const earlier = mondayOf(year - 1, week);
  return isoWeek(earlier).week === week ? shiftDays(span, earlier - monday) : null;
}

/** From the first day of the (fiscal) year that holds the last counted day, to the same end. Example: 2026-09 gives 2026-01-01..2026-09-30. */
export function yearToDateSpan(span: Span, fiscalYearStart: number): Span {
  const { year, month } = civilOf(Math.max(span.from, span.through));
  const from = dayOf(month >= fiscalYearStart ? year : year - 1, fiscalYearStart, 1);
  return { ...span, from, unit: 'month', count: 12 };
}

/** The n spans that end with this one. Example: 2026-09 with n 3 gives 2026-07-01..2026-09-30. `all` stays as it is. */
export function rollingSpan(span: Span, n: number): Span {
  const back = n - 1;
  const count = span.count * n;
  switch (span.unit) {
    case 'all':
      return span;
    case 'month':
      return { ...span, from: addMonths(span.from, -span.count * back), count };
    case 'week':
      return { ...span, from: span.from - 7 * span.count * back, count };
    case 'day':
      return { ...span, from: span.from - span.count * back, count };
  }
}

/** The day before the span begins: where a balance stood when it began. */
export function startOfSpan(span: Span): Span {
  const day = span.from - 1;
  return { from: day, to: day, through: day, unit: 'day', count: 1 };
}

/** The days both cover, with the step of the first. Null when they share none. */
export function intersectSpans(a: Span, b: Span): Span | null {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return to < from ? null : { ...a, from, to, through: Math.min(a.through, b.through, to) };
}
