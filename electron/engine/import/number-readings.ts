import type { DecimalMark } from '#shared/importing.ts';
import { scaleDigits } from './scale.ts';

/** A text stripped to its digits and marks, before the decimal mark is known. */
export interface NumberShape {
  /** Digits, marks and group marks: `1 234,50`. */
  readonly core: string;
  readonly negative: boolean;
  readonly percent: boolean;
  /** `SEK`, `EUR`, … or the ambiguous `kr`, `$`, `¥`; null without one. */
  readonly currency: string | null;
  readonly exponent: number;
}

export interface NumberReading {
  /** Ten-thousandths, signed; a per cent as its share. ±Infinity beyond exact integers. */
  readonly scaled: number;
  readonly rounded: boolean;
}

const SPACE = /^[\s\u00a0\u202f\u2009]+|[\s\u00a0\u202f\u2009]+$/g;
const CURRENCY_BEFORE = /^(?:SEK|NOK|DKK|EUR|USD|GBP|CHF|US\$|kr\.?|\$|€|£|¥)/i;
const CURRENCY_AFTER = /(?:SEK|NOK|DKK|EUR|USD|GBP|CHF|kr\.?|\$|€|£|¥)$/i;
const OERE_DASH = /[:,.][-–\u2212]$/;
const MINUS_BEFORE = /^[-–\u2212]/;
const MINUS_AFTER = /[-\u2212]$/;
const EXPONENT = /^(\d(?:[.,]\d+)?)e([+-]?\d{1,3})$/i;
const CORE = /^[.,]?\d[\d.,'’\s\u00a0\u202f\u2009]*$/;
const SYMBOLS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', US$: 'USD', 'KR.': 'kr', KR: 'kr' };

/**
 * What a text looks like as a number: sign (-, U+2212, trailing, parentheses), currency (kr, SEK, $, €, `:-`) and per cent
 * taken off. Null when it is no number under any decimal mark. Example: `($1,250.00)` is core `1,250.00`, negative, `$`.
 */
export function numberShape(text: string): NumberShape | null {
  return mayBeNumber(text) ? shapeOf(text) : null;
}

function shapeOf(text: string): NumberShape | null {
  let core = text.replace(SPACE, '');
  let signs = 0;
  let percent = false;
  let currency: string | null = null;
  const take = (pattern: RegExp): boolean => {
    const match = pattern.exec(core);
    if (match === null) return false;
    const rest = match.index === 0 ? core.slice(match[0].length) : core.slice(0, match.index);
    core = rest.replace(SPACE, '');
    return true;
  };
  const takeCurrency = (pattern: RegExp): boolean => {
    const found = currency === null ? pattern.exec(core)?.[0].toUpperCase() : undefined;
    if (found === undefined) return false;
    currency = SYMBOLS[found] ?? found;
    return take(pattern);
  };
  if (core.startsWith('(') && core.endsWith(')')) {
    core = core.slice(1, -1).replace(SPACE, '');
    signs++;
  }
  for (let changed = true; changed;) {
    changed = takeCurrency(CURRENCY_BEFORE) || takeCurrency(CURRENCY_AFTER) || take(OERE_DASH);
    if (!percent && take(/%$/)) percent = changed = true;
    if (signs === 0 && (take(MINUS_BEFORE) || take(MINUS_AFTER))) {
      signs++;
      changed = true;
    }
    if (signs === 0 && core.startsWith('(') && core.endsWith(')')) {
      core = core.slice(1, -1).replace(SPACE, '');
      signs++;
      changed = true;
    }
    if (signs === 0 && core.startsWith('+')) {
      core = core.slice(1);
      changed = true;
    }
  }
  const exponent = EXPONENT.exec(core);
  if (exponent !== null) {
    return { core: exponent[1] ?? '', negative: signs > 0, percent, currency, exponent: Number(exponent[2]) };
  }
  return CORE.test(core) ? { core, negative: signs > 0, percent, currency, exponent: 0 } : null;
}

const LEADING_WORD = new Set(['sek', 'nok', 'dkk', 'eur', 'usd', 'gbp', 'chf', 'us', 'kr']);

/** Letters that a text begins with. */
function leadingLetters(text: string): number {
  let length = 0;
  for (; length < text.length; length++) {
    const code = text.charCodeAt(length) | 32;
    if (code < 97 || code > 122) break;
  }
  return length;
}

/** Cheap gate before the full look: most texts of a file are words and codes, `SO-0001`. */
function mayBeNumber(text: string): boolean {
  if (text.length > 48) return false;
  const leading = leadingLetters(text);
  if (leading > 0 && !LEADING_WORD.has(text.slice(0, leading).toLowerCase())) return false;
  let digits = 0;
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) | 32;
    if (code >= 97 && code <= 122) letters++;
    else if (text.charCodeAt(i) >= 48 && text.charCodeAt(i) <= 57) digits++;
    if (letters > 4) return false;
  }
  return digits > 0;
}

function groupKind(char: string): string {
  if (char === "'" || char === '’') return "'";
  return char === '.' || char === ',' ? char : ' ';
}

/**
 * Reads a shape under a decimal mark; group marks are whatever else separates whole threes. Null when it does not fit.
 * Example: core `1,234` is 12 340 000 under '.', 12 340 under ','.
 */
export function readNumber(shape: NumberShape, mark: DecimalMark): NumberReading | null {
  const { core } = shape;
  const point = core.indexOf(mark);
  const fraction = point < 0 ? '' : core.slice(point + 1);
  if (point >= 0 && !/^\d+$/.test(fraction)) return null;
  const whole = wholeDigits(point < 0 ? core : core.slice(0, point));
  if (whole === null) return null;
  const { scaled, rounded } = scaleDigits(whole, fraction, shape.exponent - (shape.percent ? 2 : 0));
  return { scaled: (shape.negative ? -scaled : scaled) + 0, rounded };
}

/** The digits of a whole part, its group marks checked (one kind, first group 1 to 3 digits and not 0) and dropped. */
function wholeDigits(text: string): string | null {
  if (/^\d*$/.test(text)) return text;
  const groups = text.split(/[^\d]/);
  const marks = text.replace(/\d/g, '');
  const kind = groupKind(marks.charAt(0));
  for (const mark of marks) if (groupKind(mark) !== kind) return null;
  const [first = '', ...rest] = groups;
  if (first.length === 0 || first.length > 3 || first.startsWith('0')) return null;
  return rest.every((group) => group.length === 3) ? groups.join('') : null;
}

/** `1.234` as plain digits with three decimals: could the mark group thousands instead? Example: 1234 yes, 234 no. */
export function couldBeThousands(digits: number): boolean {
  const size = Math.abs(digits);
  return size >= 1000 && size <= 999_999;
}

/** Texts that say "no number here": blank where a field may be. */
const PLACEHOLDERS = new Set([
  '-',
  '–',
  '—',
  'n/a',
  '#n/a',
  'na',
  'null',
  'none',
  'nan',
  'saknas',
  'ej tillämpligt',
  '#saknas!',
]);

/** Example: `isPlaceholder('N/A')` is true. */
export function isPlaceholder(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return text.length <= 15 && !(last >= 48 && last <= 57) && PLACEHOLDERS.has(text.toLowerCase());
}
