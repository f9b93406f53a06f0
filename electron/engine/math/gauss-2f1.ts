const MOST_TERMS = 100_000;

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for 0 ≤ z < 1 and c no integer ≤ 0, by its power series.
 * Source: Abramowitz and Stegun 15.1.1. Example: gauss2f1(1, 1, 2, 0.5) = −ln(0.5) ÷ 0.5 = 1.386294.
 */
export function gauss2f1(a: number, b: number, c: number, z: number): number {
  let [term, sum] = [1, 1];
  for (let n = 0; n < MOST_TERMS; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) <= Number.EPSILON * Math.abs(sum)) break;
  }
  return sum;
}
