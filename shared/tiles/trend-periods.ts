import { civilOf, firstDayOfMonth, isoDate, monthIndex, parseIsoDate } from '../calendar.ts';
import type { ResolvedPeriod } from '../question.ts';

/** Months counted from year 0, of an ISO day. */
export const monthOf = (iso: string): number => {
  const { year, month } = civilOf(parseIsoDate(iso) ?? 0);
  return monthIndex(year, month);
};
const monthsText = (first: number, last: number): string =>
  `${isoDate(firstDayOfMonth(first))}..${isoDate(firstDayOfMonth(last + 1) - 1)}`;

const SPARK_MONTHS = 13;
const FEW_MONTHS = 6;
const TREND_MONTHS = 12;

/**
 * The months of the sparklines: the thirteen up to the period's end, or the whole period where it is longer. A month that is not
 * over on `today` is left out. Example: the year 2026 with data through 14 October on 14 October ends with September.
 */
export function sparkPeriod(period: ResolvedPeriod, today: string, dataFrom: string): string {
  const through = monthOf(period.through);
  const last = isoDate(firstDayOfMonth(through + 1) - 1) >= today ? through - 1 : through;
  const first = Math.max(Math.min(monthOf(period.from), last - SPARK_MONTHS + 1), monthOf(dataFrom));
  return monthsText(Math.min(first, last), last);
}

/**
 * The months of the revenue chart: the period's own, or for a period under half a year the twelve up to its end, so that
 * a single month is seen among its neighbours. Never before the data begins.
 */
export function trendPeriod(period: ResolvedPeriod, dataFrom: string): string {
  const [first, last] = [monthOf(period.from), monthOf(period.to)];
  if (last - first + 1 >= FEW_MONTHS) return period.spec;
  return monthsText(Math.max(last - TREND_MONTHS + 1, Math.min(monthOf(dataFrom), first)), last);
}
