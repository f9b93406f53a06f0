import type { ChartSeries } from '#shared/charts/model.ts';
import { spreadLabels } from '../labels/place-labels.model.ts';
import { cutText, path, text, type Measure, type Shape, type Spot } from '../scene/scene.ts';
import { drawnValue, type Family } from './families.model.ts';
import { markOf, type Geometry } from './geometry.ts';
import { LABEL, type Plan } from './plan.model.ts';

/** The intervals of forecasts that are lines, as bands from where the actual line ends. */
export function intervalBands(plan: Plan, geometry: Geometry): readonly Shape[] {
  return [...(plan.shape.lines && !plan.shape.stacked ? plan.families : []), ...plan.panel].flatMap((family) => {
    const { forecast, actual, ink } = family;
    if (forecast === null) return [];
    const inPanel = plan.panel.includes(family);
    const last = actual.points.findLastIndex(({ value }) => value !== null);
    const start = markOf(geometry, actual.key, last);
    const edge = (end: 'low' | 'high'): readonly Spot[] => [
      ...(start === undefined ? [] : [start.end]),
      ...forecast.points.flatMap((point, index) => {
        const mark = markOf(geometry, forecast.key, index);
        const value = point[end];
        return value === null || mark === undefined || index <= last
          ? []
          : [{ x: mark.end.x, y: geometry.at(value, inPanel) }];
      }),
    ];
    const band = [...edge('high'), ...edge('low').toReversed()];
    return band.length < 4 ? [] : [{ shape: 'area' as const, spots: band, fill: ink, alpha: 0.16 }];
  });
}

/** Where a series ends on the right: its last drawn point, or the middle of its part of the last stack. */
function endOf(family: Family, plan: Plan, geometry: Geometry): Spot | null {
  const { actual, forecast } = family;
  const last = actual.points.findLastIndex((_, index) => drawnValue(family, index) !== null);
  const keys = [forecast?.key, actual.key].filter((key) => key !== undefined);
  for (const key of keys) {
    const mark = markOf(geometry, key, last);
    if (mark === undefined || !Number.isFinite(mark.end.y)) continue;
    if (!plan.shape.stacked) return mark.end;
    const below = plan.families[plan.families.indexOf(family) - 1];
    const base = mark.bar
      ? mark.box.top + mark.box.height
      : below === undefined
        ? geometry.area.bottom
        : (markOf(geometry, below.actual.key, last)?.end.y ?? geometry.area.bottom);
    return { x: mark.bar ? mark.box.left + mark.box.width : mark.end.x, y: (mark.end.y + base) / 2 };
  }
  return null;
}

/** Names at the right end of lines or of the last stack, moved apart where they would meet; null where not all have room. Those without an end have none. */
export function endNames(plan: Plan, geometry: Geometry, measure: Measure): readonly Shape[] | null {
  if (!plan.endNames) return null;
  const ends = [...plan.families, ...plan.panel].flatMap((family) => {
    const spot = endOf(family, plan, geometry);
    return spot === null ? [] : [{ family, spot }];
  });
  const wished = ends.map(({ spot }) => spot.y);
  const places = spreadLabels(wished, LABEL.height, geometry.area.top - 6, geometry.area.bottom + 6);
  if (places === null) return null;
  const left = geometry.area.right + 8;
  return ends.flatMap(({ family, spot }, index): readonly Shape[] => {
    const y = places[index] ?? spot.y;
    const name = cutText(family.actual.name, geometry.width - left, (each) => measure(each, LABEL.size, 600));
    const moved = Math.abs(y - spot.y) > 3;
    return [
      ...(plan.shape.stacked ? [] : [{ shape: 'dot' as const, at: spot, radius: 2.6, fill: family.ink }]),
      ...(moved || plan.shape.stacked
        ? [
            path(family.ink, [
              { x: spot.x + 2, y: spot.y },
              { x: left - 2, y },
            ]),
          ]
        : []),
      text(name, left, y, { size: LABEL.size, weight: 600, fill: 'ink-2' }),
    ];
  });
}

/** Points without neighbours, which a line cannot show, as dots. */
export function loneDots(plan: Plan, geometry: Geometry): readonly Shape[] {
  const lone = ({ points }: ChartSeries, index: number): boolean =>
    points[index]?.value != null && points[index - 1]?.value == null && points[index + 1]?.value == null;
  if (!plan.shape.lines || plan.shape.stacked) return [];
  return plan.families.flatMap(({ actual, ink }) =>
    actual.points.flatMap((_, index) => {
      const mark = markOf(geometry, actual.key, index);
      return lone(actual, index) && mark !== undefined
        ? [{ shape: 'dot' as const, at: mark.end, radius: 3, fill: ink }]
        : [];
    }),
  );
}
