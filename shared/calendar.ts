/**
 * Civil dates as integers. A `Day` counts days since 1970-01-01 in the proleptic Gregorian calendar; no time zone, no clock.
 * Algorithms after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
export type Day = number;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/** Day number of a civil date. Does not check the date: see `isCivilDate`. Example: `dayOf(1970, 1, 2)` is 1. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Civil date of a day number. Example: `civilOf(19358)` is 2023-01-01. */
export function civilOf(day: Day): CivilDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Days in a month, leap years included. Example: `daysInMonth(2024, 2)` is 29. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** True for a date that exists. Example: 2023-02-29 does not. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `YYYY-MM-DD` of a day. Example: `isoDate(0)` is '1970-01-01'. */
export function isoDate(day: Day): string {
  const { year, month, day: d } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

const MINUTES_A_DAY = 1440;

/** `YYYY-MM-DDTHH:MM` of local minutes since 1970-01-01 00:00. Example: 1441 is '1970-01-02T00:01'. */
export function isoMinute(minutes: number): string {
  const day = Math.floor(minutes / MINUTES_A_DAY);
  const ofDay = minutes - day * MINUTES_A_DAY;
  const [hour, minute] = [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0'));
  return `${isoDate(day)}T${hour}:${minute}`;
}

/** Day of a strict `YYYY-MM-DD`, or null when the text is no existing date. */
export function parseIsoDate(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCivilDate(year, month, day) ? dayOf(year, month, day) : null;
}

/** Months since year 0, for month arithmetic. Example: `monthIndex(2026, 9)` is 24320. */
export function monthIndex(year: number, month: number): number {
  return year * 12 + month - 1;
}

/** First day of the month with the given index. */
export function firstDayOfMonth(index: number): Day {
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
}

/** The same day n months later, the month's last day where it is shorter. Example: 2024-01-31 plus 1 is 2024-02-29. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: d } = civilOf(day);
  const index = monthIndex(year, month) + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return dayOf(y, m, Math.min(d, daysInMonth(y, m)));
}

/** Weekday with Monday 0 to Sunday 6. Example: 1970-01-01 was a Thursday: 3. */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** ISO 8601 week: the week belongs to the year of its Thursday. Example: 2021-01-03 is 2020-W53. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = day - weekday(day) + 3;
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}

/** Monday of an ISO week. Example: `mondayOf(2026, 1)` is 2025-12-29. */
export function mondayOf(year: number, week: number): Day {
  const fourthOfJanuary = dayOf(year, 1, 4);
  return fourthOfJanuary - weekday(fourthOfJanuary) + (week - 1) * 7;
}
