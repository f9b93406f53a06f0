import { isoDate, type Day } from '#shared/calendar.ts';
import type { Settings } from '#shared/contract.ts';
import type { Explanation } from '#shared/question.ts';
import { DATED_KINDS, type DatedKind, type RecordKind } from '#shared/record-kinds.ts';
import type { ColumnQueries, DayRange } from '../ports/column-queries.ts';
import type { Definitions } from '../formula/resolve-kpi.ts';

/** What a question is answered against. */
export interface QuestionContext {
  readonly queries: ColumnQueries;
  readonly today: Day;
  readonly settings: Pick<Settings, 'fiscalYearStart' | 'variants'>;
  /** The built-in ones when absent. */
  readonly definitions?: Definitions;
  /** The imports that rows of a kind came from, by ascending position. */
  readonly sources?: (kind: RecordKind, positions: Int32Array) => Explanation['sources'];
  /** Names of the files that rows of a kind came from. */
  readonly files?: (kind: RecordKind) => readonly string[];
}

/** The date that says when a kind's rows happened. */
export const MAIN_DATE: Readonly<Record<DatedKind, string>> = {
  sale: 'date',
  deal: 'created',
  lead: 'created',
  activity: 'date',
  subscription: 'start',
  cost: 'date',
  target: 'start',
  competitor_price: 'date',
};

/**
 * First and last day with data: of sales where there are any, else of the first kind that has dates, in the order of DATED_KINDS.
 * Null without data. Targets and costs that reach into the future so never move "latest month".
 */
export function dataRange(queries: ColumnQueries): DayRange | null {
  for (const kind of DATED_KINDS) {
    const range = queries.dateRange(kind, MAIN_DATE[kind]);
    if (range !== null) return range;
  }
  return null;
}

/** The same as ISO dates, as a workspace shows it. */
export function dataRangeIso(queries: ColumnQueries): { readonly from: string | null; readonly to: string | null } {
  const range = dataRange(queries);
  return range === null ? { from: null, to: null } : { from: isoDate(range.from), to: isoDate(range.to) };
}
