import type { Day } from '#shared/calendar.ts';
import type { WorkingCalendar } from '#shared/working-days.ts';
import type { Input } from '../formula/expression.ts';
import type { QuestionContext } from './context.ts';

/** What steps in time and the buckets of a period go by. */
export interface TimeRules {
  readonly today: Day;
  readonly fiscalYearStart: number;
  /** Null: elapsed parts are compared by date. */
  readonly calendar: WorkingCalendar | null;
  /** No row that the question's measures count is dated before it. */
  readonly firstDay: Day;
}

/** The rules of a context for the measures a question reads. */
export function timeRules({ queries, settings, today }: QuestionContext, inputs: readonly Input[]): TimeRules {
  const first = inputs.flatMap(({ measure }) => queries.dateRange(measure.kind, measure.date)?.from ?? []);
  return {
    today,
    fiscalYearStart: settings.fiscalYearStart,
    calendar: queries.columns.rules().calendar,
    firstDay: first.reduce((a, b) => Math.min(a, b), today),
  };
}
