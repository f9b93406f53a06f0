import { civilOf, daysInMonth, isoDate, dayOf, parseIsoDate } from '#shared/calendar.ts';

export interface PeriodChoice {
  readonly spec: string;
  /** No day of it lies in the data. */
  readonly outside: boolean;
}

export interface YearChoices {
  readonly year: PeriodChoice;
  readonly quarters: readonly PeriodChoice[];
  readonly months: readonly PeriodChoice[];
}

const two = (number: number): string => String(number).padStart(2, '0');

function yearOf(iso: string): number {
  return civilOf(parseIsoDate(iso) ?? 0).year;
}

/** Years with data, newest first. Example: 2024-11-01 to 2026-10-30 gives 2026, 2025, 2024. */
export function yearsWithData(from: string, to: string): readonly number[] {
  const [first, last] = [yearOf(from), yearOf(to)];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

/** One calendar year's choices, marked where no day of them lies in the data. ISO dates, both ends included. */
export function choicesOfYear(year: number, from: string, to: string): YearChoices {
  const choice = (spec: string, firstMonth: number, lastMonth: number): PeriodChoice => {
    const first = isoDate(dayOf(year, firstMonth, 1));
    const last = isoDate(dayOf(year, lastMonth, daysInMonth(year, lastMonth)));
    return { spec, outside: last < from || first > to };
  };
  const name = String(year);
  return {
    year: choice(name, 1, 12),
    quarters: [1, 2, 3, 4].map((quarter) => choice(`${name}-Q${String(quarter)}`, quarter * 3 - 2, quarter * 3)),
    months: Array.from({ length: 12 }, (_, index) => choice(`${name}-${two(index + 1)}`, index + 1, index + 1)),
  };
}

/** The fiscal year that holds a day, named after the calendar year it ends in; null when fiscal years are calendar years. */
export function fiscalYearSpec(year: number, fiscalYearStart: number): string | null {
  return fiscalYearStart === 1 ? null : `FY${String(year)}`;
}

/** A custom range as a period's text, null while it is unfinished or backwards. */
export function customSpec(from: string, to: string): string | null {
  const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
  return first === null || last === null || first > last ? null : `${from}..${to}`;
}
