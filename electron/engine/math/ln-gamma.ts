/** Below this, the recurrence Γ(x + 1) = x Γ(x) goes before Stirling's series. */
const SERIES_FROM = 10;

/**
 * Natural logarithm of Γ(x) for x > 0, to about 1e-14 relative; NaN elsewhere.
 * Source: Stirling's series, Abramowitz and Stegun 6.1.41. Example: lnGamma(5) = ln 24.
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) return NaN;
  let [at, product] = [x, 1];
  for (; at < SERIES_FROM; at++) product *= at;
  const inverse = 1 / at;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 -
      square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360_360))))));
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

/** From here on the next terms of the series are below 1e-16. */
const LARGE = 1e4;

/**
 * ln Γ(x + d) − ln Γ(x) for x > 0 and d ≥ 0, exact also where both are large and their difference is not.
 * Source: Stirling's series, Abramowitz and Stegun 6.1.41. Example: lnGammaRatio(1e12, 1) = ln 1e12.
 */
export function lnGammaRatio(x: number, d: number): number {
  if (x < LARGE) return lnGamma(x + d) - lnGamma(x);
  return (x - 0.5) * Math.log1p(d / x) + d * Math.log(x + d) - d + (1 / (x + d) - 1 / x) / 12;
}
