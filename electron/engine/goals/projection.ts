import type { GoalStatus, OverTime } from '#shared/goals.ts';
import type { Forecast } from '../forecast/automatic.ts';
import { normalBelow } from './normal.ts';
import type { GoalFacts } from './pace.ts';

/** A month that is not over: what of its weight is left, from all of it to hardly any. */
export interface MonthAhead {
  /** Share of the month's own weight that lies ahead, 0 to 1. */
  readonly left: number;
  /** Its share of the period's time that lies ahead. */
  readonly share: number;
}

export interface ProjectionFacts extends GoalFacts {
  /** The months from the one that goes on to the last, in order. */
  readonly ahead: readonly MonthAhead[];
  /** Of whole months, from the one that goes on; null where the history is too short. */
  readonly forecast: Forecast | null;
}

/** Of a normal distribution: eight of ten lie within it. */
const EIGHTY = 1.281_551_565_544_6;

/**
 * What a goal comes to when its period is over. With a forecast of its months: the outcome to date and what the months ahead are
 * expected to bring (for what adds up), their mean by time (a share or a mean), or the last of them (what stands), with the interval that
 * eight outcomes of ten lie in and the chance that the target is met. Without one the pace goes on: no interval, no chance.
 * The months' errors follow each other as those of exponential smoothing do: from the spreads of one, two, … months ahead come the
 * weights with which one month's error stays in the next ones (Hyndman, Koehler, Ord and Snyder 2008, 6.3), taken relative to their size.
 * Example: 40 with 0.4 of the weight passed and no forecast comes to 100.
 */
export function projectionOf(facts: ProjectionFacts): GoalStatus['projection'] {
  const { over, actual, opening, weight, ahead, forecast } = facts;
  if (actual === null || ahead.length === 0) return null;
  const intervals = forecast?.points.every(({ intervals: each }) => each !== null) ?? false;
  if (forecast === null || !intervals || forecast.points.length < ahead.length) {
    const value = over === 'averages' ? actual : runRate(over, actual, opening, weight);
    return value === null ? null : { value, low: null, high: null, chance: null, method: 'run-rate' };
  }
  const points = forecast.points.slice(0, ahead.length);
  const last = points.length - 1;
  const parts = ahead.map(({ left, share }, h): number => {
    if (over === 'adds') return left;
    return over === 'averages' ? share : h === last ? 1 : 0;
  });
  const base = over === 'adds' ? actual : over === 'averages' ? actual * (1 - parts.reduce((a, b) => a + b, 0)) : 0;
  const value = points.reduce((sum, point, h) => sum + point.value * (parts[h] ?? 0), base);
  const deviation = deviationOf(
    points.map((point) => ({
      value: point.value,
      sd: ((point.intervals?.[0].high ?? point.value) - point.value) / EIGHTY,
    })),
    parts,
  );
  return {
    value,
    low: value - EIGHTY * deviation,
    high: value + EIGHTY * deviation,
    chance: chanceOf(value, deviation, facts),
    method: 'forecast',
  };
}

function runRate(over: OverTime, actual: number, opening: number | null, weight: number): number | null {
  if (weight <= 0) return null;
  if (over === 'adds') return actual / weight;
  return opening === null ? actual : opening + (actual - opening) / weight;
}

/** The standard deviation of a sum of months, each with a part of its own. */
function deviationOf(
  points: readonly { readonly value: number; readonly sd: number }[],
  parts: readonly number[],
): number {
  // A month that is expected to bring nothing has no size to be relative to but its own spread.
  const size = points.map(({ value, sd }) =>
    Math.abs(value) > 1e-6 * sd ? Math.abs(value) : Math.max(sd, Number.MIN_VALUE),
  );
  const relative = points.map(({ sd }, h) => sd / (size[h] ?? 1));
  const [first = 0] = relative;
  if (first <= 0) return 0;
  // How much of a month's error is left in the one h months later.
  const stays = relative.map((each, h) => {
    const before = h === 0 ? 0 : (relative[h - 1] ?? 0);
    return h === 0 ? 1 : Math.sqrt(Math.max(0, each ** 2 - before ** 2)) / first;
  });
  let variance = 0;
  for (let i = 0; i < points.length; i++) {
    let effect = 0;
    for (let h = i; h < points.length; h++) effect += (stays[h - i] ?? 0) * (size[h] ?? 0) * (parts[h] ?? 0);
    variance += (first * effect) ** 2;
  }
  return Math.sqrt(variance);
}

function chanceOf(mean: number, deviation: number, { target, upTo, better }: ProjectionFacts): number | null {
  if (target === null) return null;
  const below = (value: number): number =>
    deviation === 0 ? Number(mean < value) : normalBelow((value - mean) / deviation);
  if (better === 'higher') return 1 - below(target);
  return better === 'lower' ? below(target) : below(upTo ?? target) - below(target);
}
