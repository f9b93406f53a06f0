import type { ChartModel } from '#shared/charts/model.ts';
import type { Say } from '#shared/charts/point-facts.ts';
import type { Plan } from '../cartesian/plan.model.ts';
import { hatch } from '../scene/hatch.ts';
import type { Ink } from '../scene/inks.ts';
import { path, text, type Measure, type Shape } from '../scene/scene.ts';

/** A line of explanation under a chart: a swatch, or the words alone. */
export interface LegendItem {
  readonly swatch: 'fill' | 'outline' | 'hatch' | 'line' | 'dashed' | 'thin' | 'none';
  readonly ink: Ink;
  readonly alpha?: number;
  readonly text: string;
}

/** What is not said at the marks themselves: several series without names at their ends, the notation of comparison, target and forecast. */
export function cartesianLegend(
  model: ChartModel,
  plan: Plan,
  { noted, named }: { readonly noted: boolean; readonly named: boolean },
  say: Say,
): readonly LegendItem[] {
  const { lines, stacked } = plan.shape;
  const families = [...plan.families, ...plan.panel];
  const alone = families.length === 1;
  const items: LegendItem[] = [];
  const once = (item: LegendItem): void => {
    if (!items.some((each) => each.text === item.text && each.swatch === item.swatch)) items.push(item);
  };
  const companions = families.some(
    ({ previous, target, forecast }) => previous !== null || target !== null || forecast !== null,
  );
  const open = !lines && !stacked && model.categories.some((category) => category.open);
  if ((!alone && !named) || (alone && (companions || open))) {
    for (const { actual, ink, alpha } of families) {
      if (actual.points.every(({ value }) => value === null)) continue;
      const asLine =
        lines || plan.panel.some((each) => each.actual === actual) || (model.kind === 'combo' && actual.line);
      once({ swatch: asLine ? 'line' : 'fill', ink, alpha, text: actual.name });
    }
  }
  if (open) once({ swatch: 'outline', ink: 'actual', text: say('openPeriod') });
  for (const { previous, target, forecast, ink } of families) {
    if (previous !== null && !stacked) once({ swatch: lines ? 'line' : 'fill', ink: 'previous', text: previous.name });
    if (target !== null && !stacked) once({ swatch: 'thin', ink: 'ink', text: target.name });
    if (forecast !== null)
      once({ swatch: lines ? 'dashed' : 'hatch', ink: alone || stacked ? ink : 'ink-3', text: forecast.name });
  }
  if (noted)
    once({
      swatch: 'none',
      ink: 'ink-3',
      text: say('changeOn', { name: withinSentence(families[0]?.previous?.name ?? '') }),
    });
  if (plan.axis.broken) once({ swatch: 'none', ink: 'ink-3', text: say('brokenAxis') });
  return items;
}

/** A name as it stands after a preposition. Example: 'Föregående år' is 'föregående år', '2025' stays. */
export const withinSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export const SWATCH = 10;

/** A legend's swatch in a box of ten pixels, its middle at `y`. */
export function swatchShapes({ swatch, ink, alpha = 1 }: LegendItem, x: number, y: number): readonly Shape[] {
  const top = y - SWATCH / 2 + 1;
  const box = { left: x, top, width: SWATCH - 1, height: SWATCH - 2 };
  const across = [
    { x, y },
    { x: x + SWATCH, y },
  ];
  switch (swatch) {
    case 'fill':
      return [{ shape: 'rect', box, fill: ink, alpha }];
    case 'outline':
      return [{ shape: 'rect', box, fill: null, stroke: ink }];
    case 'hatch':
      return [{ shape: 'rect', box, fill: null, stroke: ink }, ...hatch(box, ink)];
    case 'line':
      return [{ shape: 'path', spots: across, stroke: ink, width: 2, alpha }];
    case 'dashed':
      return [{ shape: 'path', spots: across, stroke: ink, width: 2, dash: [3, 2] }];
    case 'thin':
      return [path(ink, across, 1.5)];
    case 'none':
      return [];
  }
}

/** The legend as part of a picture, wrapped to a width. */
export function legendShapes(
  items: readonly LegendItem[],
  top: number,
  width: number,
  measure: Measure,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const [line, gap, size] = [17, 16, 11];
  let [x, y] = [0, top + line / 2];
  const shapes = items.flatMap((item): readonly Shape[] => {
    const lead = item.swatch === 'none' ? 0 : SWATCH + 5;
    const wide = lead + measure(item.text, size, 400);
    if (x > 0 && x + wide > width) [x, y] = [0, y + line];
    const placed = [...swatchShapes(item, x, y), text(item.text, x + lead, y, { size, fill: 'ink-3' })];
    x += wide + gap;
    return placed;
  });
  return { shapes, height: items.length === 0 ? 0 : y + line / 2 - top };
}
