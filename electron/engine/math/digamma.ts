/** Below this, the recurrence ψ(x + 1) = ψ(x) + 1 ÷ x goes before the series. */
const SERIES_FROM = 10;

/**
 * The slope of ln Γ at x > 0, to about 1e-13; NaN elsewhere.
 * Source: Abramowitz and Stegun 6.3.5 and 6.3.18. Example: digamma(1) is minus Euler's constant, −0.577216.
 */
export function digamma(x: number): number {
  if (!(x > 0)) return NaN;
  let [at, before] = [x, 0];
  for (; at < SERIES_FROM; at++) before += 1 / at;
  const square = 1 / (at * at);
  const series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))));
  return Math.log(at) - 0.5 / at - series - before;
}
