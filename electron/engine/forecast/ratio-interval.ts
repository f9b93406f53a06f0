import { OUTCOMES_FOR_INTERVAL } from '#shared/forecast-choices.ts';

/**
 * Between which of them the next of some ratios lies with a chance of at least 80 %, whatever their distribution, if it is one like them: the
 * next one falls into each of the n + 1 gaps between n alike. Null for fewer than nine, where no two of them are so far apart.
 * Source: order statistics as prediction limits (Wilks 1941). Example: of 0.1, 0.2, …, 0.9 it is 0.1 to 0.9; of nineteen the second to the last but one.
 */
export function ratioInterval(ratios: readonly number[]): { readonly low: number; readonly high: number } | null {
  const n = ratios.length;
  if (n < OUTCOMES_FOR_INTERVAL) return null;
  const sorted = ratios.toSorted((a, b) => a - b);
  const rank = outermost(n);
  const [low, high] = [sorted[rank - 1], sorted[n - rank]];
  return low === undefined || high === undefined ? null : { low, high };
}

/** Which of n outcomes from either end such an interval ends at. Example: of nine to eighteen the first, of nineteen the second. */
export function outermost(n: number): number {
  return Math.floor((n + 1) / 10);
}
