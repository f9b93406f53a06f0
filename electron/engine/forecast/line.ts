/**
 * The straight line through values at 1, 2, 3, … by least squares; level for fewer than two.
 * Example: 3, 5, 7 lie on 1 + 2 · t.
 */
export function lineThrough(values: Float64Array): { readonly level: number; readonly slope: number } {
  const n = values.length;
  const [middle, mean] = [(n + 1) / 2, values.reduce((sum, value) => sum + value, 0) / n];
  let [above, below] = [0, 0];
  values.forEach((value, t) => {
    above += (t + 1 - middle) * (value - mean);
    below += (t + 1 - middle) ** 2;
  });
  const slope = below === 0 ? 0 : above / below;
  return { level: mean - slope * middle, slope };
}
