import { isPlaceholder, numberShape, readNumber } from './number-readings.ts';
import { dateShape, dayOfShape, formatBit, possibleFormats, type DateShape } from './date-readings.ts';
import { CellCounts } from './cell-counts.ts';
import { flagOf } from './flag-readings.ts';
import { cleanText, valueText } from './cells.ts';
import {
  BLOCK_ROWS,
  BOOLEAN,
  COMMA,
  DATE,
  DOT,
  EMPTY,
  ERROR,
  NO_CACHED_VALUE,
  TEXT,
  type RawTable,
} from './raw-table.ts';

/** A column of one number over and over is not searched to its end for another. */
const EXAMPLE_ROWS = 200;
const EXAMPLES = 5;

/** Cells that can be read as a number, and under which decimal mark. All counts are cells. */
export interface NumberEvidence {
  all: number;
  fitsDot: number;
  fitsComma: number;
  /** Cells both marks fit with different values: `1,234`. */
  differing: number;
  /** Text of one of them. */
  example: string | null;
  percent: number;
  /** Largest size of a cell as a share or amount, roughly: to tell shares from per cents. */
  max: number;
}

/** Cells that can be read as a date. */
export interface DateEvidence {
  all: number;
  yearFirst: number;
  /** Year-first cells that are no date as year, month, day: `2019-13-01`. */
  yearFirstAsYdm: number;
  /** Year-first cells whose day is above 12, so that year, day, month does not fit. */
  yearFirstNotYdm: number;
  yearLast: number;
  /** Cells per set of possible orders (bits of `formatBit`). */
  readonly orders: Map<number, number>;
  /** A cell whose orders give different days: `03/04/2019`. */
  example: string | null;
  /** `/4`, `-2`: mark and year digits, so that columns written alike can settle each other. */
  style: string | null;
  readonly settled: Map<string, number>;
}

/** What all cells of a column say, before anything is decided. */
export interface ColumnProfile {
  readonly index: number;
  readonly filled: number;
  readonly blank: number;
  readonly integers: number;
  readonly minInteger: number;
  readonly maxInteger: number;
  readonly texts: number;
  readonly distinctTexts: number;
  readonly booleans: number;
  readonly errors: number;
  readonly noCachedValues: number;
  readonly workbookDates: number;
  readonly placeholders: number;
  readonly flags: number;
  /** Texts that only a code has: leading zero, more than 15 digits, exponent, the plus of a telephone number. */
  readonly codes: number;
  /** Texts that a spreadsheet has made of codes: `1.23457E+12`, and `2-Sep` or `Mar-01`. */
  readonly shortened: number;
  readonly dated: number;
  readonly currencies: readonly string[];
  /** Currencies that the formats of its numbers show. */
  readonly formats: readonly string[];
  readonly numbers: NumberEvidence;
  readonly dates: DateEvidence;
  readonly examples: readonly string[];
}

/**
 * Looks at every cell of a column from row `from` on: one pass over tags and values, one look per distinct text.
 * `textFile`: the numbers were written as text, so `1.234` may be a thousand; a workbook's number cells are numbers.
 */
export function profileColumn(
  table: RawTable,
  index: number,
  from: number,
  textFile: boolean,
  isLabel: (text: string) => boolean,
): ColumnProfile {
  const column = table.columns[index];
  const cells = new CellCounts(column?.texts.length ?? 0);
  for (const [at, block] of (column?.blocks ?? []).entries()) {
    if (block !== null) cells.add(block, Math.max(0, from - at * BLOCK_ROWS));
  }
  const { counts, thousands, lowest, highest, texts: textCounts } = cells;

  const numbers: NumberEvidence = { all: 0, fitsDot: 0, fitsComma: 0, differing: 0, example: null, percent: 0, max: 0 };
  for (let tag = DOT; tag < 64; tag++) {
    const count = counts[tag] ?? 0;
    if (count === 0) continue;
    const decimals = tag & 15;
    const asThousands = textFile ? (thousands[tag] ?? 0) : 0;
    const whole = decimals === 0 || !textFile;
    numbers.all += count;
    numbers.fitsDot += whole || tag < COMMA ? count : asThousands;
    numbers.fitsComma += whole || tag >= COMMA ? count : asThousands;
    numbers.differing += asThousands;
    numbers.max = Math.max(numbers.max, Math.max(-(lowest[tag] ?? 0), highest[tag] ?? 0) / 10 ** decimals);
  }
  const grouped = textFile ? cells.firstThousands : null;
  if (grouped !== null) numbers.example = valueText(table, index, grouped.tag, grouped.value);

  const dates = noDates();
  const currencies = new Set<string>();
  const seen = { texts: 0, distinct: 0, blank: 0, placeholders: 0, flags: 0, codes: 0, shortened: 0, dated: 0 };
  for (let code = 0; code < textCounts.length; code++) {
    const count = textCounts[code] ?? 0;
    if (count === 0) continue;
    const text = cleanText(column?.texts[code] ?? '');
    if (text === '') {
      seen.blank += count;
      continue;
    }
    if (isLabel(text)) continue;
    seen.texts += count;
    seen.distinct++;
    if (isPlaceholder(text)) seen.placeholders += count;
    if (flagOf(text) !== null) seen.flags += count;
    if (SHORTENED.test(text)) seen.shortened += count;
    if (DATED.test(text)) seen.dated += count;
    if (isCode(text)) seen.codes += count;
    else addNumber(numbers, currencies, text, count);
    const shape = dateShape(text);
    if (shape !== null) addDate(dates, shape, text, count);
  }

  const rows = Math.max(0, table.rows - from);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const integers = counts[DOT] ?? 0;
  return {
    index,
    filled: all - seen.blank,
    blank: rows - all + seen.blank,
    integers,
    minInteger: integers > 0 ? (lowest[DOT] ?? 0) : 0,
    maxInteger: integers > 0 ? (highest[DOT] ?? 0) : 0,
    texts: seen.texts,
    distinctTexts: seen.distinct,
    booleans: counts[BOOLEAN] ?? 0,
    errors: counts[ERROR] ?? 0,
    noCachedValues: counts[NO_CACHED_VALUE] ?? 0,
    workbookDates: counts[DATE] ?? 0,
    placeholders: seen.placeholders,
    flags: seen.flags + (counts[BOOLEAN] ?? 0),
    codes: seen.codes,
    shortened: seen.shortened,
    dated: seen.dated,
    currencies: [...currencies].sort(),
    formats: column?.currencies ?? [],
    numbers,
    dates,
    examples: examplesOf(table, index, from),
  };
}

/** The first few different values of a column from row `from` on. */
function examplesOf(table: RawTable, index: number, from: number): readonly string[] {
  const column = table.columns[index];
  const met = new Uint8Array(column?.texts.length ?? 0);
  const examples: string[] = [];
  for (const [at, block] of (column?.blocks ?? []).entries()) {
    const first = Math.max(0, from - at * BLOCK_ROWS);
    for (let i = first; i < (block?.tags.length ?? 0); i++) {
      const tag = block?.tags[i] ?? EMPTY;
      const value = block?.values[i] ?? 0;
      if (tag === EMPTY || (tag === TEXT ? met[value] === 1 : i - first >= EXAMPLE_ROWS)) continue;
      if (tag === TEXT) met[value] = 1;
      const text = valueText(table, index, tag, value);
      if (text !== '' && !examples.includes(text)) examples.push(text);
      if (examples.length === EXAMPLES) return examples;
    }
  }
  return examples;
}

/** Cells that are dates by their looks: not six or eight digits in a row, which may as well be a code. */
export function plainDates({ dates, workbookDates }: ColumnProfile): number {
  return dates.all - (dates.settled.get('yyyymmdd') ?? 0) - (dates.settled.get('yymmdd') ?? 0) + workbookDates;
}

function noDates(): DateEvidence {
  return {
    all: 0,
    yearFirst: 0,
    yearFirstAsYdm: 0,
    yearFirstNotYdm: 0,
    yearLast: 0,
    orders: new Map(),
    example: null,
    style: null,
    settled: new Map(),
  };
}

const SHORTENED = /^\d[.,]\d+E\+\d+$/i;
const MONTHS = 'jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[ck]t|nov|de[ckz]';
/** What a spreadsheet shows of a code it has taken for a day or a month. */
const DATED = new RegExp(`^(?:\\d{1,2}-(?:${MONTHS})|(?:${MONTHS})-\\d{2})$`, 'i');

/** Leading zero before a digit, more than 15 digits, an exponent, a telephone's plus: a number would lose something. */
function isCode(text: string): boolean {
  return /^[-+]?0\d|^\d{16,}$|^\+\d{8,}$|^\d(?:[.,]\d+)?e[+-]?\d+$/i.test(text);
}

function addNumber(numbers: NumberEvidence, currencies: Set<string>, text: string, count: number): void {
  const shape = numberShape(text);
  if (shape === null) return;
  const dot = readNumber(shape, '.');
  const comma = readNumber(shape, ',');
  const reading = dot ?? comma;
  if (reading === null) return;
  numbers.all += count;
  if (dot !== null) numbers.fitsDot += count;
  if (comma !== null) numbers.fitsComma += count;
  if (dot !== null && comma !== null && dot.scaled !== comma.scaled) {
    numbers.differing += count;
    numbers.example ??= text;
  }
  if (shape.percent) numbers.percent += count;
  else numbers.max = Math.max(numbers.max, Math.abs(reading.scaled) / 10_000);
  if (shape.currency !== null) currencies.add(shape.currency);
}

function addDate(dates: DateEvidence, shape: DateShape, text: string, count: number): void {
  if (shape.kind === 'settled') {
    dates.all += count;
    dates.settled.set(shape.format, (dates.settled.get(shape.format) ?? 0) + count);
    return;
  }
  if (shape.kind === 'year-first') {
    dates.all += count;
    dates.yearFirst += count;
    if (dayOfShape(shape, 'ymd') === null) dates.yearFirstAsYdm += count;
    if (dayOfShape(shape, 'ydm') === null) dates.yearFirstNotYdm += count;
    return;
  }
  const orders = possibleFormats(shape);
  if (orders === 0) return;
  dates.all += count;
  dates.yearLast += count;
  dates.style ??= shape.mark + (shape.short ? '2' : '4');
  const days = new Set(
    (['dmy', 'mdy', 'yymmdd'] as const)
      .filter((format) => (orders & formatBit(format)) !== 0)
      .map((format) => dayOfShape(shape, format)),
  );
  if (days.size > 1) dates.example ??= text;
  dates.orders.set(orders, (dates.orders.get(orders) ?? 0) + count);
}
