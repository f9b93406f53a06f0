import { RIVALS, type BackTest, type ForecastGrain } from '#shared/forecast.ts';
import { accuracyOf } from './accuracy.ts';
import { forecast } from './automatic.ts';
import { holtWinters, holtWintersPoints } from './holt-winters.ts';
import { meanMiss, type Miss } from './mean-miss.ts';
import { drift, lastAgain, seasonAgain } from './naive.ts';
import { PERIODS_A_YEAR } from './series.ts';

/** Origins at most: a forecast is made at each. */
const MOST_ORIGINS = 12;
/** Periods that must be known at the first origin, and be there to hold it against. */
const LEAST_KNOWN = 6;
const LEAST_AHEAD = 2;

type Rival = (typeof RIVALS)[number];
/**
 * How far the forecasts would have been off: made as of each of the last twelve periods from what was known then, and held against what
 * came within the horizon, beside the simple methods on the same periods; one that cannot answer at some origin is left out. Errors are scaled by those of repeating the year before
 * (or the period before, with less than a year) within what was known: MASE below 1 beats that. Yields after every origin, so
 * that others may have a turn. Same input, same output.
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, 5.8 and 5.10; Hyndman and Koehler 2006.
 */
export function* backTest(values: readonly number[], grain: ForecastGrain, horizon: number): Generator<void, BackTest> {
  const n = values.length;
  const year = PERIODS_A_YEAR[grain];
  const need = LEAST_KNOWN + LEAST_AHEAD;
  const none: Omit<BackTest, 'shortage'> = {
    origins: 0,
    steps: 0,
    horizon,
    ours: null,
    rivals: [],
    coverage: null,
    ranged: 0,
  };
  if (n < need) return { ...none, shortage: { what: 'back-test', have: n, need } };
  const first = Math.max(
    Math.min(n - LEAST_AHEAD, n > 2 * year + LEAST_AHEAD ? 2 * year : LEAST_KNOWN),
    n - MOST_ORIGINS,
  );
  const isYearly = first > year;
  const season = isYearly ? year : 1;
  const rivals: readonly Rival[] = isYearly ? RIVALS : ['last-again', 'drift'];
  const [own, theirs] = [[] as Miss[], new Map(rivals.map((rival) => [rival, [] as Miss[]]))];
  const inside: [number, number] = [0, 0];
  let seen = 0;
  for (let origin = first; origin < n; origin++) {
    const known = values.slice(0, origin);
    const happened = values.slice(origin, origin + horizon);
    const steps = happened.length;
    const missOf = (guessed: readonly number[]): Miss => ({ ...accuracyOf(happened, guessed, known, season), steps });
    const { points } = forecast(known, year, steps);
    own.push(missOf(points.map(({ value }) => value)));
    for (const [rival, misses] of theirs) {
      const guessed = guess(rival, known, year, steps);
      if (guessed === null) theirs.delete(rival);
      else misses.push(missOf(guessed));
    }
    happened.forEach((value, h) => {
      const intervals = points[h]?.intervals ?? null;
      if (intervals === null) return;
      seen++;
      intervals.forEach(({ low, high }, level) => {
        if (value >= low && value <= high) inside[level === 0 ? 0 : 1]++;
      });
    });
    yield;
  }
  return {
    shortage: null,
    origins: n - first,
    steps: own.reduce((sum, { steps }) => sum + steps, 0),
    horizon: Math.min(horizon, n - first),
    ours: meanMiss(own),
    rivals: [...theirs].map(([method, misses]) => ({ method, ...meanMiss(misses) })),
    coverage: seen === 0 ? null : [inside[0] / seen, inside[1] / seen],
    ranged: seen,
  };
}

function guess(rival: Rival, known: readonly number[], year: number, horizon: number): readonly number[] | null {
  switch (rival) {
    case 'season-again':
      return seasonAgain(known, year, horizon);
    case 'last-again':
      return lastAgain(known, horizon);
    case 'drift':
      return drift(known, horizon);
    case 'holt-winters': {
      const fit =
        (known.every((value) => value > 0) ? holtWinters(known, year, 'multiplicative') : null) ??
        holtWinters(known, year, 'additive');
      return fit === null ? null : holtWintersPoints(fit, horizon);
    }
  }
}
