/** A series taken apart by moving averages: one index a season, first the season of the first value. */
export interface SeasonIndices {
  readonly kind: 'additive' | 'multiplicative';
  readonly indices: Float64Array;
}

/**
 * The usual pattern of a year, by centred moving averages: means of value − average (sum 0) or of value ÷ average (mean 1).
 * Null with fewer than two whole periods, and for multiplicative ones where an average is not above zero.
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, 3.4.
 */
export function seasonIndices(values: Float64Array, period: number, kind: SeasonIndices['kind']): SeasonIndices | null {
  if (period < 2 || values.length < 2 * period) return null;
  const [sums, counts] = [new Float64Array(period), new Float64Array(period)];
  const half = Math.floor(period / 2);
  for (const [i, average] of movingAverages(values, period).entries()) {
    if (kind === 'multiplicative' && !(average > 0)) return null;
    const value = values[half + i] ?? 0;
    const at = (half + i) % period;
    sums[at] = (sums[at] ?? 0) + (kind === 'additive' ? value - average : value / average);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const raw = sums.map((sum, at) => sum / (counts[at] ?? 1));
  const mean = raw.reduce((sum, each) => sum + each, 0) / period;
  const indices = raw.map((each) => (kind === 'additive' ? each - mean : each / mean));
  return indices.every(Number.isFinite) ? { kind, indices } : null;
}

/**
 * Means over one period around each value that has half a period on both sides; of an even period the outermost count by half.
 * Example: 1, 2, 3, 6 with period 2 give (1 + 2 · 2 + 3) ÷ 4 = 2 and (2 + 2 · 3 + 6) ÷ 4 = 3.5.
 */
export function movingAverages(values: Float64Array, period: number): Float64Array {
  const half = Math.floor(period / 2);
  return Float64Array.from({ length: Math.max(0, values.length - 2 * half) }, (_, i) => {
    const t = half + i;
    let sum = 0;
    for (let j = -half; j <= half; j++)
      sum += (values[t + j] ?? 0) / (period % 2 === 0 && Math.abs(j) === half ? 2 : 1);
    return sum / period;
  });
}

/** A series without its seasons. */
export function withoutSeasons(values: Float64Array, seasons: SeasonIndices | null): Float64Array {
  if (seasons === null) return values;
  const { kind, indices } = seasons;
  return values.map((value, t) => {
    const index = indices[t % indices.length] ?? 0;
    return kind === 'additive' ? value - index : value / index;
  });
}

/**
 * Whether the year shows in a series: its autocorrelation at one period, against what chance gives in one case of ten.
 * Source: Fiorucci et al. 2016, as in the Theta method of the M3 competition.
 */
export function isSeasonal(values: Float64Array, period: number): boolean {
  const n = values.length;
  if (period < 2 || n < 2 * period) return false;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const correlation = (lag: number): number => {
    let sum = 0;
    for (let t = lag; t < n; t++) sum += ((values[t] ?? 0) - mean) * ((values[t - lag] ?? 0) - mean);
    return sum;
  };
  const variance = correlation(0);
  if (!(variance > 0)) return false;
  let before = 1;
  for (let lag = 1; lag < period; lag++) before += 2 * (correlation(lag) / variance) ** 2;
  return Math.abs(correlation(period) / variance) > 1.645 * Math.sqrt(before / n);
}
