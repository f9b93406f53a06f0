import { normals } from '../math/normals.ts';
import type { EtsFit } from './ets-fit.ts';

/** Values below and above which the outcome lies with the chance at hand. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const PATHS = 2_000;
const SEED = 20_261_122;

/**
 * Ways that the next `horizon` periods may go, one list a period, the same way at the same place of each: the model is carried on with
 * errors drawn from a normal distribution of its own deviation, each draw met by its opposite. The same series gives the same ways.
 * Source: Hyndman, Koehler, Ord and Snyder 2008, 6.1.
 */
export function etsOutcomes({ model, smoothing, path, deviation }: EtsFit, horizon: number): readonly Float64Array[] {
  const { error, season } = model;
  const { alpha, beta, gamma, phi } = smoothing;
  const { end } = path;
  const period = Math.max(1, end.seasons.length);
  const outcomes = Array.from({ length: horizon }, () => new Float64Array(PATHS));
  const draw = normals(SEED);
  const errors = new Float64Array(horizon);
  const ring = new Float64Array(period);
  for (let each = 0; each < PATHS; each++) {
    if (each % 2 === 0) for (let h = 0; h < horizon; h++) errors[h] = draw() * deviation;
    else for (let h = 0; h < horizon; h++) errors[h] = -(errors[h] ?? 0);
    ring.set(end.seasons);
    let { level, trend } = end;
    for (let h = 0; h < horizon; h++) {
      const of = ring[h % period] ?? 0;
      const base = level + phi * trend;
      const fit = season === 'none' ? base : season === 'additive' ? base + of : base * of;
      const miss = error === 'additive' ? (errors[h] ?? 0) : fit * (errors[h] ?? 0);
      const paths = outcomes[h];
      if (paths !== undefined) paths[each] = fit + miss;
      const corrected = season === 'multiplicative' ? miss / of : miss;
      level = base + alpha * corrected;
      trend = phi * trend + beta * corrected;
      if (season === 'additive') ring[h % period] = of + gamma * miss;
      else if (season === 'multiplicative') ring[h % period] = of + (gamma * miss) / base;
    }
  }
  return outcomes;
}

/**
 * Between which values outcomes lie with the chance at hand, half of the rest on each side. Example: 0, 1, …, 10 lie with 0.8 between 1 and 9.
 */
export function intervalOf(outcomes: Float64Array, level: number): Interval {
  const sorted = outcomes.slice().sort();
  return { low: quantile(sorted, (1 - level) / 2), high: quantile(sorted, (1 + level) / 2) };
}

function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (at - Math.floor(at)) * (above - below);
}
