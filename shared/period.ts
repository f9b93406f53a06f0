import {
  addMonths,
  civilOf,
  dayOf,
  daysInMonth,
  firstDayOfMonth,
  isCivilDate,
  isoDate,
  mondayOf,
  monthIndex,
  parseIsoDate,
  weekday,
  isoWeek,
  type Day,
} from './calendar.ts';
import { AppError } from './errors.ts';
import type { ResolvedPeriod } from './question.ts';

/** A stretch of days, both ends included, and the step that leads to the one before it. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
  /** Last day that counts: `to`, or for an open period as far as data reach; before `from` when nothing has elapsed. */
  readonly through: Day;
  /** Step to the previous span: `count` units. `all` has none. */
  readonly unit: 'day' | 'week' | 'month' | 'all';
  readonly count: number;
}

export interface Period extends Span {
  /** Absolute period text: `2026-09` for `latest-month`, `2025-10-01..2026-09-30` for `last-12-months`. */
  readonly spec: string;
  readonly open: boolean;
}

/** What period text is resolved against. Days without data are null. */
export interface PeriodClock {
  readonly today: Day;
  readonly dataFrom: Day | null;
  readonly dataTo: Day | null;
  /** First month of the fiscal year, 1 to 12. FY2026 is the fiscal year that ends in 2026. */
  readonly fiscalYearStart: number;
}

/** Days that a closed period's data may stop before its end and still be whole: a weekend and a holiday. */
export const COMPLETE_WITHIN_DAYS = 3;

type Stretch = Pick<Span, 'from' | 'to' | 'unit' | 'count'> & { readonly spec: string };
type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'fiscal-quarter' | 'fiscal-year';

/**
 * Days of a period text.
 * Absolute: `all`, `2026`, `2026-Q3`, `2026-09`, `2026-W36`, `2026-09-14`, `FY2026`, `FY2026-Q1`, and two of them as `a..b`.
 * By the data: `latest-day|week|month|quarter|year|fiscal-quarter|fiscal-year` (the one that holds the last data, or today if data runs past it),
 * `last-N-days|weeks|months|quarters|years` (N complete ones: ended before today, data reaching within three days of the end).
 * By today: `this-…`, and `last-…` for the one before it.
 * A period is open when today is not after its last day: it counts through the last day with data, at most today; data that
 * reach within three days of a month's end after that month has ended count as the whole month.
 * Throws E_BAD_PERIOD for any other text, dates that do not exist and ranges that end before they begin.
 * Example: with today 2026-10-02 and data through 2026-09-30, `latest-month` is 2026-09-01 to 2026-09-30, closed.
 */
export function resolvePeriod(text: string, clock: PeriodClock): Period {
  const stretch = relative(text.trim().toLowerCase(), clock) ?? absolute(text.trim(), clock);
  if (
    stretch === null ||
    stretch.to < stretch.from ||
    stretch.from < dayOf(1, 1, 1) ||
    stretch.to > dayOf(9999, 12, 31)
  )
    throw new AppError('E_BAD_PERIOD', `"${text}" is not a period.`, { period: text });
  const open = clock.today <= stretch.to;
  const through = open ? Math.min(lastCounted(clock), stretch.to) : stretch.to;
  return { ...stretch, open, through };
}

/** The period as it crosses the seam. */
export function periodJson(period: Period): ResolvedPeriod {
  const { spec, open } = period;
  return { spec, open, from: isoDate(period.from), to: isoDate(period.to), through: isoDate(period.through) };
}

/** The calendar unit that holds a day. Example: 2026-08-20 in quarters is 2026-Q3. */
export function unitHolding(day: Day, unit: PeriodUnit, fiscalYearStart = 1): Stretch {
  const { year, month } = civilOf(day);
  switch (unit) {
    case 'day':
      return { spec: isoDate(day), from: day, to: day, unit: 'day', count: 1 };
    case 'week': {
      const week = isoWeek(day);
      const monday = day - weekday(day);
      const spec = `${fourDigits(week.year)}-W${twoDigits(week.week)}`;
      return { spec, from: monday, to: monday + 6, unit: 'week', count: 1 };
    }
    case 'month':
      return months(`${fourDigits(year)}-${twoDigits(month)}`, monthIndex(year, month), 1);
    case 'quarter': {
      const quarter = Math.ceil(month / 3);
      return months(`${fourDigits(year)}-Q${String(quarter)}`, monthIndex(year, quarter * 3 - 2), 3);
    }
    case 'year':
      return months(fourDigits(year), monthIndex(year, 1), 12);
    case 'fiscal-quarter': {
      const inYear = (month - fiscalYearStart + 12) % 12;
      return fiscalQuarter(fiscalYearOf(year, month, fiscalYearStart), Math.floor(inYear / 3) + 1, fiscalYearStart);
    }
    case 'fiscal-year':
      return fiscalYear(fiscalYearOf(year, month, fiscalYearStart), fiscalYearStart);
  }
}

/** Days of n whole units that end with the one given by its last day. */
function unitsUntil(last: Stretch, n: number): Stretch {
  const from =
    last.unit === 'month'
      ? addMonths(last.from, -last.count * (n - 1))
      : last.from - (last.to - last.from + 1) * (n - 1);
  return { ...last, from, count: last.count * n, spec: `${isoDate(from)}..${isoDate(last.to)}` };
}

function relative(text: string, clock: PeriodClock): Stretch | null {
  const asOf = Math.min(clock.today, clock.dataTo ?? clock.today);
  const rolling = /^last-(\d{1,4})-(day|week|month|quarter|year)s?$/.exec(text);
  if (rolling !== null) {
    const n = Number(rolling[1]);
    return n === 0 ? null : unitsUntil(lastComplete(toUnit(rolling[2]), asOf, clock), n);
  }
  const match = /^(latest|this|last)-(day|week|month|quarter|year|fiscal-quarter|fiscal-year)$/.exec(text);
  if (match === null) return null;
  const unit = toUnit(match[2]);
  const start = clock.fiscalYearStart;
  if (match[1] === 'latest') return unitHolding(asOf, unit, start);
  const current = unitHolding(clock.today, unit, start);
  return match[1] === 'this' ? current : unitHolding(current.from - 1, unit, start);
}

/** Data through Friday the 30th of a month that is over say all there is to say about it. */
function lastCounted(clock: PeriodClock): Day {
  const asOf = Math.min(clock.today, clock.dataTo ?? clock.today);
  return Math.max(asOf, lastComplete('month', asOf, clock).to);
}

function lastComplete(unit: PeriodUnit, asOf: Day, clock: PeriodClock): Stretch {
  const latest = unitHolding(asOf, unit, clock.fiscalYearStart);
  const slack = unit === 'day' ? 0 : COMPLETE_WITHIN_DAYS;
  const complete = latest.to < clock.today && latest.to - asOf <= slack;
  return complete ? latest : unitHolding(latest.from - 1, unit, clock.fiscalYearStart);
}

function absolute(text: string, clock: PeriodClock): Stretch | null {
  if (text.toLowerCase() === 'all') {
    const from = clock.dataFrom ?? clock.today;
    return { spec: 'all', from, to: clock.dataTo ?? from, unit: 'all', count: 1 };
  }
  const [first, second, ...more] = text.split('..');
  if (first === undefined || more.length > 0) return null;
  const start = named(first, clock);
  if (second === undefined || start === null) return start;
  const end = named(second, clock);
  return end === null ? null : between(start.from, end.to);
}

function named(text: string, clock: PeriodClock): Stretch | null {
  const day = parseIsoDate(text);
  if (day !== null) return unitHolding(day, 'day');
  const fiscal = /^FY(\d{4})(?:-Q([1-4]))?$/i.exec(text);
  if (fiscal !== null) {
    const [year, start] = [Number(fiscal[1]), clock.fiscalYearStart];
    return fiscal[2] === undefined ? fiscalYear(year, start) : fiscalQuarter(year, Number(fiscal[2]), start);
  }
  const match = /^(\d{4})(?:-(?:Q([1-4])|W(\d{1,2})|(\d{2})))?$/i.exec(text);
  if (match === null) return null;
  const [year, quarter, week, month] = [Number(match[1]), match[2], match[3], match[4]];
  if (quarter !== undefined) return unitHolding(dayOf(year, Number(quarter) * 3, 1), 'quarter');
  if (week !== undefined) {
    const found = unitHolding(mondayOf(year, Number(week)), 'week');
    return found.spec === `${fourDigits(year)}-W${twoDigits(Number(week))}` ? found : null;
  }
  if (month === undefined) return unitHolding(dayOf(year, 1, 1), 'year');
  return isCivilDate(year, Number(month), 1) ? unitHolding(dayOf(year, Number(month), 1), 'month') : null;
}

/** A free range steps by whole months where it is whole months, else by its length in days. */
function between(from: Day, to: Day): Stretch {
  const spec = `${isoDate(from)}..${isoDate(to)}`;
  const [a, b] = [civilOf(from), civilOf(to)];
  const whole = a.day === 1 && b.day === daysInMonth(b.year, b.month);
  const count = whole ? monthIndex(b.year, b.month) - monthIndex(a.year, a.month) + 1 : to - from + 1;
  return { spec, from, to, unit: whole ? 'month' : 'day', count };
}

function months(spec: string, index: number, count: number): Stretch {
  return { spec, from: firstDayOfMonth(index), to: firstDayOfMonth(index + count) - 1, unit: 'month', count };
}

function fiscalYearOf(year: number, month: number, start: number): number {
  return start > 1 && month >= start ? year + 1 : year;
}

function fiscalYear(endsIn: number, start: number): Stretch {
  return months(`FY${fourDigits(endsIn)}`, monthIndex(start > 1 ? endsIn - 1 : endsIn, start), 12);
}

function fiscalQuarter(endsIn: number, quarter: number, start: number): Stretch {
  const year = fiscalYear(endsIn, start);
  const { year: y, month } = civilOf(year.from);
  return months(`${year.spec}-Q${String(quarter)}`, monthIndex(y, month) + 3 * (quarter - 1), 3);
}

const UNITS_BY_NAME: Readonly<Record<string, PeriodUnit>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  'fiscal-quarter': 'fiscal-quarter',
  'fiscal-year': 'fiscal-year',
};

function toUnit(text: string | undefined): PeriodUnit {
  return UNITS_BY_NAME[text ?? ''] ?? 'month';
}

const fourDigits = (n: number): string => String(n).padStart(4, '0');
const twoDigits = (n: number): string => String(n).padStart(2, '0');
