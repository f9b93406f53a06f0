import { fitEts } from './ets-fit.ts';
import { etsOutcomes, intervalOf, type Interval } from './ets-interval.ts';
import { etsName, etsPoints } from './ets-model.ts';
import { lastAgain, seasonAgain } from './naive.ts';
import { isSeasonal, seasonIndices, withoutSeasons, type SeasonIndices } from './seasons.ts';
import { theta } from './theta.ts';

export const LEVELS = [0.8, 0.95] as const;

export interface ForecastPoint {
  readonly value: number;
  /** One a level of `LEVELS`; null where the history is too short to tell. */
  readonly intervals: readonly [Interval, Interval] | null;
}

export interface Forecast {
  readonly method: 'ets-theta' | 'ets' | 'season-again' | 'last-again';
  /** In Hyndman's letters (`M,Ad,M`); null for the simple methods. */
  readonly model: string | null;
  readonly points: readonly ForecastPoint[];
}

/** A forecast with the ways it may go. */
export interface CarriedOn {
  readonly method: Forecast['method'];
  readonly model: string | null;
  readonly values: readonly number[];
  /** One list a period, the same way at the same place of each; null where the history is too short to tell. */
  readonly outcomes: readonly Float64Array[] | null;
}

/** Seasons longer than this (weeks of a year) are taken out before and put back after: fitted one by one they would fit chance. */
const LONGEST_FITTED = 24;

/**
 * A series with `period` values a year, carried on by itself: the mean of the exponential smoothing with the lowest AICc and the
 * Theta method, with the former's intervals around it. With fewer than four values the year before or the last value again, without intervals.
 * Source: the combination of methods in Makridakis et al. 2020, the M4 competition, finding 2. Same input, same output.
 */
export function forecast(values: readonly number[], period: number, horizon: number): Forecast {
  const { method, model, values: points, outcomes } = carryOn(values, period, horizon);
  return {
    method,
    model,
    points: points.map((value, h) => ({ value, intervals: intervalsOf(outcomes?.[h] ?? null) })),
  };
}

/** The intervals of `LEVELS`. */
export function intervalsOf(outcomes: Float64Array | null): ForecastPoint['intervals'] {
  return outcomes === null ? null : [intervalOf(outcomes, LEVELS[0]), intervalOf(outcomes, LEVELS[1])];
}

/** The same with the ways it may go, for what is asked of several periods together. Nothing falls below zero where nothing has. */
export function carryOn(values: readonly number[], period: number, horizon: number): CarriedOn {
  const carried = period > LONGEST_FITTED ? withLongSeasons(values, period, horizon) : fitted(values, period, horizon);
  if (values.some((value) => value < 0)) return carried;
  return {
    ...carried,
    values: carried.values.map((value) => Math.max(0, value)),
    outcomes: carried.outcomes?.map((ways) => ways.map((way) => Math.max(0, way))) ?? null,
  };
}

function fitted(values: readonly number[], period: number, horizon: number): CarriedOn {
  const fit = fitEts(values, period);
  if (fit === null) {
    const isYearly = values.length >= period && period > 1;
    const again = isYearly ? seasonAgain(values, period, horizon) : lastAgain(values, horizon);
    return { method: isYearly ? 'season-again' : 'last-again', model: null, values: again, outcomes: null };
  }
  const own = etsPoints(fit.model, fit.smoothing, fit.path.end, horizon);
  const other = theta(values, period, horizon);
  const both = other === null ? own : own.map((point, h) => (point + (other[h] ?? point)) / 2);
  return {
    method: other === null ? 'ets' : 'ets-theta',
    model: etsName(fit.model),
    values: both,
    outcomes: etsOutcomes(fit, horizon).map((ways, h) => {
      const moved = (both[h] ?? 0) - (own[h] ?? 0);
      return ways.map((way) => way + moved);
    }),
  };
}

/** Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, 5.7. */
function withLongSeasons(values: readonly number[], period: number, horizon: number): CarriedOn {
  const series = Float64Array.from(values);
  const kind: SeasonIndices['kind'] = values.every((value) => value > 0) ? 'multiplicative' : 'additive';
  const seasons = isSeasonal(series, period) ? seasonIndices(series, period, kind) : null;
  const usable = kind === 'additive' || seasons?.indices.every((index) => index > 0.01) === true ? seasons : null;
  const carried = fitted([...withoutSeasons(series, usable)], 1, horizon);
  const indexOf = (h: number): number => usable?.indices[(values.length + h) % period] ?? (kind === 'additive' ? 0 : 1);
  const back = (value: number, h: number): number => (kind === 'additive' ? value + indexOf(h) : value * indexOf(h));
  return {
    ...carried,
    values: carried.values.map(back),
    outcomes: carried.outcomes?.map((ways, h) => ways.map((way) => back(way, h))) ?? null,
  };
}
