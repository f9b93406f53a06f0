/**
 * A whole amount shared out by weights to the last unit: everybody gets their share rounded down, and what is left goes, unit by
 * unit, to those who lost most by that (largest remainder, the first of equals). Weights below 0 count as 0; null when all do.
 * Whole numbers, the amount not negative. Example: `shareOut(100, [1, 1, 1])` is [34, 33, 33].
 */
export function shareOut(amount: number, weights: readonly number[]): readonly number[] | null {
  const positive = weights.map((weight) => BigInt(Math.max(0, weight)));
  const all = positive.reduce((sum, weight) => sum + weight, 0n);
  if (all === 0n) return null;
  const products = positive.map((weight) => BigInt(amount) * weight);
  const shares = products.map((product) => Number(product / all));
  const rests = products.map((product, place) => ({ place, rest: product % all }));
  let left = amount - shares.reduce((sum, share) => sum + share, 0);
  for (const { place } of rests.toSorted((a, b) =>
    a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1,
  )) {
    if (left-- <= 0) break;
    shares[place] = (shares[place] ?? 0) + 1;
  }
  return shares;
}
