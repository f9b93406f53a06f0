/**
 * The simple forecasts that others must beat. `last`: the last value again; `season`: the value of the season before;
 * `drift`: the straight line from the first value through the last.
 * Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, 5.2.
 * Example: 10, 12, 14 goes on with 14, 14 (last) or 16, 18 (drift).
 */
export function lastAgain(values: readonly number[], horizon: number): readonly number[] {
  return new Array<number>(horizon).fill(values.at(-1) ?? 0);
}

export function seasonAgain(values: readonly number[], period: number, horizon: number): readonly number[] {
  if (values.length < period) return lastAgain(values, horizon);
  return Array.from({ length: horizon }, (_, h) => values[values.length - period + (h % period)] ?? 0);
}

export function drift(values: readonly number[], horizon: number): readonly number[] {
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const step = values.length < 2 ? 0 : (last - first) / (values.length - 1);
  return Array.from({ length: horizon }, (_, h) => last + step * (h + 1));
}
