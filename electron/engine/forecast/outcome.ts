import { isoDate } from '#shared/calendar.ts';
import type { ForecastOutcome, SavedForecast } from '#shared/forecast.ts';
import { DATE_DIMENSION } from '#shared/question.ts';
import { addsUp } from '../grid/additive.ts';
import { answer } from '../question/answer.ts';
import type { QuestionContext } from '../question/context.ts';
import { kpiPlanner } from '../question/planned-kpi.ts';
import { exactSum } from './exact-sum.ts';

/**
 * What came of a kept forecast: beside each of its periods that is over what its question answers now, null for the others; together only
 * of what adds up over time.
 * Throws what `answer` throws.
 * Example: 100 and 120 forecast of May and June, May ended at 90: 90 of 100, and June is not over.
 */
export function forecastOutcome(
  { kpi, filters, variants, grain, points }: SavedForecast,
  context: QuestionContext,
): ForecastOutcome {
  const [first, last] = [points[0], points.at(-1)];
  const question = {
    kpis: [kpi],
    filters,
    variants,
    rows: [{ dimension: DATE_DIMENSION, grain }],
    columns: [],
    period: `${first?.from ?? isoDate(context.today)}..${last?.to ?? isoDate(context.today)}`,
    compare: 'none' as const,
  };
  const planned = kpiPlanner(question, context)(kpi);
  const answered = answer(question, context);
  const [about] = answered.kpis;
  if (about === undefined) throw new Error('an answer without its KPI');
  const actual = new Map(
    answered.cells.flatMap(({ row, value, marks }) => {
      const [key] = row;
      const isOver = !marks.includes('open-period') && !marks.includes('data-ends-early');
      return row.length === 1 && key != null && value !== null && isOver ? [[key, value] as const] : [];
    }),
  );
  const periods = points.map(({ key, from, to, value, intervals, range }) => {
    const came = actual.get(key) ?? null;
    const eighty = intervals?.[0] ?? range ?? null;
    const within = came === null || eighty === null ? null : came >= eighty.low && came <= eighty.high;
    return { key, from, to, forecast: value, actual: came, within };
  });
  const closed = periods.flatMap(({ forecast, actual: came }) => (came === null ? [] : [{ forecast, came }]));
  return {
    kpi: about,
    periods,
    closed:
      closed.length === 0 || !addsUp(planned.expression)
        ? null
        : {
            periods: closed.length,
            forecast: closed.reduce((sum, each) => sum + each.forecast, 0),
            actual: exactSum(closed.map(({ came }) => came)),
          },
  };
}
