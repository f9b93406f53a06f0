import { isoDate, type Day } from '#shared/calendar.ts';
import type { Explanation, Filter } from '#shared/question.ts';
import { DATED_KINDS, MAIN_DATES, type AnyKind, type DatedKind } from '#shared/record-kinds.ts';
import type { CountingRules, Settings } from '#shared/settings.ts';
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
  readonly sources?: (kind: AnyKind, positions: Int32Array) => Explanation['sources'];
  /** Names of the files that rows of a kind came from. */
  readonly files?: (kind: AnyKind) => readonly string[];
  /** Settings that rows are counted by, and the same rows under others; absent where they are always those of today. */
  readonly rules?: {
    readonly inForce: CountingRules;
    readonly under: (rules: CountingRules) => ColumnQueries;
  };
  /** What goals say of a KPI under filters on these days, in its base units; null for no goal. */
  readonly goalTarget?: (
    asked: { readonly kpi: string; readonly filters: readonly Filter[] },
    days: DayRange,
  ) => number | null;
}

/**
 * First and last day with data: of sales where there are any, else of the first kind that has dates, in the order of DATED_KINDS;
 * of some kinds alone where they are named. Null without data. Targets and costs that reach into the future so never move
 * "latest month", nor does what is expected of deals and subscriptions.
 */
export function dataRange(queries: ColumnQueries, kinds: readonly DatedKind[] = DATED_KINDS): DayRange | null {
  for (const kind of DATED_KINDS) {
    if (!kinds.includes(kind)) continue;
    const fields = kind === 'deal' ? MAIN_DATES.deal : [MAIN_DATES[kind][0]];
    const ranges = fields.flatMap((field) => queries.dateRange(kind, field) ?? []);
    const [first] = ranges;
    if (first !== undefined)
      return ranges.reduce((a, b) => ({ from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }), first);
  }
  return null;
}

/** The same as ISO dates, as a workspace shows it. */
export function dataRangeIso(queries: ColumnQueries): { readonly from: string | null; readonly to: string | null } {
  const range = dataRange(queries);
  return range === null ? { from: null, to: null } : { from: isoDate(range.from), to: isoDate(range.to) };
}
