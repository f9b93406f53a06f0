import { civilOf, daysInMonth, isoWeek, mondayOf, parseIsoDate, type CivilDate } from './calendar.ts';
import type { Locale } from './format.ts';

/** How dates and periods read. Month names are fixed words: Intl gives Swedish "mars" beside "apr." and English "Sept". */
const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  'sv-SE': ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  'en-GB': ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
const NO_BREAK = '\u00a0';

/** Short month name, month 1 to 12. Example: `monthName(10, 'sv-SE')` is 'okt'. */
export function monthName(month: number, locale: Locale): string {
  return MONTHS[locale][month - 1] ?? '';
}

const spaced = (...words: readonly (string | number)[]): string => words.join(NO_BREAK);
const quarterText = (quarter: number, locale: Locale): string =>
  locale === 'sv-SE' ? spaced('kv', quarter) : `Q${String(quarter)}`;
const weekText = (week: number, locale: Locale): string => spaced(locale === 'sv-SE' ? 'v.' : 'wk', week);
const dayText = ({ day, month }: CivilDate, locale: Locale): string => spaced(day, monthName(month, locale));

/** A date as people write it. Example: `formatDate('2026-09-30', 'sv-SE')` is '30 sep 2026'; text that is no date comes back as it is. */
export function formatDate(iso: string, locale: Locale): string {
  const day = parseIsoDate(iso.slice(0, 10));
  if (day === null) return iso;
  const civil = civilOf(day);
  return spaced(dayText(civil, locale), civil.year);
}

/** Day and month only, where the year is plain. Example: '31 okt'. */
export function formatDayMonth(iso: string, locale: Locale): string {
  const day = parseIsoDate(iso.slice(0, 10));
  return day === null ? iso : dayText(civilOf(day), locale);
}

/** A local minute. Example: `formatMinute('2026-10-02T09:14', 'sv-SE')` is '2 okt 2026 09:14'. */
export function formatMinute(iso: string, locale: Locale): string {
  const clock = iso.slice(11, 16);
  return clock === '' ? formatDate(iso, locale) : `${formatDate(iso, locale)} ${clock}`;
}

/**
 * A member of the date dimension or a period's text. `short` leaves the year out where the axis already says it.
 * Example: '2026-09' is 'sep 2026', short 'sep'; '2026-Q3' is 'kv 3 2026', en-GB 'Q3 2026'; '2026-W39' is 'v. 39 2026';
 * 'FY2026-Q1' is 'kv 1 räkenskapsår 2026', '2026-03..2026-05' is 'mar 2026–maj 2026'.
 */
export function formatPeriodText(text: string, locale: Locale, short = false): string {
  const year = text.slice(0, 4);
  const month = /^\d{4}-(\d{2})$/.exec(text)?.[1];
  if (month !== undefined) {
    const name = monthName(Number(month), locale);
    return short ? name : spaced(name, year);
  }
  const quarter = /^\d{4}-Q([1-4])$/.exec(text)?.[1];
  if (quarter !== undefined)
    return short ? quarterText(Number(quarter), locale) : spaced(quarterText(Number(quarter), locale), year);
  const week = /^\d{4}-W(\d{2})$/.exec(text)?.[1];
  if (week !== undefined) return short ? weekText(Number(week), locale) : spaced(weekText(Number(week), locale), year);
  const fiscal = /^FY(\d{4})(?:-Q([1-4]))?$/.exec(text);
  if (fiscal?.[1] !== undefined) {
    const fiscalYear = spaced(locale === 'sv-SE' ? 'räkenskapsår' : 'FY', fiscal[1]);
    if (fiscal[2] === undefined) return fiscalYear;
    const name = quarterText(Number(fiscal[2]), locale);
    return short ? name : spaced(name, fiscalYear);
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return short ? formatDayMonth(text, locale) : formatDate(text, locale);
  const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text);
  if (range?.[1] !== undefined && range[2] !== undefined) return formatRange(range[1], range[2], locale);
  return text.split('..').length === 2
    ? text
        .split('..')
        .map((end) => formatPeriodText(end, locale))
        .join('–')
    : text;
}

/**
 * The shortest true name of a range of whole days, both ends included, ISO. Calendar units are recognised.
 * Example: 2026-01-01 to 2026-09-30 is 'jan–sep 2026'; a whole quarter 'kv 3 2026'; 2025-10-01 to 2026-09-30 'okt 2025–sep 2026';
 * 2026-09-03 to 2026-09-17 '3–17 sep 2026'. Text that is no date comes back joined as it is.
 */
export function formatRange(from: string, to: string, locale: Locale): string {
  const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
  if (first === null || last === null) return `${from}–${to}`;
  if (first === last) return formatDate(from, locale);
  const [a, b] = [civilOf(first), civilOf(last)];
  const sameYear = a.year === b.year;
  if (a.day === 1 && b.day === daysInMonth(b.year, b.month)) {
    if (a.month === 1 && b.month === 12) return sameYear ? String(a.year) : `${String(a.year)}–${String(b.year)}`;
    if (sameYear && a.month === b.month) return spaced(monthName(a.month, locale), a.year);
    if (sameYear && a.month % 3 === 1 && b.month === a.month + 2)
      return spaced(quarterText((a.month + 2) / 3, locale), a.year);
    const start = monthName(a.month, locale);
    return `${sameYear ? start : spaced(start, a.year)}–${spaced(monthName(b.month, locale), b.year)}`;
  }
  const week = isoWeek(first);
  if (last - first === 6 && first === mondayOf(week.year, week.week))
    return spaced(weekText(week.week, locale), week.year);
  if (sameYear && a.month === b.month) return `${String(a.day)}–${spaced(dayText(b, locale), b.year)}`;
  const start = dayText(a, locale);
  return `${sameYear ? start : spaced(start, a.year)}–${spaced(dayText(b, locale), b.year)}`;
}
