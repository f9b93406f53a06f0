/** One model of exponential smoothing: how errors, trend and seasons come in. `none`, additive or multiplicative; the trend may fade. */
export interface EtsModel {
  readonly error: 'additive' | 'multiplicative';
  readonly trend: 'none' | 'additive' | 'damped';
  readonly season: 'none' | 'additive' | 'multiplicative';
}

/** The share of an error that the level, the trend and the seasons take over, and how the trend fades. */
export interface Smoothing {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  /** 1 where the trend does not fade, 0 without one. */
  readonly phi: number;
}

/** What the model knows at a time. */
export interface EtsState {
  readonly level: number;
  readonly trend: number;
  /** The next season first. */
  readonly seasons: readonly number[];
}

/**
 * In Hyndman's letters: error, trend, season. Example: 'M,Ad,M'.
 */
export function etsName({ error, trend, season }: EtsModel): string {
  const letters = { none: 'N', additive: 'A', damped: 'Ad', multiplicative: 'M' } as const;
  return [letters[error], letters[trend], letters[season]].join();
}

/**
 * The models worth trying: additive errors with multiplicative seasons are unstable, and multiplicative ones need values above zero.
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, 8.5 and 8.6.
 */
export function etsModels(isSeasonal: boolean, isPositive: boolean): readonly EtsModel[] {
  const errors = isPositive ? (['additive', 'multiplicative'] as const) : (['additive'] as const);
  const seasons: readonly EtsModel['season'][] = !isSeasonal
    ? ['none']
    : isPositive
      ? ['none', 'additive', 'multiplicative']
      : ['none', 'additive'];
  return errors.flatMap((error) =>
    (['none', 'additive', 'damped'] as const).flatMap((trend) =>
      seasons.flatMap((season) =>
        error === 'additive' && season === 'multiplicative' ? [] : [{ error, trend, season }],
      ),
    ),
  );
}

/** Values to expect in the next `horizon` periods. */
export function etsPoints(
  { season }: EtsModel,
  { phi }: Smoothing,
  state: EtsState,
  horizon: number,
): readonly number[] {
  const points: number[] = [];
  let [rise, fading] = [0, 1];
  for (let h = 0; h < horizon; h++) {
    fading *= phi;
    rise += fading * state.trend;
    const base = state.level + rise;
    const of = state.seasons[h % Math.max(1, state.seasons.length)] ?? 0;
    points.push(season === 'none' ? base : season === 'additive' ? base + of : base * of);
  }
  return points;
}
