import { lbfgs, type Slope } from '../math/lbfgs.ts';
import { etsModels, type EtsModel, type EtsState, type Smoothing } from './ets-model.ts';
import { etsPath, etsSlopes, traceOf, type EtsPath, type Trace } from './ets-path.ts';
import { lineThrough } from './line.ts';
import { seasonIndices, withoutSeasons } from './seasons.ts';

export interface EtsFit {
  readonly model: EtsModel;
  readonly smoothing: Smoothing;
  readonly start: EtsState;
  readonly path: EtsPath;
  /** Standard deviation of the errors, relative where they are multiplicative. */
  readonly deviation: number;
  readonly aic: number;
  /** What models are chosen by: lower is better. */
  readonly aicc: number;
}

const LEAST = 1e-4;
const GREATEST = 0.9999;
const FADING = { least: 0.8, greatest: 0.98 };
/** Where the search for the level's share begins, all models from the first and the most likely ones from the others too; the best end counts. */
const STARTS = [0.1, 0.5] as const;
const MOST_LIKELY = 3;

/**
 * The model of exponential smoothing with the lowest AICc, all of its numbers those that make the series likeliest. Seasons with
 * `period` values a year and at least two years; multiplicative models where every value is above zero. Null with fewer than four values.
 * Bounds: 0.0001 to 0.9999 for alpha, beta below alpha, gamma below 1 − alpha, phi 0.8 to 0.98.
 * Source: Hyndman, Koehler, Snyder and Grose 2002. Example: AirPassengers gives M,Ad,M with an AIC of 1395.166.
 */
export function fitEts(values: readonly number[], period: number): EtsFit | null {
  if (values.length < 4) return null;
  const isYearly = period > 1 && values.length >= 2 * period;
  const models = etsModels(
    isYearly,
    values.every((value) => value > 0),
  );
  const [first, ...others] = STARTS;
  const fits = models.flatMap((model) => fitEtsModel(model, values, period, [first]) ?? []);
  const byAicc = fits.toSorted((a, b) => a.aicc - b.aicc);
  const again = byAicc.slice(0, MOST_LIKELY).flatMap(({ model }) => fitEtsModel(model, values, period, others) ?? []);
  return [...byAicc, ...again].reduce<EtsFit | null>((a, b) => (a === null || b.aicc < a.aicc ? b : a), null);
}

/** One model, fitted. Null where there are too few values for its parameters or it breaks on the series. */
export function fitEtsModel(
  model: EtsModel,
  given: readonly number[],
  period: number,
  starts: readonly number[] = STARTS,
): EtsFit | null {
  const n = given.length;
  const layout = layoutOf(model, period);
  const parameters = layout.size + 1;
  if (n - parameters - 1 <= 0) return null;
  const scale = given.reduce((sum, value) => sum + Math.abs(value), 0) / n || 1;
  const values = Float64Array.from(given, (value) => value / scale);
  const start = startOf(model, values, period);
  if (start === null) return null;
  const trace = traceOf(n);
  const ends = starts.map((alpha) => {
    const found = lbfgs(
      (at) => slopeAt(model, layout, values, period, at, trace),
      layout.pack(smoothingAt(model, alpha), start),
    );
    return { ...layout.unpack(Float64Array.from(found.at)), value: found.value };
  });
  const best = ends.reduce((a, b) => (b.value < a.value ? b : a));
  if (!Number.isFinite(best.value)) return null;
  const state = scaled(best.start, scale, model);
  const path = etsPath(model, Float64Array.from(given), period, best.smoothing, state);
  const cost = best.value + 2 * n * Math.log(scale);
  const aic = cost + 2 * parameters;
  const squares = path.errors.reduce((sum, error) => sum + error * error, 0);
  return {
    model,
    smoothing: best.smoothing,
    start: state,
    path,
    deviation: Math.sqrt(squares / (n - layout.size)),
    aic,
    aicc: aic + (2 * parameters * (parameters + 1)) / (n - parameters - 1),
  };
}

function scaled({ level, trend, seasons }: EtsState, scale: number, { season }: EtsModel): EtsState {
  return {
    level: level * scale,
    trend: trend * scale,
    seasons: season === 'additive' ? seasons.map((each) => each * scale) : seasons,
  };
}

function smoothingAt({ trend, season }: EtsModel, alpha: number): Smoothing {
  return {
    alpha,
    beta: trend === 'none' ? 0 : alpha / 10,
    gamma: season === 'none' ? 0 : (1 - alpha) / 20,
    phi: trend === 'none' ? 0 : trend === 'damped' ? 0.95 : 1,
  };
}

/** Seasons by moving averages, level and trend by a straight line through the first values without them. */
function startOf({ trend, season }: EtsModel, values: Float64Array, period: number): EtsState | null {
  const seasons = season === 'none' ? null : seasonIndices(values, period, season);
  if (season !== 'none' && seasons === null) return null;
  if (season === 'multiplicative' && seasons?.indices.some((index) => index <= 0.01) === true) return null;
  const adjusted = withoutSeasons(values, seasons).subarray(0, Math.max(10, 2 * period));
  const mean = adjusted.reduce((sum, value) => sum + value, 0) / adjusted.length;
  const line = lineThrough(adjusted);
  const [level, slope] = trend === 'none' ? [mean, 0] : [line.level, line.slope];
  return { level: level > 0 || mean <= 0 ? level : mean, trend: slope, seasons: [...(seasons?.indices ?? [])] };
}

interface Layout {
  /** Numbers that are searched for. */
  readonly size: number;
  pack(smoothing: Smoothing, start: EtsState): Float64Array;
  unpack(at: Float64Array): { readonly smoothing: Smoothing; readonly start: EtsState };
}

const share = (x: number): number => 1 / (1 + Math.exp(-x));
const unshare = (p: number): number => {
  const within = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(within / (1 - within));
};
const between = (least: number, greatest: number, x: number): number =>
  least + Math.max(0, greatest - least) * share(x);
const within = (least: number, greatest: number, value: number): number =>
  unshare((value - least) / (greatest - least));

/** The numbers of a model in a row, each free to be anything: alpha, beta, gamma, phi, level, trend, all seasons but the last. */
function layoutOf({ trend, season }: EtsModel, period: number): Layout {
  const [hasTrend, fades, hasSeasons] = [trend !== 'none', trend === 'damped', season !== 'none'];
  const whole = season === 'multiplicative' ? period : 0;
  return {
    size: 2 + (hasTrend ? 2 : 0) + (fades ? 1 : 0) + (hasSeasons ? period : 0),
    pack: ({ alpha, beta, gamma, phi }, start) =>
      Float64Array.from([
        within(LEAST, GREATEST, alpha),
        ...(hasTrend ? [within(LEAST, alpha, beta)] : []),
        ...(hasSeasons ? [within(LEAST, 1 - alpha, gamma)] : []),
        ...(fades ? [within(FADING.least, FADING.greatest, phi)] : []),
        start.level,
        ...(hasTrend ? [start.trend] : []),
        ...start.seasons.slice(0, -1),
      ]),
    unpack: (at) => {
      let i = 0;
      const next = (): number => at[i++] ?? 0;
      const alpha = between(LEAST, GREATEST, next());
      const beta = hasTrend ? between(LEAST, alpha, next()) : 0;
      const gamma = hasSeasons ? between(LEAST, 1 - alpha, next()) : 0;
      const phi = fades ? between(FADING.least, FADING.greatest, next()) : hasTrend ? 1 : 0;
      const [level, rise] = [next(), hasTrend ? next() : 0];
      const free = [...at.subarray(i)];
      const seasons = hasSeasons ? [...free, whole - free.reduce((sum, each) => sum + each, 0)] : [];
      return { smoothing: { alpha, beta, gamma, phi }, start: { level, trend: rise, seasons } };
    },
  };
}

/** The cost and its slopes in the free numbers. */
function slopeAt(
  model: EtsModel,
  layout: Layout,
  values: Float64Array,
  period: number,
  at: Float64Array,
  trace: Trace,
): Slope {
  const { smoothing, start } = layout.unpack(at);
  const { value, slopes } = etsSlopes(model, values, period, smoothing, start, trace);
  const gradient = new Float64Array(at.length);
  const { trend, season } = model;
  const steepness = (x: number): number => share(x) * (1 - share(x));
  let i = 1;
  let ofAlpha = slopes.smoothing.alpha;
  if (trend !== 'none') {
    const x = at[i] ?? 0;
    gradient[i++] = slopes.smoothing.beta * (smoothing.alpha - LEAST) * steepness(x);
    ofAlpha += slopes.smoothing.beta * share(x);
  }
  if (season !== 'none') {
    const x = at[i] ?? 0;
    const room = Math.max(0, 1 - smoothing.alpha - LEAST);
    gradient[i++] = slopes.smoothing.gamma * room * steepness(x);
    if (room > 0) ofAlpha -= slopes.smoothing.gamma * share(x);
  }
  if (trend === 'damped')
    gradient[i] = slopes.smoothing.phi * (FADING.greatest - FADING.least) * steepness(at[i++] ?? 0);
  gradient[0] = ofAlpha * (GREATEST - LEAST) * steepness(at[0] ?? 0);
  gradient[i++] = slopes.level;
  if (trend !== 'none') gradient[i++] = slopes.trend;
  const last = slopes.seasons.at(-1) ?? 0;
  for (let s = 0; i < at.length; s++) gradient[i++] = (slopes.seasons[s] ?? 0) - last;
  return { value, gradient };
}
