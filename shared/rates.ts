import { dayOf, isCivilDate, isoDate, parseIsoDate } from './calendar.ts';

/** Rates are kept as whole hundred-millionths: 11.4523 kronor a euro is 1 145 230 000. */
export const RATE_SCALE = 100_000_000;

/** No rate is above it. */
export const MOST_RATE = 10_000_000;

/** The first day there is: a rate without a date counts from then. */
export const FROM_THE_START = '1900-01-01';

/** One rate of the table; `rateSchema` of the contract is its schema, apart so that pages carry no parser. */
export interface Rate {
  /** ISO 4217. */
  readonly currency: string;
  /** First day it counts, ISO; until the next rate of the currency. */
  readonly from: string;
  /** Units of the base currency for one of this. */
  readonly rate: number;
}

const WORDS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  EURO: 'EUR',
  $: 'USD',
  US$: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
};
/** Plain crowns say which only by whose they are: the workspace's own, if it counts in crowns. */
const PLAIN_CROWNS = new Set(['KR', 'KR.', 'KRONOR', ':-']);
const CROWNS = new Set(['SEK', 'NOK', 'DKK', 'ISK']);

/**
 * The currency a row's text names; the base currency for none, and for plain crowns where it is one of crowns. Any other
 * text stands as it is, so that it is asked about rather than guessed. Example: `currencyCode(' eur ', 'SEK')` is 'EUR', `currencyCode('kr', 'SEK')` 'SEK'.
 */
export function currencyCode(text: string, base: string): string {
  const word = text.trim().toUpperCase();
  if (word === '' || (PLAIN_CROWNS.has(word) && CROWNS.has(base))) return base;
  return WORDS[word] ?? word;
}

const RATED = 'rate:';

/** The flag field of rows that do not lack a rate for a currency: 'rate:EUR'. */
export function ratedField(currency: string): string {
  return RATED + currency;
}

/** The reverse; null for any other field. */
export function ratedCurrency(field: string): string | null {
  return field.startsWith(RATED) ? field.slice(RATED.length) : null;
}

/** Order of the table: by currency, the latest first. */
export function sortedRates(rates: readonly Rate[]): readonly Rate[] {
  return rates.toSorted((a, b) => compare(a.currency, b.currency) || compare(b.from, a.from));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The table with these rates in it: one of the same currency and day is replaced. */
export function withRates(rates: readonly Rate[], added: readonly Rate[]): readonly Rate[] {
  const key = ({ currency, from }: Rate): string => `${currency} ${from}`;
  return sortedRates([...new Map([...rates, ...added].map((rate) => [key(rate), rate])).values()]);
}

export interface ReadRates {
  readonly rates: readonly Rate[];
  /** Lines that are no rate, as they stand. */
  readonly unread: readonly string[];
}

/**
 * Rates typed or pasted from a spreadsheet: currency, first day and rate in any order, with tabs, semicolons or blanks
 * between; without a day the rate counts from the start. Decimal comma or point. A header line is no rate and not missed.
 * Example: `readRates('EUR\t2026-01-01\t11,45')` gives `{currency: 'EUR', from: '2026-01-01', rate: 11.45}`.
 */
export function readRates(text: string): ReadRates {
  const rates: Rate[] = [];
  const unread: string[] = [];
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .forEach((line, at) => {
      const rate = readRate(line.split(/[\t; ]+/));
      if (rate !== null) rates.push(rate);
      else if (at > 0 || /\d/.test(line)) unread.push(line);
    });
  return { rates, unread };
}

function readRate(cells: readonly string[]): Rate | null {
  const filled = cells.filter((cell) => cell !== '');
  const currency = filled.filter((cell) => /^\p{L}{3}$|^[€$£¥]$/u.test(cell));
  const days = filled.flatMap((cell) => readDay(cell) ?? []);
  const numbers = filled.filter((cell) => readDay(cell) === null).flatMap((cell) => readDecimal(cell) ?? []);
  if (currency.length !== 1 || days.length > 1 || numbers.length !== 1 || filled.length !== 2 + days.length)
    return null;
  const rate = numbers[0] ?? 0;
  const inRange = rate <= MOST_RATE && Math.round(rate * RATE_SCALE) > 0;
  const code = currencyCode(currency[0] ?? '', '');
  return inRange && /^[A-Z]{3}$/.test(code) ? { currency: code, from: days[0] ?? FROM_THE_START, rate } : null;
}

/** ISO, or day.month.year with points: the writings that can only be read one way. */
export function readDay(text: string): string | null {
  if (parseIsoDate(text) !== null) return text;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const parts = [Number(year), Number(month), Number(day)] as const;
  return year !== '' && isCivilDate(...parts) ? isoDate(dayOf(...parts)) : null;
}

/** A rate has one mark and no groups: '11,4523', '11.4523' or '11'. */
export function readDecimal(text: string): number | null {
  return /^\d{1,8}(?:[.,]\d{1,8})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}
