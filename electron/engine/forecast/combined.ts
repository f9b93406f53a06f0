import type { CombinedAsk, CombinedForecast, HistoryForecast, PipelineForecast } from '#shared/forecast.ts';
import { exactSum } from './exact-sum.ts';

/** What both forecasts are of: the value of won deals by the day they closed. */
export const WON_VALUE = 'won-value';

/** Without a sales cycle to go by, and at most. */
const USUAL_REACH = 3;
const MOST_REACH = 12;
const DAYS_A_MONTH = 365.25 / 12;

/**
 * How many months go by the open deals: as many as a deal usually takes, the running one included.
 * Example: a middle cycle of 75 days reaches over 3 months; without one it is 3.
 */
export function usualReach(cycleDays: number | null): number {
  if (cycleDays === null) return USUAL_REACH;
  return Math.min(MOST_REACH, Math.max(1, Math.ceil(cycleDays / DAYS_A_MONTH)));
}

/**
 * Both forecasts in one: in the first `reach` months what is booked so far and the open deals that are expected to close in them, each
 * times its chance; beyond them the history carried on. Every month is the sum of its parts. Deals overdue, without a date, or expected
 * beyond the reach are in no month and stand beside it. Both forecasts begin with the running month. Amounts in base units.
 * Source: kpis.md, Forecast (3).
 * Example: 300 booked and 20 000 × 0.5 expected this month make 10 300; next month 8 000 weighted; then the history's 9 500.
 */
export function combinedForecast(
  { horizon, reach }: Pick<CombinedAsk, 'horizon'> & { readonly reach: number },
  history: HistoryForecast,
  pipeline: PipelineForecast,
): CombinedForecast {
  const { asOf, overdue, undated, periods, later } = pipeline;
  const carried = new Map(history.points.map((point) => [point.key, point]));
  const deals = new Map(periods.map((period) => [period.key, period]));
  const [first] = periods;
  // A month between the last closed one and the first with open deals has neither: the history speaks for it.
  const months = history.points.slice(0, horizon);
  const from = Math.max(0, first === undefined ? months.length : months.findIndex(({ key }) => key === first.key));
  const points = months.map((month, i): CombinedForecast['points'][number] => {
    const isReached = i >= from && i < from + reach;
    const booked = isReached && history.running?.key === month.key ? history.running.value : 0;
    const weighed = isReached ? (deals.get(month.key)?.weighted ?? 0) : 0;
    const beyond = isReached ? 0 : (carried.get(month.key)?.value ?? 0);
    return {
      ...month,
      value: isReached ? exactSum([booked, weighed]) : beyond,
      intervals: isReached ? null : month.intervals,
      booked,
      pipeline: weighed,
      history: beyond,
    };
  });
  const past = monthsBeyond({ horizon, reach }, history, pipeline);
  const sumOf = (part: 'value' | 'booked' | 'pipeline' | 'history'): number =>
    points.reduce((sum, point) => sum + point[part], 0);
  return {
    refusal: pipeline.refusal ?? history.refusal,
    asOf,
    reach,
    history: history.history,
    points,
    total: { value: sumOf('value'), booked: sumOf('booked'), pipeline: sumOf('pipeline'), history: sumOf('history') },
    shortages: history.shortages,
    overdue,
    undated,
    beyond: {
      deals: later.deals + past.reduce((sum, period) => sum + period.deals, 0),
      value: exactSum([later, ...past].map(({ value }) => value)),
      weighted: exactSum([later, ...past].map(({ weighted }) => weighted)),
    },
  };
}

/** Months with open deals that do not go by them: past those that do. Example: of September to December with a reach of 2, November and December. */
export function monthsBeyond(
  { horizon, reach }: Pick<CombinedAsk, 'horizon'> & { readonly reach: number },
  { points }: Pick<HistoryForecast, 'points'>,
  { periods }: Pick<PipelineForecast, 'periods'>,
): PipelineForecast['periods'] {
  const months = points.slice(0, horizon);
  const from = Math.max(
    0,
    periods.length === 0 ? months.length : months.findIndex(({ key }) => key === periods[0]?.key),
  );
  const reached = new Set(months.slice(from, from + reach).map(({ key }) => key));
  return periods.filter(({ key }) => !reached.has(key));
}
