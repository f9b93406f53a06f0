import { cellText, tagAt } from '../cells.ts';
import { headerWords } from '../header-words.ts';
import { DATE, EMPTY, type RawTable } from '../raw-table.ts';
import { looseAmount } from './loose-amount.ts';
import type { TableYear } from '#shared/importing.ts';
import { periodLabel, type PeriodLabel } from './period-labels.ts';

export interface PeriodColumn extends PeriodLabel {
  readonly column: number;
}

/** Header of a table with a period a column. */
export interface MonthHeader {
  readonly row: number;
  /** One above `row` when years stand over the months. */
  readonly top: number;
  /** Of one length; years filled in where the file says them, null where a column or nobody does. */
  readonly periods: readonly PeriodColumn[];
  /** Quarters beside months: sums of them. */
  readonly sums: readonly number[];
  /** Column with the year of each row, or null. */
  readonly yearColumn: number | null;
  /** What says the year of the first period, where the header itself does not; null where it does. */
  readonly year: TableYear | null;
}

/** What may say the year of months that are columns, beside their header, the titles and the sheet's name. */
export interface YearSources {
  /** The file's name. */
  readonly file?: string;
  /** The user's word. It comes before titles and names unless `fillsOnly`. */
  readonly said?: number;
  readonly fillsOnly?: boolean;
}

const SEARCHED_ROWS = 50;
const LOOKED_BELOW = 20;
const YEAR = /^(?:19|20)\d\d$/;
const YEARS_IN_TEXT = /(?:^|[^\d-])((?:19|20)\d\d)(?!\d|-\d)/g;
/** In a file's name also after a dash, but no year of a day: `budget-2026.xlsx`, not `2026-09-30.xlsx`. */
const YEARS_IN_NAME = /(?<!\d[-_ .]?)((?:19|20)\d\d)(?![-_ .]?\d)/g;
const YEAR_NAMES = /^(?:år|year|räkenskapsår|fiscal year|kalenderår)$/;

/**
 * The header of a cross-tab: at least three months, or two quarters, in order, over numbers. Years come from the names, the
 * row above, a column `År`, the user, the titles, the sheet's name (`title`) or the file's; two years in a row are a broken fiscal year.
 * Where nobody says them `year.value` is null, and so are the periods' years.
 */
export function findMonthHeader(table: RawTable, title: string, sources: YearSources = {}): MonthHeader | null {
  for (let row = 0; row < Math.min(table.rows, SEARCHED_ROWS); row++) {
    const all = table.columns.flatMap((_, column): PeriodColumn[] => {
      const label = periodLabel(cellText(table, row, column));
      return label === null ? [] : [{ ...label, column }];
    });
    const months = all.filter((period) => period.months === 1);
    const quarters = all.filter((period) => period.months === 3);
    const periods = months.length >= 3 ? months : quarters.length >= 2 ? quarters : [];
    if (periods.length === 0 || !standOverNumbers(table, row, periods)) continue;
    const yearColumn = table.columns.findIndex((_, column) =>
      YEAR_NAMES.test(headerWords(cellText(table, row, column))),
    );
    const [named, top] = withYears(table, row, periods);
    const isOpen = yearColumn < 0 && named.some((period) => period.year === null);
    const year = isOpen ? yearOf(table, row, named, title, sources) : null;
    const dated = year?.value == null ? named : countedFrom(named, year.value);
    if (!areInOrder(dated)) continue;
    const sums = periods === months ? quarters.map(({ column }) => column) : [];
    return { row, top, periods: dated, sums, yearColumn: yearColumn < 0 ? null : yearColumn, year };
  }
  return null;
}

function standOverNumbers(table: RawTable, row: number, periods: readonly PeriodColumn[]): boolean {
  let filled = 0;
  let numbers = 0;
  for (let below = row + 1; below <= Math.min(row + LOOKED_BELOW, table.rows - 1); below++) {
    for (const { column } of periods) {
      const tag = tagAt(table, below, column);
      if (tag === EMPTY) continue;
      filled++;
      if (tag !== DATE && looseAmount(table, below, column) !== null) numbers++;
    }
  }
  return filled > 0 && numbers * 2 >= filled;
}

function withYears(
  table: RawTable,
  row: number,
  periods: readonly PeriodColumn[],
): readonly [readonly PeriodColumn[], number] {
  if (periods.every(({ year }) => year !== null)) return [periods, row];
  const above = yearsAbove(table, row);
  const dated = periods.map((period) => ({ ...period, year: period.year ?? above.get(period.column) ?? null }));
  return dated.every(({ year }) => year !== null) ? [dated, row - 1] : [periods, row];
}

function yearOf(
  table: RawTable,
  row: number,
  periods: readonly PeriodColumn[],
  title: string,
  { file = '', said, fillsOnly = false }: YearSources,
): TableYear {
  const byUser = said === undefined ? null : ({ value: said, from: 'user', text: '' } as const);
  const stated = statedYear(table, row, periods, title, file);
  return (fillsOnly ? (stated ?? byUser) : (byUser ?? stated)) ?? { value: null, from: null, text: '' };
}

/** What titles and names say, when they agree. The file's name is asked last, and only when nothing in the file says a year. */
function statedYear(
  table: RawTable,
  row: number,
  periods: readonly PeriodColumn[],
  title: string,
  file: string,
): TableYear | null {
  const titles = titleTexts(table, row);
  const inFile = [...titles, title].some((text) => yearsIn(text, YEARS_IN_TEXT).length > 0);
  const [texts, pattern] = inFile ? [[...titles, title], YEARS_IN_TEXT] : [[file], YEARS_IN_NAME];
  const years = [...new Set(texts.flatMap((text) => yearsIn(text, pattern)))].toSorted((a, b) => a - b);
  const [first, second, ...others] = years;
  if (first === undefined || others.length > 0 || (second !== undefined && second !== first + 1)) return null;
  const last = countedFrom(periods, first).at(-1)?.year ?? first;
  if (last > (second ?? first)) return null;
  const text = texts.find((each) => yearsIn(each, pattern).includes(first)) ?? '';
  return { value: first, from: !inFile ? 'file' : text === title ? 'sheet' : 'title', text };
}

/** Periods without a year of their own, from a year for the first: a month that is not after the one before is in the next. */
function countedFrom(periods: readonly PeriodColumn[], first: number): readonly PeriodColumn[] {
  let year = first;
  return periods.map((period, at) => {
    if (at > 0 && period.month <= (periods[at - 1]?.month ?? 0)) year++;
    return { ...period, year: period.year ?? year };
  });
}

/** A year over each column: written once over the first of its months. */
function yearsAbove(table: RawTable, row: number): ReadonlyMap<number, number> {
  const years = new Map<number, number>();
  let current: number | null = null;
  table.columns.forEach((_, column) => {
    const text = row === 0 ? '' : cellText(table, row - 1, column);
    if (YEAR.test(text)) current = Number(text);
    else if (text !== '') current = null;
    if (current !== null) years.set(column, current);
  });
  return years;
}

function titleTexts(table: RawTable, row: number): readonly string[] {
  return Array.from({ length: row }, (_, above) =>
    table.columns.map((_column, column) => cellText(table, above, column)),
  ).flat();
}

function yearsIn(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].map((match) => Number(match[1]));
}

/** Each period after the one before it; without years once around the twelve months at most. */
function areInOrder(periods: readonly PeriodColumn[]): boolean {
  let turns = 0;
  for (let at = 1; at < periods.length; at++) {
    const [before, period] = [periods[at - 1], periods[at]];
    if (before === undefined || period === undefined) return false;
    if (before.year !== null && period.year !== null) {
      if (before.year * 12 + before.month >= period.year * 12 + period.month) return false;
    } else if (period.month <= before.month) turns++;
  }
  return (
    turns === 0 || (turns === 1 && periods.length <= 12 && (periods.at(-1)?.month ?? 0) < (periods[0]?.month ?? 0))
  );
}
