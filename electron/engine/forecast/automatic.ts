import { fitEts } from './ets-fit.ts';
import { etsIntervals, type Interval } from './ets-interval.ts';
import { etsName, etsPoints } from './ets-model.ts';
import { lastAgain, seasonAgain } from './naive.ts';
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

/**
 * A series with `period` values a year, carried on by itself: the mean of the exponential smoothing with the lowest AICc and the
 * Theta method, with the former's intervals around it. With fewer than four values the year before or the last value again, without intervals.
 * Source: the combination of methods in Makridakis et al. 2020, the M4 competition, finding 2. Same input, same output.
 */
export function forecast(values: readonly number[], period: number, horizon: number): Forecast {
  const fit = fitEts(values, period);
  if (fit === null) {
    const isYearly = values.length >= period && period > 1;
    const again = isYearly ? seasonAgain(values, period, horizon) : lastAgain(values, horizon);
    return {
      method: isYearly ? 'season-again' : 'last-again',
      model: null,
      points: again.map((value) => ({ value, intervals: null })),
    };
  }
  const own = etsPoints(fit.model, fit.smoothing, fit.path.end, horizon);
  const other = theta(values, period, horizon);
  const [narrow = [], wide = []] = etsIntervals(fit, horizon, LEVELS);
  const isNeverBelowZero = values.every((value) => value >= 0);
  return {
    method: other === null ? 'ets' : 'ets-theta',
    model: etsName(fit.model),
    points: own.map((point, h): ForecastPoint => {
      const value = other === null ? point : (point + (other[h] ?? point)) / 2;
      const moved = (interval: Interval | undefined): Interval => {
        const [low, high] = [(interval?.low ?? point) + value - point, (interval?.high ?? point) + value - point];
        return isNeverBelowZero ? { low: Math.max(0, low), high: Math.max(0, high) } : { low, high };
      };
      return {
        value: isNeverBelowZero ? Math.max(0, value) : value,
        intervals: [moved(narrow[h]), moved(wide[h])],
      };
    }),
  };
}
