import { monthNumber } from '../month-names.ts';

/** A column name that is a month or a quarter; `year` null when it says none. */
export interface PeriodLabel {
  readonly year: number | null;
  /** First month, 1 to 12. */
  readonly month: number;
  readonly months: 1 | 3;
}

const YEAR_MONTH = /^(\d{4})(?:[-/. ](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))$/;
const MONTH_YEAR = /^(0?[1-9]|1[0-2])[-/. ](\d{4})$/;
/** A workbook's date, at the beginning or the end of its month. */
const DATE = /^(\d{4})-(\d{2})-(01|28|29|30|31)(?: 00:00)?$/;
const NAME_YEAR = /^([a-zåäö]+)\.?[\s-]*(?:'?(\d{2})|(\d{4}))?$/i;
const YEAR_NAME = /^(\d{4})[\s-]+([a-zåäö]+)\.?$/i;
const QUARTER_YEAR = /^(?:q|kv|kvartal|quarter|qtr)\.?\s?([1-4])(?:[\s\-/]*(?:'?(\d{2})|(\d{4})))?$/i;
const YEAR_QUARTER = /^(\d{4})[\s\-/]*(?:q|kv|kvartal|quarter|qtr)\.?\s?([1-4])$/i;

/**
 * A column name read as a period, in Swedish and English. Null for any other name.
 * Example: `2026-01`, `Jan 2026`, `2026 jan` and `jan-26` are January 2026, `mars` March of a year said elsewhere, `Q2 2026`
 * the quarter from April 2026.
 */
export function periodLabel(text: string): PeriodLabel | null {
  const numeric = YEAR_MONTH.exec(text);
  if (numeric !== null) return inYear(Number(numeric[1]), Number(numeric[2] ?? numeric[3]), 1);
  const turned = MONTH_YEAR.exec(text);
  if (turned !== null) return inYear(Number(turned[2]), Number(turned[1]), 1);
  const date = DATE.exec(text);
  if (date !== null) return inYear(Number(date[1]), Number(date[2]), 1);
  const [, quarter, short, long] = QUARTER_YEAR.exec(text) ?? [];
  if (quarter !== undefined) return inYear(yearOf(short, long), Number(quarter) * 3 - 2, 3);
  const yearQuarter = YEAR_QUARTER.exec(text);
  if (yearQuarter !== null) return inYear(Number(yearQuarter[1]), Number(yearQuarter[2]) * 3 - 2, 3);
  const named = NAME_YEAR.exec(text);
  const month = monthNumber(named?.[1] ?? '');
  if (month !== null) return inYear(yearOf(named?.[2], named?.[3]), month, 1);
  const yearFirst = YEAR_NAME.exec(text);
  const second = monthNumber(yearFirst?.[2] ?? '');
  return second === null ? null : inYear(Number(yearFirst?.[1]), second, 1);
}

function yearOf(short: string | undefined, long: string | undefined): number | null {
  if (long !== undefined) return Number(long);
  return short === undefined ? null : 2000 + Number(short);
}

function inYear(year: number | null, month: number, months: 1 | 3): PeriodLabel | null {
  if (year !== null && (year < 1950 || year > 2100)) return null;
  return month < 1 || month > 12 ? null : { year, month, months };
}
