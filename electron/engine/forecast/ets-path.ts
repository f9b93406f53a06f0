import type { Slope } from '../math/lbfgs.ts';
import type { EtsModel, EtsState, Smoothing } from './ets-model.ts';

/** The model run over a series: its errors, what they cost and where it ends. */
export interface EtsPath {
  /** Relative where errors are multiplicative. */
  readonly errors: Float64Array;
  readonly fitted: Float64Array;
  readonly end: EtsState;
  /** −2 × the log-likelihood without its constant; infinite where the model breaks. */
  readonly cost: number;
}

/** Slopes of the cost in what the path starts from. */
export interface EtsSlopes {
  readonly smoothing: Smoothing;
  readonly level: number;
  readonly trend: number;
  readonly seasons: Float64Array;
}

/** Variance below which a fit counts as perfect, so that rounding plays no part; values are of the size of 1. */
const LEAST_VARIANCE = 1e-12;

/** What every step met and made, kept for the way back. A search runs a model thousands of times over one series: in one trace. */
export interface Trace {
  readonly errors: Float64Array;
  readonly fitted: Float64Array;
  readonly trends: Float64Array;
  readonly seasons: Float64Array;
  readonly bases: Float64Array;
  readonly misses: Float64Array;
}

/** Room for a series of `n` values. */
export function traceOf(n: number): Trace {
  return {
    errors: new Float64Array(n),
    fitted: new Float64Array(n),
    trends: new Float64Array(n),
    seasons: new Float64Array(n),
    bases: new Float64Array(n),
    misses: new Float64Array(n),
  };
}

/**
 * Runs a model over a series in error-correction form: with the base q = level + φ trend and the miss ε = value − fitted,
 * level ← q + α ε′, trend ← φ trend + β ε′, season ← season + γ ε″, where ε′ is ε ÷ season and ε″ is ε ÷ q for multiplicative seasons.
 * Source: Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing, table 2.1 and section 5.1.
 */
export function etsPath(
  model: EtsModel,
  values: Float64Array,
  period: number,
  smoothing: Smoothing,
  start: EtsState,
): EtsPath {
  const n = values.length;
  const trace = traceOf(n);
  const { level, trend, ring, cost } = run(model, values, period, smoothing, start, trace);
  const seasons = model.season === 'none' ? [] : Array.from(ring, (_, i) => ring[(n + i) % period] ?? 0);
  return { errors: trace.errors, fitted: trace.fitted, end: { level, trend, seasons }, cost };
}

/** Its cost with the slopes, by going back over the path once; `trace` is written over. */
export function etsSlopes(
  model: EtsModel,
  values: Float64Array,
  period: number,
  smoothing: Smoothing,
  start: EtsState,
  trace: Trace = traceOf(values.length),
): Pick<Slope, 'value'> & { readonly slopes: EtsSlopes } {
  const { cost } = run(model, values, period, smoothing, start, trace);
  return { value: cost, slopes: back(model, period, smoothing, trace) };
}

function run(
  { error, season }: EtsModel,
  values: Float64Array,
  period: number,
  { alpha, beta, gamma, phi }: Smoothing,
  start: EtsState,
  trace: Trace,
): Pick<EtsState, 'level' | 'trend'> & { readonly ring: Float64Array; readonly cost: number } {
  const n = values.length;
  const { errors, fitted } = trace;
  const ring = new Float64Array(season === 'none' ? 0 : period);
  ring.set(start.seasons);
  let { level, trend } = start;
  let [squares, scale, isBroken] = [0, 0, false];
  for (let t = 0; t < n; t++) {
    const at = season === 'none' ? 0 : t % period;
    const of = ring[at] ?? 0;
    const base = level + phi * trend;
    const fit = season === 'none' ? base : season === 'additive' ? base + of : base * of;
    const miss = (values[t] ?? 0) - fit;
    trace.trends[t] = trend;
    trace.seasons[t] = of;
    trace.bases[t] = base;
    trace.misses[t] = miss;
    fitted[t] = fit;
    const corrected = season === 'multiplicative' ? miss / of : miss;
    level = base + alpha * corrected;
    trend = phi * trend + beta * corrected;
    if (season === 'additive') ring[at] = of + gamma * miss;
    else if (season === 'multiplicative') ring[at] = of + (gamma * miss) / base;
    if (season === 'multiplicative' && !(of > 0 && base > 0)) isBroken = true;
    if (error === 'multiplicative') {
      if (!(fit > 0)) isBroken = true;
      errors[t] = miss / fit;
      scale += 2 * Math.log(Math.abs(fit));
    } else errors[t] = miss;
    squares += (errors[t] ?? 0) ** 2;
  }
  const cost = n * Math.log(squares + n * LEAST_VARIANCE) + scale;
  return { level, trend, ring, cost: isBroken || !Number.isFinite(cost) ? Infinity : cost };
}

function back(
  { error, season }: EtsModel,
  period: number,
  { alpha, beta, gamma, phi }: Smoothing,
  { errors, fitted, trends, seasons, bases, misses }: Trace,
): EtsSlopes {
  const n = errors.length;
  let squares = n * LEAST_VARIANCE;
  for (const each of errors) squares += each * each;
  const ring = new Float64Array(season === 'none' ? 0 : period);
  let [ofLevel, ofTrend, ofAlpha, ofBeta, ofGamma, ofPhi] = [0, 0, 0, 0, 0, 0];
  for (let t = n - 1; t >= 0; t--) {
    const at = season === 'none' ? 0 : t % period;
    const of = seasons[t] ?? 0;
    const base = bases[t] ?? 0;
    const miss = misses[t] ?? 0;
    const fit = fitted[t] ?? 0;
    const trend = trends[t] ?? 0;
    const ofSeasonAfter = ring[at] ?? 0;
    const corrected = season === 'multiplicative' ? miss / of : miss;
    const ofCorrected = alpha * ofLevel + beta * ofTrend;
    ofAlpha += ofLevel * corrected;
    ofBeta += ofTrend * corrected;
    let ofMiss = season === 'multiplicative' ? ofCorrected / of : ofCorrected;
    let ofBase = ofLevel;
    let ofSeason = ofSeasonAfter;
    if (season === 'additive') {
      ofGamma += ofSeasonAfter * miss;
      ofMiss += ofSeasonAfter * gamma;
    } else if (season === 'multiplicative') {
      ofGamma += (ofSeasonAfter * miss) / base;
      ofMiss += (ofSeasonAfter * gamma) / base;
      ofBase -= (ofSeasonAfter * gamma * miss) / (base * base);
      ofSeason -= (ofCorrected * miss) / (of * of);
    }
    const weight = (2 * n * (errors[t] ?? 0)) / squares;
    let ofFit = 0;
    if (error === 'multiplicative') {
      ofMiss += weight / fit;
      ofFit += 2 / fit - (weight * miss) / (fit * fit);
    } else ofMiss += weight;
    ofFit -= ofMiss;
    ofBase += season === 'multiplicative' ? ofFit * of : ofFit;
    if (season === 'additive') ofSeason += ofFit;
    else if (season === 'multiplicative') ofSeason += ofFit * base;
    if (season !== 'none') ring[at] = ofSeason;
    ofPhi += (ofBase + ofTrend) * trend;
    ofTrend = phi * (ofTrend + ofBase);
    ofLevel = ofBase;
  }
  return {
    smoothing: { alpha: ofAlpha, beta: ofBeta, gamma: ofGamma, phi: ofPhi },
    level: ofLevel,
    trend: ofTrend,
    seasons: ring,
  };
}
