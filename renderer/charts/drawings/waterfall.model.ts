import { shortValue, signedValue } from '#shared/charts/value-text.ts';
import { remarkShapes } from '../labels/remark-marker.model.ts';
import type { Ink } from '../scene/inks.ts';
import type { Place } from '../scene/place.ts';
import { path, text, type Shape } from '../scene/scene.ts';
import { alphaOf, type DrawingNeeds, type SceneDrawing } from './drawing.ts';
import { NAME_SIZE, rowsLayout } from './rows-layout.ts';
import { waterfallFrom, waterfallSteps, type WaterfallStep } from '#shared/charts/waterfall-steps.ts';

const INKS: Readonly<Record<WaterfallStep['mark'], Ink>> = {
  'previous-level': 'previous',
  level: 'actual',
  good: 'good',
  bad: 'bad',
  neutral: 'series-2',
};

/** From one total to another in rows: levels from the axis, steps between them with sign and colour, joined by thin lines. */
export function waterfallDrawing({ model, width, height, measure, say, chosen }: DrawingNeeds): SceneDrawing {
  const steps = waterfallSteps(model, say);
  const layout = rowsLayout(
    steps.map(({ category }) => category.label),
    { width, height, measure },
  );
  const isLevel = ({ mark }: WaterfallStep): boolean => mark === 'level' || mark === 'previous-level';
  const labels = steps.map((step) =>
    isLevel(step)
      ? shortValue(step.to, step.series.unit, model)
      : step.mark === 'neutral' && step.to >= step.from
        ? shortValue(step.to - step.from, step.series.unit, model)
        : signedValue(step.to - step.from, step.series.unit, model),
  );
  const widest = Math.max(0, ...labels.map((label) => measure(label, NAME_SIZE, 600)));
  const start = waterfallFrom(steps);
  const end = Math.max(start + 1e-9, ...steps.flatMap(({ from, to }) => [from, to]));
  const [left, right] = [layout.names, width - widest - 8];
  const at = (value: number): number => left + ((Math.max(value, start) - start) / (end - start)) * (right - left);
  const shapes: Shape[] = [];
  const places = steps.map((step, index): Place => {
    const y = layout.middle(index);
    const [a, b] = [at(isLevel(step) ? Math.max(0, start) : step.from), at(step.to)];
    const bar = {
      left: Math.min(a, b),
      top: y - layout.bar / 2,
      width: Math.max(1, Math.abs(b - a)),
      height: layout.bar,
    };
    const ink = INKS[step.mark];
    shapes.push(
      text(layout.name(step.category.label), 0, y, { size: NAME_SIZE }),
      { shape: 'rect', box: bar, fill: ink, alpha: isLevel(step) ? 1 : alphaOf(step, chosen) },
      text(labels[index] ?? '', Math.max(a, b) + 6, y, {
        size: NAME_SIZE,
        weight: 600,
        fill: ink === 'good' || ink === 'bad' ? ink : 'ink',
      }),
    );
    if (index < steps.length - 1) {
      shapes.push(
        path('line-strong', [
          { x: b, y: y + layout.bar / 2 },
          { x: b, y: layout.middle(index + 1) - layout.bar / 2 },
        ]),
      );
    }
    if (isLevel(step) && start > 0) shapes.push(breakMark(left + 12, bar.top, bar.height));
    const box = { left: 0, top: y - layout.row / 2, width, height: layout.row };
    return {
      target: { series: step.series, category: step.category, point: step.point },
      box,
      along: index,
      across: 0,
    };
  });
  const remarks = remarkShapes(model, places, { sideways: true, area: { left, right, top: 0, bottom: layout.height } });
  return {
    scene: { width, height: layout.height, shapes: [...shapes, ...remarks.shapes] },
    places,
    markers: remarks.markers,
    legend: start > 0 ? [{ swatch: 'none', ink: 'ink-3', text: say('brokenAxis') }] : [],
  };
}

/** A zigzag in the page's colour through a bar that does not start at zero. */
function breakMark(x: number, top: number, height: number): Shape {
  const corners = [0, 1, 2, 3, 4].map((corner) => ({
    x: x + (corner % 2) * 6 - 3,
    y: top - 2 + (corner * (height + 4)) / 4,
  }));
  return path('surface', corners, 3);
}
