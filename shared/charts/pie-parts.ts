import type { ChartCategory, ChartModel, ChartPoint } from './model.ts';

export interface PiePart {
  readonly category: ChartCategory;
  readonly point: ChartPoint;
  readonly value: number;
  /** Of the whole, 0 to 1. */
  readonly share: number;
}

/** A pie has at most this many slices, the united rest included. */
const MOST_SLICES = 6;

/**
 * The slices of a pie: the largest first, those beyond five united as the rest, together with what the whole has besides the points.
 * `restName` names it. Points without value and zeros have no slice. Only for additive numbers: see `chartProblem`.
 * Example: 50, 20, 10, 8, 6, 4, 2 gives 50, 20, 10, 8, 6 and a rest of 6.
 */
export function pieParts({ categories, series }: ChartModel, restName: string): readonly PiePart[] {
  const [first] = series;
  if (first === undefined) return [];
  const all = categories.flatMap((category, index) => {
    const point = first.points[index];
    return point === undefined || point.value === null || point.value <= 0
      ? []
      : [{ category, point, value: point.value }];
  });
  const sum = all.reduce((total, { value }) => total + value, 0);
  const whole = Math.max(sum, first.total?.value ?? 0);
  if (whole === 0) return [];
  const members = all.filter(({ category }) => !category.other).toSorted((a, b) => b.value - a.value);
  const others = all.filter(({ category }) => category.other);
  const unnamed = whole - members.reduce((total, { value }) => total + value, 0);
  const hasRest = unnamed > whole * 1e-6;
  const kept = members.length + (hasRest ? 1 : 0) <= MOST_SLICES ? members : members.slice(0, MOST_SLICES - 1);
  const rest = whole - kept.reduce((total, { value }) => total + value, 0);
  const [onlyOther] = others;
  const untouched = onlyOther !== undefined && Math.abs(onlyOther.value - rest) <= whole * 1e-6;
  const restPart =
    rest > whole * 1e-6
      ? [
          {
            category: {
              key: onlyOther?.category.key ?? 'rest',
              label: restName,
              name: restName,
              open: false,
              other: true,
              level: false,
            },
            // Its passport is that of the engine's own remainder, and only while it is the same.
            point: {
              value: rest,
              low: null,
              high: null,
              x: null,
              reason: null,
              cell: untouched ? onlyOther.point.cell : null,
            },
            value: rest,
          },
        ]
      : [];
  return [...kept, ...restPart].map((part) => ({ ...part, share: part.value / whole }));
}
