import { buildChart, type SeriesInput } from '#shared/charts/build-chart.ts';
import type { ChartKind, ChartModel } from '#shared/charts/model.ts';
import type { Unit } from '#shared/units.ts';

/** A small chart for tests: named series of values over categories a, b, c … */
export function chartOf(
  kind: ChartKind,
  series: readonly SeriesInput[],
  unit: Unit = 'money',
  more: Partial<ChartModel> = {},
): ChartModel {
  const count = Math.max(0, ...series.map(({ points }) => points.length));
  const categories = Array.from({ length: count }, (_, index) => {
    const key = String.fromCodePoint(97 + (index % 26)) + (index < 26 ? '' : String(Math.floor(index / 26)));
    return { key, label: key };
  });
  const built = buildChart({
    kind,
    title: 'T',
    format: { locale: 'sv-SE', currency: 'SEK' },
    unit,
    direction: 'higher',
    scale: { step: 'one', decimals: 0 },
    categories,
    series,
  });
  return { ...built, ...more };
}

export const values = (...points: SeriesInput['points']): SeriesInput => ({ key: 'now', name: 'Utfall', points });
