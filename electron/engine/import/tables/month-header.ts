import { cellText, tagAt } from '../cells.ts';
import { headerWords } from '../header-words.ts';
import { DATE, EMPTY, type RawTable } from '../raw-table.ts';
import { looseAmount } from './loose-amount.ts';
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
}

const SEARCHED_ROWS = 50;
const LOOKED_BELOW = 20;
const YEAR = /^(?:19|20)\d\d$/;
const YEARS_IN_TEXT = /(?:^|[^\d-])((?:19|20)\d\d)(?!\d|-\d)/g;
const YEAR_NAMES = /^(?:år|year|räkenskapsår|fiscal year|kalenderår)$/;

/**
 * The header of a cross-tab: at least three months, or two quarters, in order, over numbers. Years come from the names, the
 * row above, a column `År`, or the titles (`title` is the sheet's name); two years in a row there are a broken fiscal year.
 */
export function findMonthHeader(table: RawTable, title: string): MonthHeader | null {
  for (let row = 0; row < Math.min(table.rows, SEARCHED_ROWS); row++) {
    const named = table.columns.flatMap((_, column): PeriodColumn[] => {
      const label = periodLabel(cellText(table, row, column));
      return label === null ? [] : [{ ...label, column }];
    });
    const months = named.filter((period) => period.months === 1);
    const quarters = named.filter((period) => period.months === 3);
    const periods = months.length >= 3 ? months : quarters.length >= 2 ? quarters : [];
    if (periods.length === 0 || !standOverNumbers(table, row, periods)) continue;
    const [dated, top] = withYears(table, row, periods, title);
    if (!areInOrder(dated)) continue;
    const sums = periods === months ? quarters.map(({ column }) => column) : [];
    const yearColumn = table.columns.findIndex((_, column) =>
      YEAR_NAMES.test(headerWords(cellText(table, row, column))),
    );
    return { row, top, periods: dated, sums, yearColumn: yearColumn < 0 ? null : yearColumn };
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
  title: string,
): readonly [readonly PeriodColumn[], number] {
  if (periods.every(({ year }) => year !== null)) return [periods, row];
  const above = yearsAbove(table, row);
  if (above.size > 0) {
    const dated = periods.map((period) => ({ ...period, year: period.year ?? above.get(period.column) ?? null }));
    if (dated.every(({ year }) => year !== null)) return [dated, row - 1];
  }
  const [first, second, ...others] = yearsInTitles(table, row, title);
  if (first === undefined || others.length > 0 || (second !== undefined && second !== first + 1)) return [periods, row];
  let year = first;
  const dated = periods.map((period, at) => {
    if (at > 0 && period.month <= (periods[at - 1]?.month ?? 0)) year++;
    return { ...period, year: period.year ?? year };
  });
  return [year <= (second ?? first) ? dated : periods, row];
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

function yearsInTitles(table: RawTable, row: number, title: string): readonly number[] {
  const texts = [title];
  for (let above = 0; above < row; above++) {
    for (let column = 0; column < table.columns.length; column++) texts.push(cellText(table, above, column));
  }
  const years = texts.flatMap((text) => [...text.matchAll(YEARS_IN_TEXT)].map((match) => Number(match[1])));
  return [...new Set(years)].toSorted((a, b) => a - b);
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
