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
  const n = values.length;
  if (period < 2 || n < 2 * period) return null;
  const half = Math.floor(period / 2);
  const [sums, counts] = [new Float64Array(period), new Float64Array(period)];
  for (let t = half; t < n - half; t++) {
    let average = 0;
    if (period % 2 === 0) {
      average = ((values[t - half] ?? 0) + (values[t + half] ?? 0)) / 2;
      for (let j = 1 - half; j < half; j++) average += values[t + j] ?? 0;
    } else for (let j = -half; j <= half; j++) average += values[t + j] ?? 0;
    average /= period;
    if (kind === 'multiplicative' && !(average > 0)) return null;
    const at = t % period;
    sums[at] = (sums[at] ?? 0) + (kind === 'additive' ? (values[t] ?? 0) - average : (values[t] ?? 0) / average);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const raw = sums.map((sum, at) => sum / (counts[at] ?? 1));
  const mean = raw.reduce((sum, each) => sum + each, 0) / period;
  const indices = raw.map((each) => (kind === 'additive' ? each - mean : each / mean));
  return indices.every(Number.isFinite) ? { kind, indices } : null;
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
