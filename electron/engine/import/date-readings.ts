import { dayOf, isCivilDate, type Day } from '#shared/calendar.ts';
import { DATE_FORMATS, type DateFormat } from '#shared/importing.ts';
import { monthNumber } from './month-names.ts';

/** A text cut into the parts of a date, before their order is known. */
export type DateShape =
  | { readonly kind: 'year-first'; readonly a: number; readonly b: number; readonly c: number; readonly minute: number }
  | {
      readonly kind: 'year-last';
      readonly a: number;
      readonly b: number;
      readonly c: number;
      readonly minute: number;
      readonly mark: string;
      /** All three parts have at most two digits. */
      readonly short: boolean;
    }
  | {
      readonly kind: 'settled';
      readonly format: 'month-name' | 'yyyymmdd' | 'yymmdd';
      readonly day: Day;
      readonly minute: number;
    };

const NUMERIC = /^(\d{1,4})([-/.\u2010\u2011])\s?(\d{1,2})\2\s?(\d{1,4})\.?(?:(?:T|,?\s+)(.+))?$/;
const COMPACT = /^(\d{8}|\d{6})(?:[T\s]+(.+))?$/;
const DAY_MONTH =
  /^(?:[a-zåäö]+\.?,?\s+){0,2}(\d{1,2})(?:\.|:e|st|nd|rd|th)?[\s-]+([a-zåäö]+)\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(.+))?$/i;
const MONTH_DAY = /^(?:[a-zåäö]+\.?,\s+)?([a-zåäö]+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})(?:,?\s+(.+))?$/i;
/** The name of a month has three letters at least: cheaper to look for than a date. */
const WORD = /[a-zåäö]{3}/i;
const TIME =
  /^(?:kl\.?\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(am|pm|fm|em)?\s*(?:z|utc|gmt|cet|cest|[+-]\d{2}:?\d{2})?$/i;

/** 2-digit years: 70 to 99 are of the 1900s, 00 to 69 of the 2000s. Example: `fullYear(19, 2)` is 2019. */
function fullYear(year: number, digits: number): number {
  if (digits > 2) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

function civilDay(year: number, month: number, day: number): Day | null {
  return isCivilDate(year, month, day) ? dayOf(year, month, day) : null;
}

/** Minute of the day, 0 without a time; null when the rest of the text is no time. An offset is not applied: local as written. */
function minuteOf(time: string | undefined): number | null {
  if (time === undefined) return 0;
  const match = TIME.exec(time.trim());
  if (match === null) return null;
  const [hour, minute, half] = [Number(match[1]), Number(match[2]), match[4]?.toLowerCase()];
  if (hour > 24 || minute > 59 || Number(match[3] ?? 0) > 60) return null;
  if (half === undefined) return hour === 24 ? null : hour * 60 + minute;
  if (hour < 1 || hour > 12) return null;
  return ((hour % 12) + (half === 'pm' || half === 'em' ? 12 : 0)) * 60 + minute;
}

/**
 * The parts of a date with or without time: ISO, slashes, dots, dashes, 8 or 6 digits, month names in Swedish and English.
 * Null when the text is no date in any order. Example: `03/01/19` is year-last, parts 3, 1, 2019, short.
 */
export function dateShape(text: string): DateShape | null {
  if (text.length < 6 || text.length > 48 || !/\d/.test(text)) return null;
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const numeric = NUMERIC.exec(text);
    if (numeric !== null) return numericShape(numeric);
    const compact = COMPACT.exec(text);
    if (compact !== null) return compactShape(compact[1] ?? '', compact[2]);
  }
  if (!WORD.test(text)) return null;
  const named = DAY_MONTH.exec(text);
  if (named !== null) return namedShape(named[3], named[2], named[1], named[4]);
  const american = MONTH_DAY.exec(text);
  return american === null ? null : namedShape(american[3], american[1], american[2], american[4]);
}

function numericShape(match: RegExpExecArray): DateShape | null {
  const [, a = '', mark = '', b = '', c = '', time] = match;
  const minute = minuteOf(time);
  if (minute === null) return null;
  if (a.length === 4 && c.length <= 2) {
    const shape = { kind: 'year-first', a: Number(a), b: Number(b), c: Number(c), minute } as const;
    return (civilDay(shape.a, shape.b, shape.c) ?? civilDay(shape.a, shape.c, shape.b)) === null ? null : shape;
  }
  if (a.length > 2 || c.length === 3 || c.length === 1) return null;
  return { kind: 'year-last', a: Number(a), b: Number(b), c: Number(c), minute, mark, short: c.length === 2 };
}

function compactShape(digits: string, time: string | undefined): DateShape | null {
  const minute = minuteOf(time);
  const day = compactDay(Number(digits), digits.length === 8 ? 'yyyymmdd' : 'yymmdd');
  if (minute === null || day === null) return null;
  return { kind: 'settled', format: digits.length === 8 ? 'yyyymmdd' : 'yymmdd', day, minute };
}

function namedShape(year = '', name = '', day = '', time?: string): DateShape | null {
  const month = monthNumber(name);
  const minute = minuteOf(time);
  if (month === null || minute === null) return null;
  const date = civilDay(fullYear(Number(year), year.length), month, Number(day));
  return date === null ? null : { kind: 'settled', format: 'month-name', day: date, minute };
}

/** Day of 20190103 or 190103 as an integer; null when it is no date. */
export function compactDay(digits: number, format: 'yyyymmdd' | 'yymmdd'): Day | null {
  const year = Math.floor(digits / 10_000);
  if (format === 'yyyymmdd' && (digits < 10_000_101 || digits > 99_991_231)) return null;
  if (format === 'yymmdd' && digits > 991_231) return null;
  return civilDay(format === 'yymmdd' ? fullYear(year, 2) : year, Math.floor(digits / 100) % 100, digits % 100);
}

/**
 * Day of a shape in a column read in a format; null when it does not fit. Year-first dates and month names say their own
 * order and are read in any column (2019-13-01 only in a `ydm` one); the format decides the rest.
 * Example: parts 3, 1, 2019 are 2019-01-03 as `dmy`, 2019-03-01 as `mdy`.
 */
export function dayOfShape(shape: DateShape, format: DateFormat): Day | null {
  if (shape.kind === 'settled') return shape.day;
  const { a, b, c } = shape;
  if (shape.kind === 'year-first') return format === 'ydm' ? civilDay(a, c, b) : civilDay(a, b, c);
  const year = fullYear(c, shape.short ? 2 : 4);
  if (format === 'mdy') return civilDay(year, a, b);
  if (format === 'yymmdd' || format === 'ymd') return shape.short ? civilDay(fullYear(a, 2), b, c) : null;
  return format === 'dmy' ? civilDay(year, b, a) : null;
}

/** Bit of a format in a set of formats. */
export function formatBit(format: DateFormat): number {
  return 1 << DATE_FORMATS.indexOf(format);
}

/**
 * The orders a year-last shape can be read in, as a set of bits. Dots mean day first, as in every country that writes dates
 * with dots, unless only month first is a date. A short date with dashes may also begin with the year, as in Sweden.
 * Example: `03/01/19` can be dmy and mdy; `13/01/19` only dmy; `19-01-03` dmy (19 January 2003), yymmdd.
 */
export function possibleFormats(shape: DateShape & { kind: 'year-last' }): number {
  const fits = (format: DateFormat): number => (dayOfShape(shape, format) === null ? 0 : formatBit(format));
  const dayFirst = fits('dmy');
  if (shape.mark === '.' && dayFirst !== 0) return dayFirst;
  const set = dayFirst | fits('mdy');
  return shape.short && (shape.mark === '-' || set === 0) ? set | fits('yymmdd') : set;
}
