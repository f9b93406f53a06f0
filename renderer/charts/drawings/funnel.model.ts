import { formatPercent } from '#shared/format.ts';
import { shortValue } from '#shared/charts/value-text.ts';
import { remarkShapes } from '../labels/remark-marker.model.ts';
import type { Place } from '../scene/place.ts';
import { text, type Shape } from '../scene/scene.ts';
import { alphaOf, type DrawingNeeds, type SceneDrawing } from './drawing.ts';
import { NAME_SIZE, rowsLayout } from './rows-layout.ts';

/**
 * Steps from the first to the last, each a bar from the same zero, with what is left of the step before: bars tell sizes apart where the
 * slanted sides of a drawn funnel do not.
 */
export function funnelDrawing({ model, width, height, measure, say, chosen }: DrawingNeeds): SceneDrawing {
  const [series] = model.series;
  const layout = rowsLayout(
    model.categories.map(({ label }) => label),
    { width, height, measure, top: 18 },
  );
  if (series === undefined) return { scene: { width, height, shapes: [] }, places: [], markers: [], legend: [] };
  const values = series.points.map(({ value }) => value);
  const most = Math.max(1e-12, ...values.map((value) => value ?? 0));
  const labels = values.map((value) => (value === null ? '–' : shortValue(value, series.unit, model)));
  const widest = Math.max(0, ...labels.map((label) => measure(label, NAME_SIZE, 600)));
  const head = say('ofStepBefore');
  const shareRoom = Math.max(measure(head, 10.5, 400), 44);
  const room = width - layout.names - widest - 8 - shareRoom - 16;
  const shapes: Shape[] = [text(head, width, 8, { size: 10.5, fill: 'ink-3', align: 'right' })];
  const places = model.categories.map((category, index): Place => {
    const [value, y] = [values[index] ?? null, layout.middle(index)];
    const point = series.points[index] ?? { value: null, low: null, high: null, x: null, reason: null, cell: null };
    const length = value === null ? 0 : Math.max(1, (value / most) * room);
    const before = values[index - 1] ?? null;
    shapes.push(
      text(layout.name(category.label), 0, y, { size: NAME_SIZE }),
      {
        shape: 'rect',
        box: { left: layout.names, top: y - layout.bar / 2, width: length, height: layout.bar },
        fill: 'actual',
        alpha: alphaOf({ category }, chosen),
      },
      text(labels[index] ?? '', layout.names + length + 7, y, { size: NAME_SIZE, weight: 600, fill: 'ink' }),
    );
    if (value !== null && before !== null && before > 0) {
      const share = formatPercent(value / before, model.format.locale, 0);
      shapes.push(text(share, width, y, { size: NAME_SIZE, fill: 'ink-2', align: 'right' }));
    }
    const box = { left: 0, top: y - layout.row / 2, width, height: layout.row };
    return { target: { series, category, point }, box, along: index, across: 0 };
  });
  const area = { left: layout.names, right: width, top: 18, bottom: layout.height };
  const remarks = remarkShapes(model, places, { sideways: true, area });
  return {
    scene: { width, height: layout.height, shapes: [...shapes, ...remarks.shapes] },
    places,
    markers: remarks.markers,
    legend: [],
  };
}
