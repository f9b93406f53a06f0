import type { Unit } from './units.ts';

/** How numbers read in the two languages. Rounding happens here and nowhere earlier; U+2212 is the minus in both. */
export const LOCALES = ['sv-SE', 'en-GB'] as const;
export type Locale = (typeof LOCALES)[number];

export interface FormatContext {
  readonly locale: Locale;
  /** ISO 4217 base currency. */
  readonly currency: string;
}

/** A number and its unit apart, because a card shows the unit smaller. */
export interface Formatted {
  readonly number: string;
  readonly unit: string;
}

const NO_BREAK = '\u00a0';
export const MINUS = '\u2212';
/** Shown for no value, never 0: the reason stands beside it. */
export const NO_VALUE = '–';

const cache = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, decimals: number, atLeast: number): Intl.NumberFormat {
  const key = `${locale} ${String(decimals)} ${String(atLeast)}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: atLeast,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  });
  cache.set(key, made);
  return made;
}

/**
 * A plain number with the given decimals, half away from zero, never "−0".
 * Example: `formatNumber(-1234.5, 'sv-SE', 2)` is '−1 234,50' with U+00A0; en-GB '−1,234.50'.
 */
export function formatNumber(value: number, locale: Locale, decimals = 0, atLeast = decimals): string {
  return numberFormat(locale, decimals, atLeast).format(value).replace('-', MINUS);
}

/** The same with an explicit plus. Example: `formatSigned(820, 'sv-SE')` is '+820'; a value that rounds to zero has no sign. */
export function formatSigned(value: number, locale: Locale, decimals = 0): string {
  const text = formatNumber(value, locale, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A ratio 0 to 1 as percent. Example: `formatPercent(0.386, 'sv-SE')` is '38,6 %', en-GB '38.6%'. */
export function formatPercent(ratio: number, locale: Locale, decimals = 1, atLeast = decimals): string {
  return joined({ number: formatNumber(ratio * 100, locale, decimals, atLeast), unit: '%' }, locale);
}

/** A percentage with sign, for change. Example: `formatSignedPercent(-0.09, 'sv-SE')` is '−9 %'. */
export function formatSignedPercent(ratio: number, locale: Locale, decimals = 0): string {
  return joined({ number: formatSigned(ratio * 100, locale, decimals), unit: '%' }, locale);
}

/**
 * Growth for a table: with sign, and beyond tenfold only that it is, since the digits say nothing more.
 * Example: 0.09 is '+9 %', 161.85 is '>+999 %'.
 */
export function formatGrowth(ratio: number, locale: Locale, decimals = 0): string {
  return ratio > 9.99 ? `>${formatSignedPercent(9.99, locale)}` : formatSignedPercent(ratio, locale, decimals);
}

/** Difference of two ratios in percentage points. Example: 0.374 − 0.386 is '−1,2 pe', en-GB '−1.2 pp'. */
export function formatPoints(difference: number, locale: Locale, decimals = 1): string {
  return joined({ number: formatNumber(difference * 100, locale, decimals), unit: pointsUnit(locale) }, locale);
}

function pointsUnit(locale: Locale): string {
  return locale === 'sv-SE' ? 'pe' : 'pp';
}

/** Number and unit as one text that does not break. English writes % without a space. */
export function joined(parts: Formatted, locale: Locale): string {
  if (parts.unit === '') return parts.number;
  const tight = parts.unit === '%' && locale === 'en-GB';
  return `${parts.number}${tight ? '' : NO_BREAK}${parts.unit}`;
}

export type MoneyStep = 'one' | 'thousand' | 'million' | 'billion';
/** One scale for a chart, a table or a whole page. */
export interface MoneyScale {
  readonly step: MoneyStep;
  readonly decimals: number;
}

const DIVISORS: Readonly<Record<MoneyStep, number>> = { one: 1, thousand: 1e3, million: 1e6, billion: 1e9 };
const KRONOR: Readonly<Record<MoneyStep, string>> = { one: 'kr', thousand: 'tkr', million: 'mkr', billion: 'mdkr' };
const SWEDISH: Readonly<Record<MoneyStep, string>> = { one: '', thousand: 'T', million: 'M', billion: 'Md' };
const ENGLISH: Readonly<Record<MoneyStep, string>> = { one: '', thousand: 'k ', million: 'M ', billion: 'bn ' };

/**
 * The scale that suits numbers up to `largest` in absolute value on one page: at most five or so digits, none lost that matter.
 * Example: 18 420 000 gives thousands without decimals (18 420 tkr); 733 215 gives thousands with one (733,2 tkr).
 */
export function moneyScale(largest: number): MoneyScale {
  const size = Math.abs(largest);
  if (size < 100) return { step: 'one', decimals: 2 };
  if (size < 10_000) return { step: 'one', decimals: 0 };
  if (size < 1e7) return { step: 'thousand', decimals: 1 };
  if (size < 1e8) return { step: 'thousand', decimals: 0 };
  if (size < 1e9) return { step: 'million', decimals: 1 };
  if (size < 1e11) return { step: 'million', decimals: 0 };
  return { step: 'billion', decimals: 1 };
}

/** The word of a scale: 'tkr', 'mkr', 'TEUR' in Swedish; 'k SEK', 'M EUR' in English. */
export function moneyUnit(step: MoneyStep, { locale, currency }: FormatContext): string {
  if (locale === 'en-GB') return `${ENGLISH[step]}${currency}`;
  return currency === 'SEK' ? KRONOR[step] : `${SWEDISH[step]}${currency}`;
}

/** Money on a given scale, without its unit. Example: 2 105 400 in thousands is '2 105'. */
export function formatScaled(value: number, scale: MoneyScale, locale: Locale): string {
  return formatNumber(value / DIVISORS[scale.step], locale, scale.decimals);
}

/** The same with an explicit plus, for differences. */
export function formatScaledSigned(value: number, scale: MoneyScale, locale: Locale): string {
  return formatSigned(value / DIVISORS[scale.step], locale, scale.decimals);
}

/** Four significant digits or so; the step is chosen after rounding, so 999 960 is 1,00 mkr and never 1 000,0 tkr. */
function compactScale(value: number): MoneyScale {
  const size = Math.abs(value);
  if (size < 99.995) return { step: 'one', decimals: size !== 0 && size < 10 ? 2 : Number.isInteger(value) ? 0 : 2 };
  if (size < 9999.5) return { step: 'one', decimals: 0 };
  if (size < 999_950) return { step: 'thousand', decimals: 1 };
  if (size < 99_995_000) return { step: 'million', decimals: 2 };
  if (size < 999_950_000) return { step: 'million', decimals: 1 };
  return { step: 'billion', decimals: 2 };
}

/** Unit words that are the same however large the number. `ratio` is shown in percent. */
function plainUnit(unit: Exclude<Unit, 'money'>, value: number, locale: Locale): string {
  const one = Math.abs(value) === 1;
  switch (unit) {
    case 'ratio':
      return '%';
    case 'days':
      return locale === 'sv-SE' ? (one ? 'dag' : 'dagar') : one ? 'day' : 'days';
    case 'hours':
      return 'h';
    case 'years':
      return locale === 'sv-SE' ? 'år' : one ? 'year' : 'years';
    case 'periods':
      return locale === 'sv-SE' ? (one ? 'period' : 'perioder') : one ? 'period' : 'periods';
    case 'count':
    case 'quantity':
    case 'index':
      return '';
  }
}

/** Units of which 20 is '20', not '20.0'. */
const WHOLE_WHEN_THEY_CAN: ReadonlySet<Unit> = new Set(['quantity', 'days', 'years', 'periods']);

/**
 * A value for a card: short, unit apart. Base units in (currency units, ratio 0 to 1, counts).
 * Example: 18 420 112 in SEK is {number: '18,42', unit: 'mkr'}, en-GB {number: '18.42', unit: 'M SEK'}; ratio 0.386 is {'38,6', '%'}.
 */
export function formatCompact(value: number, unit: Unit, context: FormatContext): Formatted {
  const { locale } = context;
  if (unit === 'money') {
    const scale = compactScale(value);
    return { number: formatScaled(value, scale, locale), unit: moneyUnit(scale.step, context) };
  }
  const shown = unit === 'ratio' ? value * 100 : value;
  const decimals = unit === 'count' ? (Number.isInteger(value) ? 0 : 1) : Math.abs(shown) >= 1000 ? 0 : 1;
  const atLeast = WHOLE_WHEN_THEY_CAN.has(unit) ? 0 : decimals;
  return { number: formatNumber(shown, locale, decimals, atLeast), unit: plainUnit(unit, value, locale) };
}

/**
 * A value in full, for tables and the passport: money with two decimals and its currency, ratios with two decimals.
 * Example: 1234.5 SEK is '1 234,50 kr', en-GB '1,234.50 SEK'; ratio 0.12467 is '12,47 %'.
 */
export function formatFull(value: number, unit: Unit, context: FormatContext): string {
  const { locale } = context;
  if (unit === 'money') {
    return joined({ number: formatNumber(value, locale, 2), unit: moneyUnit('one', context) }, locale);
  }
  const shown = unit === 'ratio' ? value * 100 : value;
  const [decimals, atLeast] =
    unit === 'ratio' ? [2, 2] : unit === 'quantity' ? [4, 0] : unit === 'count' ? [2, 0] : [2, 0];
  return joined(
    { number: formatNumber(shown, locale, decimals, atLeast), unit: plainUnit(unit, value, locale) },
    locale,
  );
}

export type Tone = 'good' | 'bad' | 'neutral';
export type Direction = 'higher' | 'lower' | 'neutral';

/** Good or bad for the business. Example: `toneOf(0.02, 'lower')` is 'bad': rising churn. */
export function toneOf(difference: number, direction: Direction): Tone {
  if (difference === 0 || direction === 'neutral') return 'neutral';
  return difference > 0 === (direction === 'higher') ? 'good' : 'bad';
}

export interface Change {
  readonly arrow: '▲' | '▼' | '';
  /** Size without sign; the arrow gives the sign. */
  readonly text: string;
  readonly tone: Tone;
  /** Growth from a base of zero or less has no percentage: `text` is the absolute difference and "n/m" stands beside it. */
  readonly notMeaningful: boolean;
}

/**
 * A change against the comparison: ratios in percentage points, counts from a base under 100 as a number, the rest in percent.
 * Null when there is nothing to compare with. A change that rounds to zero has no arrow and no colour.
 * Example: 18.42 M against 17.01 M, ratio 0.083, higher is better: ▲ '8,3 %' good.
 */
export function formatChange(
  compare: { readonly value: number | null; readonly difference: number | null; readonly ratio: number | null } | null,
  unit: Unit,
  direction: Direction,
  context: FormatContext,
): Change | null {
  if (compare === null || compare.difference === null) return null;
  const { locale } = context;
  const size = Math.abs(compare.difference);
  const fewCounted = unit === 'count' && Math.abs(compare.value ?? 0) < 100;
  const notMeaningful = unit !== 'ratio' && compare.ratio === null && compare.value !== null && size > 0;
  const text =
    unit === 'ratio'
      ? formatPoints(size, locale)
      : fewCounted || compare.ratio === null
        ? joined(formatCompact(size, unit, context), locale)
        : formatPercent(Math.abs(compare.ratio), locale);
  if (!/[1-9]/.test(text)) return { arrow: '', text, tone: 'neutral', notMeaningful: false };
  const arrow = compare.difference > 0 ? '▲' : '▼';
  return { arrow, text, tone: toneOf(compare.difference, direction), notMeaningful: notMeaningful && !fewCounted };
}

/** Bytes as a person reads them. Example: 3 407 872 is '3,4 MB'. */
export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < 1000) return joined({ number: formatNumber(bytes, locale), unit: 'B' }, locale);
  if (bytes < 999_500) return joined({ number: formatNumber(bytes / 1e3, locale), unit: 'kB' }, locale);
  return joined({ number: formatNumber(bytes / 1e6, locale, 1), unit: 'MB' }, locale);
}
