import { fitEtsModel } from './ets-fit.ts';
import { lineThrough } from './line.ts';
import { isSeasonal, seasonIndices, withoutSeasons } from './seasons.ts';

/**
 * The Theta method: simple exponential smoothing that climbs by half the slope of the straight line through the series, the year's
 * pattern taken out before and put back after where it shows. Null with fewer than four values.
 * Source: Assimakopoulos and Nikolopoulos 2000; Hyndman and Billah 2003. Example: the best method of the M3 competition, 13.85 % over its monthly series.
 */
export function theta(values: readonly number[], period: number, horizon: number): readonly number[] | null {
  const series = Float64Array.from(values);
  const n = series.length;
  const seasons = isSeasonal(series, period) ? seasonIndices(series, period, 'multiplicative') : null;
  const usable = seasons !== null && seasons.indices.every((index) => index > 1e-6) ? seasons : null;
  const adjusted = withoutSeasons(series, usable);
  const fit = fitEtsModel({ error: 'additive', trend: 'none', season: 'none' }, [...adjusted], 1);
  if (fit === null) return null;
  const { alpha } = fit.smoothing;
  const drift = lineThrough(adjusted).slope / 2;
  const lag = (1 - (1 - alpha) ** n) / alpha;
  return Array.from({ length: horizon }, (_, h) => {
    const point = fit.path.end.level + drift * (h + lag);
    return usable === null ? point : point * (usable.indices[(n + h) % usable.indices.length] ?? 1);
  });
}
