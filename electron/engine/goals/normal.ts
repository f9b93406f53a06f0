const COEFFICIENTS = [0.319_381_53, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429] as const;

/**
 * The share of a standard normal distribution that lies below a value, to seven decimals.
 * Source: Abramowitz and Stegun 1964, 26.2.17. Example: 0 is 0.5, 1.959964 is 0.975.
 */
export function normalBelow(z: number): number {
  const size = Math.abs(z);
  const t = 1 / (1 + 0.231_641_9 * size);
  const polynomial = COEFFICIENTS.reduceRight((sum, coefficient) => (sum + coefficient) * t, 0);
  const above = (Math.exp(-(size ** 2) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return z >= 0 ? 1 - above : above;
}
