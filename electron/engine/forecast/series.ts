import { isoDate, parseIsoDate } from '#shared/calendar.ts';
import type { ForecastGrain, ForecastRefusal, HistoryAsk, ValueInPeriod } from '#shared/forecast.ts';
import { COMPLETE_WITHIN_DAYS } from '#shared/period.ts';
import { DATE_DIMENSION, type Answer, type AnswerCell, type Question } from '#shared/question.ts';
import { divides, HERE, readingKey } from '../formula/expression.ts';
import { addsUp } from '../grid/additive.ts';
import { answer } from '../question/answer.ts';
import type { QuestionContext } from '../question/context.ts';
import { historyOf } from '../question/history.ts';
import { kpiPlanner, type PlannedKpi } from '../question/planned-kpi.ts';

/** A KPI's closed periods, and the one after them as far as it is known. */
export interface Series {
  readonly kpi: Answer['kpis'][number];
  readonly refusal: ForecastRefusal | null;
  readonly addsUp: boolean;
  readonly closed: readonly ValueInPeriod[];
  readonly running: (ValueInPeriod & { readonly through: string }) | null;
}

/** Periods of a year. */
export const PERIODS_A_YEAR: Readonly<Record<ForecastGrain, number>> = { month: 12, week: 52 };

/**
 * Whether a KPI's periods can be carried on: amounts and counts of what is dated in each period, added and subtracted. What stands at
 * a period's end, ratios, means and what looks at other times do not.
 * Example: revenue and orders can, gross margin, MRR and ytd(revenue) cannot.
 */
export function isForecastable({ inputs, expression, variant, definition }: PlannedKpi): boolean {
  const here = readingKey(HERE);
  return (
    ['money', 'count', 'quantity'].includes(variant.unit ?? definition.unit) &&
    inputs.length > 0 &&
    !divides(expression) &&
    inputs.every(
      ({ measure, ...reading }) =>
        measure.nature === 'flow' &&
        measure.standing === undefined &&
        ['sum', 'count', 'distinct'].includes(measure.aggregate.do) &&
        readingKey(reading) === here,
    )
  );
}

/**
 * The closed months or weeks of a KPI that the data cover whole. Left out: an open period and one that the data end before, which is
 * `running`; a first one that the data begin within; and what comes before anything happened at all. Inside, no rows mean 0.
 * Throws what `answer` throws.
 * Example: invoices from 10 January to 17 September give February to August, and September as running.
 */
export function seriesOf(
  { kpi, filters, variants, grain }: Omit<HistoryAsk, 'horizon'>,
  context: QuestionContext,
): Series {
  const question: Question = {
    kpis: [kpi],
    filters,
    variants,
    rows: [{ dimension: DATE_DIMENSION, grain }],
    columns: [],
    period: 'all',
    compare: 'none',
  };
  const planned = kpiPlanner(question, context)(kpi);
  const answered = answer(question, context);
  const [about] = answered.kpis;
  if (about === undefined) throw new Error('an answer without its KPI');
  const cells = answered.cells.filter(({ row }) => row.length === 1 && row[0] !== null);
  const of = (closed: Series['closed'], running: Series['running'], refusal: Series['refusal']): Series => ({
    kpi: about,
    refusal,
    addsUp: addsUp(planned.expression),
    closed,
    running,
  });
  const needs = answered.cells.find(({ row }) => row.length === 0)?.reason?.needs ?? [];
  if (needs.length > 0) return of([], null, { code: 'needs-data', needs });
  if (!isForecastable(planned)) return of([], null, { code: 'not-additive', needs: [] });
  const known = planned.inputs.flatMap(({ measure }) => historyOf(measure, context.queries) ?? []);
  const begins = Math.min(...known.map(({ from }) => from)) - COMPLETE_WITHIN_DAYS;
  const whole = cells.filter((cell) => (parseIsoDate(cell.period.from) ?? -Infinity) >= begins);
  const isOver = ({ marks }: AnswerCell): boolean =>
    !marks.includes('open-period') && !marks.includes('data-ends-early');
  const closed = whole.filter(isOver).flatMap(inPeriod);
  const first = closed.findIndex(({ value }) => value !== 0);
  const last = Math.max(...known.map(({ to }) => to));
  const through = Math.min(last, context.today);
  const [running] = whole.filter((cell) => !isOver(cell)).flatMap(inPeriod);
  // What is dated ahead has not come in yet.
  const soFar = ({ from, value }: ValueInPeriod): number => {
    if (last <= context.today) return value;
    const days = `${from}..${isoDate(through)}`;
    return answer({ ...question, rows: [], period: days }, context).cells[0]?.value ?? 0;
  };
  const counted = first < 0 ? [] : closed.slice(first);
  return of(
    counted,
    running === undefined || running.from > isoDate(through)
      ? null
      : { ...running, value: soFar(running), through: isoDate(through) },
    counted.length === 0 ? { code: 'no-history', needs: [] } : null,
  );
}

function inPeriod({ row: [key], period, value }: AnswerCell): readonly ValueInPeriod[] {
  return key == null || value === null ? [] : [{ key, ...period, value }];
}
