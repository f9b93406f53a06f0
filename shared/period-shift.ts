import { addMonths, civilOf, dayOf, daysInMonth, isoWeek, mondayOf, weekday, type Day } from './calendar.ts';
import type { Span } from './period.ts';
import type { WorkingCalendar } from './working-days.ts';

const isMonthEnd = (day: Day): boolean => {
  const { year, month, day: d } = civilOf(day);
  return d === daysInMonth(year, month);
};

function shiftDays(span: Span, days: number): Span {
  return { ...span, from: span.from + days, to: span.to + days, through: span.through + days };
}

/** A month's end stays a month's end; the elapsed part keeps its date, at most the end. */
function shiftMonths(span: Span, months: number, calendar: WorkingCalendar | null): Span {
  const { unit, from, through } = span;
  const to = unit === 'day' || unit === 'week' ? addMonths(span.to, months) : shiftMonthEnd(span.to, months);
  const elapsed = through === span.to ? to : Math.min(addMonths(through, months), to);
  const moved: Span = { ...span, from: addMonths(from, months), to, through: elapsed };
  const wholeMonths = through > from && isMonthEnd(from - 1) && isMonthEnd(through);
  if (calendar !== null && wholeMonths) return { ...moved, through: Math.min(shiftMonthEnd(through, months), to) };
  return likeForLike(span, moved, calendar);
}

function shiftMonthEnd(day: Day, months: number): Day {
  return isMonthEnd(day) ? addMonths(day + 1, months) - 1 : addMonths(day, months);
}

/**
 * The moved span counted as far as the first one has come: through its n-th working day where the first is through its n-th, and
 * up to the next one where the first one's last counted day is a free day. A closed span is never cut; weeks meet weeks anyway.
 */
function likeForLike(span: Span, moved: Span, calendar: WorkingCalendar | null): Span {
  const { from, through } = span;
  if (calendar === null || through === span.to || span.unit === 'week' || span.unit === 'all') return moved;
  if (through < from) return { ...moved, through: moved.from - 1 };
  const worked = calendar.before(through + 1) - calendar.before(from);
  const last = calendar.isWorkingDay(through)
    ? calendar.nth(moved.from, worked)
    : calendar.nth(moved.from, worked + 1) - 1;
  return { ...moved, through: Math.min(last, moved.to) };
}

/**
 * The span before: one step back, the same elapsed part of it. That is as many working days where there is a calendar, unless
 * whole months have elapsed, which meet whole months. Null for `all`, which has nothing before it.
 * Example: 2026-09 through the 17th gives 2026-08 through the 17th, by Swedish working days (13) through the 19th;
 * 2026-03-05..2026-03-14 gives 2026-02-23..2026-03-04.
 */
export function previousSpan(span: Span, calendar: WorkingCalendar | null = null): Span | null {
  switch (span.unit) {
    case 'all':
      return null;
    case 'month':
      return shiftMonths(span, -span.count, calendar);
    case 'week':
      return shiftDays(span, -7 * span.count);
    case 'day':
      return likeForLike(span, shiftDays(span, -span.count), calendar);
  }
}

/**
 * The same dates a year earlier, the same elapsed part by working days where there is a calendar, weeks by ISO week number. Null for `all` and for a week 53 whose year before has none.
 * Example: 2026-W36 gives 2025-W36; 2024-02 (29 days) gives 2023-02 (28 days); 2024-02-29 gives 2023-02-28.
 */
export function lastYearSpan(span: Span, calendar: WorkingCalendar | null = null): Span | null {
  if (span.unit === 'all') return null;
  if (span.unit !== 'week') return shiftMonths(span, -12, calendar);
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

/** From the first of the month that holds the last counted day, as far as the span has come. Its step is one month. Example: 2026-09-17 gives 2026-09 through the 17th. */
export function monthToDateSpan(span: Span): Span {
  const { year, month } = civilOf(Math.max(span.from, span.through));
  const from = dayOf(year, month, 1);
  return {
    from,
    to: from + daysInMonth(year, month) - 1,
    through: Math.min(span.to, span.through),
    unit: 'month',
    count: 1,
  };
}

/** All of it, what lies ahead too. Example: 2026-09 through the 17th gives 2026-09 through the 30th. */
export function wholeSpan(span: Span): Span {
  return { ...span, through: span.to };
}

/** Everything since the first day, as far as the span has come; like `all` it has nothing before it. Example: with data from 2023-02-10, 2026-09 gives 2023-02-10..2026-09-30. */
export function everSpan(span: Span, firstDay: Day): Span {
  return { ...span, from: Math.min(firstDay, span.from), unit: 'all', count: 1 };
}

/** The twelve months that end with the last counted day, so that what is counted in them is a year's. Example: 2026-09 through the 17th gives 2025-09-18..2026-09-17. */
export function trailingYearSpan(span: Span): Span {
  const to = Math.min(span.to, span.through);
  const from = isMonthEnd(to) ? addMonths(to + 1, -12) : addMonths(to, -12) + 1;
  return { from, to, through: to, unit: 'month', count: 12 };
}

/** The same span n whole months earlier, the same elapsed part of it. Example: 2026-03 with n 1 gives 2026-02. */
export function laggedSpan(span: Span, n: number, calendar: WorkingCalendar | null = null): Span {
  return shiftMonths(span, -n, calendar);
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
