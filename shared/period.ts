import { addMonths, civilOf, dayOf, daysInMonth, isoDate, monthIndex, type Day } from './calendar.ts';
import { AppError } from './errors.ts';
import { unitHolding, unitNamed, type PeriodUnit, type Span, type Stretch } from './period-units.ts';
import type { ResolvedPeriod } from './question.ts';

export { unitHolding } from './period-units.ts';
export type { Span } from './period-units.ts';

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
/** Shares of a period that data may begin after its start and still fill it: a long one, and a short one by no more than those days. */
const LATE_START = 0.05;
const LATE_START_SHORT = 0.1;

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

/**
 * Whether data from a day on fill a stretch: they begin in its first twentieth, or in its first three days where these are no more than
 * a tenth of it. Example: a year from the 19th of January, a month from the 4th, a week from its first day.
 */
export function fillsFrom({ from, to }: Pick<Span, 'from' | 'to'>, first: Day): boolean {
  const days = to - from + 1;
  return first - from <= Math.max(LATE_START * days, Math.min(COMPLETE_WITHIN_DAYS, LATE_START_SHORT * days));
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
  const start = unitNamed(first, clock.fiscalYearStart);
  if (second === undefined || start === null) return start;
  const end = unitNamed(second, clock.fiscalYearStart);
  return end === null ? null : between(start.from, end.to);
}

/** A free range steps by whole months where it is whole months, else by its length in days. */
function between(from: Day, to: Day): Stretch {
  const spec = `${isoDate(from)}..${isoDate(to)}`;
  const [a, b] = [civilOf(from), civilOf(to)];
  const whole = a.day === 1 && b.day === daysInMonth(b.year, b.month);
  const count = whole ? monthIndex(b.year, b.month) - monthIndex(a.year, a.month) + 1 : to - from + 1;
  return { spec, from, to, unit: whole ? 'month' : 'day', count };
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
