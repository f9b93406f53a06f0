import { nelderMead } from '../math/nelder-mead.ts';
import type { Smoothing } from './ets-model.ts';
import { lineThrough } from './line.ts';
import { movingAverages, seasonIndices, type SeasonIndices } from './seasons.ts';

/** A series smoothed by Holt and Winters: what it knows at its end. */
export interface HoltWinters {
  readonly kind: SeasonIndices['kind'];
  readonly smoothing: Omit<Smoothing, 'phi'>;
  readonly level: number;
  readonly trend: number;
  /** The next season first. */
  readonly seasons: readonly number[];
  /** Sum of the squared one-step errors, from the second period on. */
  readonly squares: number;
}

const FIRST_GUESS: HoltWinters['smoothing'] = { alpha: 0.3, beta: 0.1, gamma: 0.1 };

/**
 * The smoothing of Holt and Winters with the least squared errors, each share within 0 and 1, started as R starts it: seasons by moving
 * averages over the first two periods, level and trend by the straight line through these averages. Null with fewer than two
 * periods, and for a multiplicative one where an average is not above zero.
 * Source: Winters 1960; R, stats::HoltWinters. Example: AirPassengers, multiplicative, ends at level 469.3232 and trend 3.0215.
 */
export function holtWinters(values: readonly number[], period: number, kind: HoltWinters['kind']): HoltWinters | null {
  const first = Float64Array.from(values.slice(0, 2 * period));
  const seasons = seasonIndices(first, period, kind);
  if (seasons === null) return null;
  const line = lineThrough(movingAverages(first, period));
  const start = { level: line.level, trend: line.slope, seasons: [...seasons.indices] };
  const { alpha, beta, gamma } = FIRST_GUESS;
  const found = nelderMead(
    (at) => smooth(values, kind, sharesAt(at), start).squares,
    [alpha, beta, gamma].map(angleOf),
    {
      step: 0.2,
    },
  );
  const smoothed = smooth(values, kind, sharesAt(found.at), start);
  return Number.isFinite(smoothed.squares) ? smoothed : null;
}

/** Values to expect in the next `horizon` periods. */
export function holtWintersPoints({ kind, level, trend, seasons }: HoltWinters, horizon: number): readonly number[] {
  return Array.from({ length: horizon }, (_, h) => {
    const [base, of] = [level + (h + 1) * trend, seasons[h % seasons.length] ?? 0];
    return kind === 'additive' ? base + of : base * of;
  });
}

/** Any number is a share of 0 to 1, both ends included: the squared sine of it. */
const shareOf = (angle = 0): number => Math.sin(angle) ** 2;
const angleOf = (share: number): number => Math.asin(Math.sqrt(share));
const sharesAt = ([a, b, c]: readonly number[]): HoltWinters['smoothing'] => ({
  alpha: shareOf(a),
  beta: shareOf(b),
  gamma: shareOf(c),
});

function smooth(
  values: readonly number[],
  kind: HoltWinters['kind'],
  smoothing: HoltWinters['smoothing'],
  start: Pick<HoltWinters, 'level' | 'trend' | 'seasons'>,
): HoltWinters {
  const { alpha, beta, gamma } = smoothing;
  const ring = [...start.seasons];
  const period = ring.length;
  let { level, trend } = start;
  let squares = 0;
  for (let t = period; t < values.length; t++) {
    const [value, of, base] = [values[t] ?? 0, ring[t % period] ?? 0, level + trend];
    squares += (value - (kind === 'additive' ? base + of : base * of)) ** 2;
    const next = alpha * (kind === 'additive' ? value - of : value / of) + (1 - alpha) * base;
    trend = beta * (next - level) + (1 - beta) * trend;
    level = next;
    ring[t % period] = gamma * (kind === 'additive' ? value - level : value / level) + (1 - gamma) * of;
  }
  const from = values.length % period;
  return { kind, smoothing, level, trend, seasons: [...ring.slice(from), ...ring.slice(0, from)], squares };
}
