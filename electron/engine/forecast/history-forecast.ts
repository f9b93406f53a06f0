import { isoDate, parseIsoDate } from '#shared/calendar.ts';
import type { ForecastGrain, HistoryAsk, HistoryForecast, Shortage, ValueInPeriod } from '#shared/forecast.ts';
import { unitHolding } from '#shared/period.ts';
import type { QuestionContext } from '../question/context.ts';
import { carryOn, intervalsOf, type CarriedOn } from './automatic.ts';
import { PERIODS_A_YEAR, seriesOf } from './series.ts';

/** Closed periods that intervals take. */
const FOR_INTERVALS = 4;

/**
 * A KPI's history carried on by itself, with intervals of 80 and 95 %. The open last period is no history: it is forecast whole, and
 * what it has come to stands in `running`. `shortages` says what the history is too short for and how much that takes: seasons two
 * whole years, intervals four periods; below that the simple methods answer. Unit of the KPI. Throws what `answer` throws.
 * Source: kpis.md, Forecast.
 */
export function historyForecast(ask: HistoryAsk, context: QuestionContext): HistoryForecast {
  const { kpi, refusal, addsUp, closed, running } = seriesOf(ask, context);
  const empty = { kpi, refusal, addsUp, history: [...closed], running };
  const last = closed.at(-1);
  if (refusal !== null || last === undefined)
    return { ...empty, shortages: [], method: null, model: null, points: [], total: null };
  const carried = carryOn(
    closed.map(({ value }) => value),
    PERIODS_A_YEAR[ask.grain],
    ask.horizon,
  );
  const periods = periodsAfter(last, ask.grain, ask.horizon);
  return {
    ...empty,
    shortages: shortagesOf(closed.length, ask.grain),
    method: carried.method,
    model: carried.model,
    points: periods.map((period, h) => ({
      ...period,
      value: carried.values[h] ?? 0,
      intervals: mutable(intervalsOf(carried.outcomes?.[h] ?? null)),
    })),
    total: addsUp ? totalOf(carried) : null,
  };
}

/** What a history of so many closed periods is too short for. */
export function shortagesOf(have: number, grain: ForecastGrain): Shortage[] {
  const years = 2 * PERIODS_A_YEAR[grain];
  const needs = [
    { what: 'intervals', need: FOR_INTERVALS },
    { what: 'seasons', need: years },
  ] as const;
  return needs.flatMap(({ what, need }) => (have < need ? [{ what, have, need }] : []));
}

/** The `count` months or weeks that follow one. */
export function periodsAfter(
  { to }: Pick<ValueInPeriod, 'to'>,
  grain: ForecastGrain,
  count: number,
): readonly Omit<ValueInPeriod, 'value'>[] {
  let day = (parseIsoDate(to) ?? 0) + 1;
  return Array.from({ length: count }, () => {
    const unit = unitHolding(day, grain);
    day = unit.to + 1;
    return { key: unit.spec, from: isoDate(unit.from), to: isoDate(unit.to) };
  });
}

/** The ways summed over the periods: ups and downs do not cancel out, nor do they pile up. */
function totalOf({ values, outcomes }: CarriedOn): HistoryForecast['total'] {
  const sums =
    outcomes === null
      ? null
      : Float64Array.from(outcomes[0] ?? [], (_, way) => outcomes.reduce((sum, ways) => sum + (ways[way] ?? 0), 0));
  return { value: values.reduce((sum, value) => sum + value, 0), intervals: mutable(intervalsOf(sums)) };
}

type Intervals = ReturnType<typeof intervalsOf>;
const mutable = (intervals: Intervals): HistoryForecast['points'][number]['intervals'] =>
  intervals === null ? null : [intervals[0], intervals[1]];
