/** Where a function is least, and whether the search came to rest. */
export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  readonly settled: boolean;
}

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

/**
 * The least value of a function of several variables near `start`, by the simplex of Nelder and Mead with the coefficients
 * that adapt to the number of variables; it starts anew from its end until that gains nothing. A value that is no number
 * counts as infinite. Deterministic.
 * Source: Nelder and Mead 1965; Gao and Han 2012. Example: (x − 2)² + (y + 1)² from (0, 0) gives (2, −1) and 0.
 */
export function nelderMead(
  of: (at: readonly number[]) => number,
  start: readonly number[],
  { step = 0.5, tolerance = 1e-10, mostSteps = 4000, rounds = 4 } = {},
): Minimum {
  let best = onePass(of, start, step, tolerance, mostSteps);
  for (let round = 1; round < rounds; round++) {
    const next = onePass(of, best.at, step / 4 ** round, tolerance, mostSteps);
    const gain = best.value - next.value;
    if (next.value <= best.value) best = next;
    if (gain <= tolerance * (1 + Math.abs(best.value))) break;
  }
  return best;
}

function onePass(
  of: (at: readonly number[]) => number,
  start: readonly number[],
  step: number,
  tolerance: number,
  mostSteps: number,
): Minimum {
  const n = start.length;
  const [expand, contract, shrink] = [1 + 2 / n, 0.75 - 1 / (2 * n), n === 1 ? 0.5 : 1 - 1 / n];
  const measured = (at: readonly number[]): Corner => {
    const value = of(at);
    return { at, value: Number.isNaN(value) ? Infinity : value };
  };
  const corners = [measured(start), ...start.map((_, i) => measured(start.map((x, j) => (i === j ? x + step : x))))];
  for (let steps = 0; steps < mostSteps; steps++) {
    corners.sort((a, b) => a.value - b.value);
    const [first, worst, second] = [corners[0], corners[n], corners[n - 1]];
    if (first === undefined || worst === undefined || second === undefined) break;
    const spread = Math.max(...start.map((_, i) => Math.abs((worst.at[i] ?? 0) - (first.at[i] ?? 0))));
    if (worst.value - first.value <= tolerance * (1 + Math.abs(first.value)) && spread <= Math.sqrt(tolerance))
      return { ...first, settled: true };
    const middle = start.map((_, i) => corners.slice(0, n).reduce((sum, { at }) => sum + (at[i] ?? 0), 0) / n);
    const along = (factor: number): Corner => measured(middle.map((m, i) => m + factor * (m - (worst.at[i] ?? 0))));
    const reflected = along(1);
    if (reflected.value < first.value) {
      const expanded = along(expand);
      corners[n] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < second.value) corners[n] = reflected;
    else {
      const contracted = along(reflected.value < worst.value ? contract : -contract);
      if (contracted.value < Math.min(worst.value, reflected.value)) corners[n] = contracted;
      else
        for (let i = 1; i <= n; i++)
          corners[i] = measured(first.at.map((x, j) => x + shrink * ((corners[i]?.at[j] ?? x) - x)));
    }
  }
  const best = corners.reduce((a, b) => (b.value < a.value ? b : a));
  return { ...best, settled: false };
}
