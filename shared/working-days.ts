import { parseIsoDate, weekday, type Day } from './calendar.ts';
import type { HolidayCountry } from './holidays/countries.ts';
import holidayDates from './holidays/holidays.json' with { type: 'json' };

/** The days a country works, by its weekly rest and its public holidays. */
export interface WorkingCalendar {
  isWorkingDay(day: Day): boolean;
  /** Working days before the day, counted from a start of the calendar's own: the difference of two is the number of them from the first day to the one before the second. */
  before(day: Day): number;
  /** The n-th working day on or after `from`, n from 1; Infinity where no day is a working day. Example: the 1st from a Saturday is Monday. */
  nth(from: Day, n: number): Day;
}

export interface WorkingDays {
  /** Null: no calendar, all days are alike. */
  readonly country: HolidayCountry | null;
  /** Working days of the week, 0 Monday to 6 Sunday. */
  readonly weekdays: readonly number[];
  /** Days closed beyond the holidays, ISO. */
  readonly extra: readonly string[];
}

const HOLIDAYS: Readonly<Record<HolidayCountry, Readonly<Record<string, string>>>> = holidayDates;
const A_MONDAY: Day = -3;

/**
 * The calendar of these settings; null without a country. Holidays are known from 1990 to 2060; outside these years only the
 * weekly rest is free.
 * Each question costs a few steps, whatever the distance between the days.
 * Example: SE, Monday to Friday, has 251 working days in 2026; its 1st from 2026-12-24 is 2026-12-28.
 */
export function workingCalendar({ country, weekdays, extra }: WorkingDays): WorkingCalendar | null {
  if (country === null) return null;
  const works = Array.from({ length: 7 }, (_, i) => weekdays.includes(i));
  const earlierInWeek = works.map((_, i) => works.slice(0, i).filter(Boolean).length);
  const aWeek = works.filter(Boolean).length;
  const holidays = holidaysOf(country);
  const closed = (extra.length === 0 ? holidays : ascending([...holidays, ...daysOf(extra)])).filter(
    (day) => works[weekday(day)],
  );

  const before = (day: Day): number =>
    Math.floor((day - A_MONDAY) / 7) * aWeek + (earlierInWeek[weekday(day)] ?? 0) - countBelow(closed, day);
  const nth = (from: Day, n: number): Day => {
    if (aWeek === 0) return Infinity;
    const wanted = before(from) + n;
    const surely = from + 7 * Math.ceil((n + closed.length) / aWeek) + 7;
    return firstWhere(from, surely, (day) => before(day + 1) >= wanted);
  };
  return {
    isWorkingDay: (day) => works[weekday(day)] === true && closed[countBelow(closed, day)] !== day,
    before,
    nth,
  };
}

/** Ascending, each day once. */
function ascending(days: readonly Day[]): readonly Day[] {
  return [...new Set(days)].sort((a, b) => a - b);
}

const daysOf = (dates: readonly string[]): readonly Day[] => dates.flatMap((iso) => parseIsoDate(iso) ?? []);

/** A calendar is made for every question: its country's holidays are read once. */
const holidayCache = new Map<HolidayCountry, readonly Day[]>();

function holidaysOf(country: HolidayCountry): readonly Day[] {
  const known = holidayCache.get(country);
  if (known !== undefined) return known;
  const years = Object.entries(HOLIDAYS[country]);
  const days = ascending(daysOf(years.flatMap(([year, dates]) => dates.split(' ').map((date) => `${year}-${date}`))));
  holidayCache.set(country, days);
  return days;
}

function countBelow(sorted: readonly Day[], day: Day): number {
  return firstWhere(0, sorted.length, (i) => (sorted[i] ?? Infinity) >= day);
}

/** The first whole number from `low` where `holds`, which stays true from there; `high` if none before it does. */
function firstWhere(low: number, high: number, holds: (n: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
