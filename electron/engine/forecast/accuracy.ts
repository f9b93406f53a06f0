/** How far forecasts lay from what happened. */
export interface Accuracy {
  /** In the series' unit. */
  readonly mae: number;
  readonly rmse: number;
  /** Ratio; null where something happened to be zero. */
  readonly mape: number | null;
  /** Ratio, 0 to 2. */
  readonly smape: number;
  /** Against the mean error of repeating the season before within the known series: below 1 is better. Null where that is zero. */
  readonly mase: number | null;
}

/**
 * Errors of forecasts against what happened after a known series with `period` values a season (1 for none).
 * Source: Hyndman and Koehler 2006; sMAPE as in the M3 competition, |a − f| ÷ ((|a| + |f|) ÷ 2), 0 where both are 0.
 * Example: 110 and 90 forecast where 100 and 100 happened: MAE 10, RMSE 10, MAPE 0.1.
 */
export function accuracyOf(
  happened: readonly number[],
  forecast: readonly number[],
  known: readonly number[],
  period: number,
): Accuracy {
  const mean = (of: (actual: number, guess: number) => number): number =>
    happened.reduce((sum, actual, i) => sum + of(actual, forecast[i] ?? 0), 0) / happened.length;
  const mae = mean((actual, guess) => Math.abs(actual - guess));
  const steps = known.slice(period).map((value, i) => Math.abs(value - (known[i] ?? 0)));
  const scale = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  return {
    mae,
    rmse: Math.sqrt(mean((actual, guess) => (actual - guess) ** 2)),
    mape: happened.includes(0) ? null : mean((actual, guess) => Math.abs((actual - guess) / actual)),
    smape: mean((actual, guess) =>
      actual === guess ? 0 : (2 * Math.abs(actual - guess)) / (Math.abs(actual) + Math.abs(guess)),
    ),
    mase: scale > 0 ? mae / scale : null,
  };
}
