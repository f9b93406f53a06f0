import { addMonths, dayOf, isCivilDate, isoDate } from '#shared/calendar.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import type { Locale } from '#shared/format.ts';

export interface PeriodOption {
  readonly value: string;
  readonly label: string;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** What a goal may be set for: this year, quarter and month, and the next ones; fiscal years where they are others. */
export function periodOptions(today: string, fiscalYearStart: number, locale: Locale): readonly PeriodOption[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const quarter = Math.ceil(month / 3);
  const fiscal = fiscalYearStart > 1 && month >= fiscalYearStart ? year + 1 : year;
  const specs = [
    String(year),
    String(year + 1),
    ...(fiscalYearStart === 1 ? [] : [`FY${String(fiscal)}`, `FY${String(fiscal + 1)}`]),
    `${String(year)}-Q${String(quarter)}`,
    quarter === 4 ? `${String(year + 1)}-Q1` : `${String(year)}-Q${String(quarter + 1)}`,
    `${String(year)}-${two(month)}`,
    month === 12 ? `${String(year + 1)}-01` : `${String(year)}-${two(month + 1)}`,
  ];
  return specs.map((value) => ({ value, label: formatPeriodText(value, locale) }));
}

/** Whole years that a change may be measured from: the three before today's. Example: in 2026 they are 2025, 2024 and 2023. */
export function baselineYears(today: string, locale: Locale): readonly PeriodOption[] {
  const year = Number(today.slice(0, 4));
  return [1, 2, 3]
    .map((back) => String(year - back))
    .map((value) => ({ value, label: formatPeriodText(value, locale) }));
}

/** Two dates as a period; null while they are none, or the first is the later. */
export function periodOfDates(from: string, to: string): string | null {
  const isDate = (text: string): boolean => {
    const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && year > 0 && isCivilDate(year, month, day);
  };
  return isDate(from) && isDate(to) && from <= to ? `${from}..${to}` : null;
}

/** The dates of a year, quarter, month or range, which a choice of one's own begins with; none for any other period. Example: 2026-Q1 is 1 January to 31 March. */
export function datesOf(period: string): readonly [string, string] {
  const [, start, end] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(period) ?? [];
  if (start !== undefined && end !== undefined) return [start, end];
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(\d{2}))?$/.exec(period) ?? [];
  if (year === undefined) return ['', ''];
  const last = quarter === undefined ? Number(month ?? 12) : 3 * Number(quarter);
  const first = month === undefined ? last - (quarter === undefined ? 11 : 2) : last;
  const after = addMonths(dayOf(Number(year), last, 1), 1);
  return [`${year}-${two(first)}-01`, isoDate(after - 1)];
}
