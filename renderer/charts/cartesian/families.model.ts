import type { ChartKind, ChartModel, ChartSeries } from '#shared/charts/model.ts';
import { SERIES_INKS, type Ink } from '../scene/inks.ts';

/** An actual series with what belongs to it. */
export interface Family {
  readonly actual: ChartSeries;
  readonly previous: ChartSeries | null;
  readonly target: ChartSeries | null;
  readonly forecast: ChartSeries | null;
  readonly ink: Ink;
  /** Beyond as many series as there are colours, the same ones are fainter. */
  readonly alpha: number;
}

/** How a chart with two axes is laid out; the rest of the mapping asks these instead of the kind. */
export interface Shape {
  readonly sideways: boolean;
  readonly stacked: boolean;
  readonly shares: boolean;
  /** Marks are lines or areas, not bars. */
  readonly lines: boolean;
  readonly filled: boolean;
}

export function shapeOf(kind: ChartKind, families: number): Shape {
  return {
    sideways: kind === 'bar' || kind === 'stacked-bar' || kind === 'share-bar',
    stacked: kind.startsWith('stacked-') || kind.startsWith('share-') || (kind === 'area' && families > 1),
    shares: kind.startsWith('share-'),
    lines: kind === 'line' || kind === 'area',
    filled: kind === 'area',
  };
}

/** Actual series in their order, each with its previous year, target and forecast. A series alone is dark; several have a colour each. */
export function familiesOf({ series }: Pick<ChartModel, 'series'>): readonly Family[] {
  const actual = series.filter(({ role }) => role === 'actual');
  return actual.map((one, index): Family => {
    const belonging = (role: ChartSeries['role']): ChartSeries | null =>
      series.find((each) => each.role === role && each.of === one.key) ?? null;
    return {
      actual: one,
      previous: belonging('previous'),
      target: belonging('target'),
      forecast: belonging('forecast'),
      ink: SERIES_INKS[index % SERIES_INKS.length] ?? 'actual',
      alpha: 0.5 ** Math.floor(index / SERIES_INKS.length),
    };
  });
}

/** The value drawn at a place: the actual one, or the forecast where there is none. */
export function drawnValue({ actual, forecast }: Family, index: number): number | null {
  return actual.points[index]?.value ?? forecast?.points[index]?.value ?? null;
}

/** What the drawn values of a place make together, nulls left out. */
export function wholeAt(families: readonly Family[], index: number): number {
  return families.reduce((sum, family) => sum + (drawnValue(family, index) ?? 0), 0);
}
