import { MOST_POINTS } from './chart-problem.ts';
import type { ChartModel } from './model.ts';

/**
 * Which of many values keep the shape of their line: largest-triangle-three-buckets (Steinarsson 2013). The first and the last stay;
 * of every stretch between, the value that makes the largest triangle with its neighbours. Nulls count as the value before them.
 * Example: of [0, 0, 9, 0, 0, 0] three are kept: 0, 2 and 5.
 */
export function keptIndexes(values: readonly (number | null)[], most: number): readonly number[] {
  const count = values.length;
  if (count <= most || most < 3) return values.map((_, index) => index);
  const filled: number[] = [];
  for (const value of values) filled.push(value ?? filled.at(-1) ?? 0);
  const size = (count - 2) / (most - 2);
  const kept = [0];
  let last = 0;
  for (let bucket = 0; bucket < most - 2; bucket += 1) {
    const [start, end] = [Math.floor(bucket * size) + 1, Math.floor((bucket + 1) * size) + 1];
    const after = Math.min(Math.floor((bucket + 2) * size) + 1, count);
    let sum = 0;
    for (let index = end; index < after; index += 1) sum += filled[index] ?? 0;
    const middle = { x: (end + after - 1) / 2, y: sum / Math.max(1, after - end) };
    let [best, largest] = [start, -1];
    for (let index = start; index < end; index += 1) {
      const area = Math.abs(
        (last - middle.x) * ((filled[index] ?? 0) - (filled[last] ?? 0)) -
          (last - index) * (middle.y - (filled[last] ?? 0)),
      );
      if (area > largest) [best, largest] = [index, area];
    }
    kept.push(best);
    last = best;
  }
  return [...kept, count - 1];
}

/** A line chart of more points than can be seen, with those that keep its shape; every other chart as it is. */
export function thinnedChart(model: ChartModel, most = MOST_POINTS): ChartModel {
  const { kind, categories, series } = model;
  if ((kind !== 'line' && kind !== 'area') || categories.length <= most) return model;
  const each = Math.max(3, Math.floor(most / Math.max(1, series.length)));
  const kept = new Set(
    series.flatMap(({ points }) =>
      keptIndexes(
        points.map(({ value }) => value),
        each,
      ),
    ),
  );
  const of = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => kept.has(index));
  return { ...model, categories: of(categories), series: series.map((one) => ({ ...one, points: of(one.points) })) };
}
