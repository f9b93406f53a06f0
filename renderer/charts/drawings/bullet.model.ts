import { formatPercent, toneOf } from '#shared/format.ts';
import { shortValue } from '#shared/charts/value-text.ts';
import { familiesOf } from '../cartesian/families.model.ts';
import { remarkShapes } from '../labels/remark-marker.model.ts';
import type { Place } from '../scene/place.ts';
import { path, text, type Shape } from '../scene/scene.ts';
import { alphaOf, type DrawingNeeds, type SceneDrawing } from './drawing.ts';
import { NAME_SIZE, rowsLayout } from './rows-layout.ts';

const HEAD = 18;
const TRACK = 7;
const TICK = 14;
const GAP = 14;
/** Bars shorter than this compare nothing, CSS pixels. */
const LEAST_BAR = 56;

/**
 * Bullet graphs (Few): a bar against its target's mark on a common scale, with the value, the target and how much of it is reached. What
 * falls short is drawn in the colour of bad news and has an arrow.
 */
export function bulletDrawing({ model, width, height, measure, chosen }: DrawingNeeds): SceneDrawing {
  const [family] = familiesOf(model);
  const layout = rowsLayout(
    model.categories.map(({ label }) => label),
    { width, height, measure, top: HEAD },
  );
  if (family === undefined) return { scene: { width, height, shapes: [] }, places: [], markers: [], legend: [] };
  const { actual, target, previous } = family;
  const rows = model.categories.map((category, index) => {
    const [value, goal] = [actual.points[index]?.value ?? null, target?.points[index]?.value ?? null];
    const reached = value === null || goal === null || goal <= 0 ? null : value / goal;
    const behind = value === null || goal === null ? 'neutral' : toneOf(value - goal, actual.direction);
    const arrow = behind === 'neutral' ? '' : value !== null && goal !== null && value > goal ? '▲ ' : '▼ ';
    return {
      category,
      value,
      goal,
      before: previous?.points[index]?.value ?? null,
      tone: behind,
      texts: [
        value === null ? '–' : shortValue(value, actual.unit, model),
        goal === null ? '–' : shortValue(goal, actual.unit, model),
        reached === null ? '' : `${arrow}${formatPercent(reached, model.format.locale, 0)}`,
      ],
    };
  });
  const heads = [actual.name, target?.name ?? '', ''];
  const widths = heads.map((head, column) =>
    Math.max(measure(head, 10.5, 400), ...rows.map(({ texts }) => measure(texts[column] ?? '', NAME_SIZE, 600))),
  );
  const columns = columnsWithRoom(widths, width - layout.names);
  const ends = new Map<number, number>();
  let left = layout.names;
  for (const column of columns) {
    left += (widths[column] ?? 0) + (column === columns[0] ? 0 : GAP);
    ends.set(column, left);
  }
  left += GAP;
  const right = width - 4;
  const most =
    Math.max(1e-12, ...rows.flatMap(({ value, goal, before }) => [value ?? 0, goal ?? 0, before ?? 0])) * 1.04;
  const at = (value: number): number => left + (Math.max(0, value) / most) * (right - left);
  const shapes: Shape[] = columns.map((column) =>
    text(heads[column] ?? '', ends.get(column) ?? 0, 7, { size: 10.5, fill: 'ink-3', align: 'right' }),
  );
  const places = rows.map(({ category, value, goal, before, tone, texts }, index): Place => {
    const y = layout.middle(index);
    const ink = tone === 'bad' ? 'bad' : 'actual';
    shapes.push(
      text(layout.name(category.label), 0, y, { size: NAME_SIZE }),
      ...columns.map((column) =>
        text(texts[column] ?? '', ends.get(column) ?? 0, y, {
          size: NAME_SIZE,
          weight: column === 1 ? 400 : 600,
          fill: column === 1 ? 'ink-2' : column === 2 && tone !== 'neutral' ? tone : 'ink',
          align: 'right',
        }),
      ),
      { shape: 'rect', box: { left, top: y - TRACK / 2, width: right - left, height: TRACK }, fill: 'sunken' },
    );
    if (before !== null) {
      shapes.push({
        shape: 'rect',
        box: { left, top: y - TRACK / 2, width: at(before) - left, height: TRACK },
        fill: 'previous',
      });
    }
    if (value !== null) {
      const thick = before === null ? TRACK : TRACK - 3;
      const box = { left, top: y - thick / 2, width: Math.max(1, at(value) - left), height: thick };
      shapes.push({ shape: 'rect', box, fill: ink, alpha: alphaOf({ category }, chosen) });
    }
    if (goal !== null)
      shapes.push(
        path(
          'ink',
          [
            { x: at(goal), y: y - TICK / 2 },
            { x: at(goal), y: y + TICK / 2 },
          ],
          2,
        ),
      );
    const point = actual.points[index] ?? { value: null, low: null, high: null, x: null, reason: null, cell: null };
    const box = { left: 0, top: y - layout.row / 2, width, height: layout.row };
    return { target: { series: actual, category, point }, box, along: index, across: 0 };
  });
  const remarks = remarkShapes(model, places, {
    sideways: true,
    area: { left, right, top: HEAD, bottom: layout.height },
  });
  return {
    scene: { width, height: layout.height, shapes: [...shapes, ...remarks.shapes] },
    places,
    markers: remarks.markers,
    legend: [
      { swatch: 'fill', ink: 'actual', text: actual.name },
      ...(previous === null ? [] : [{ swatch: 'fill' as const, ink: 'previous' as const, text: previous.name }]),
      ...(target === null ? [] : [{ swatch: 'thin' as const, ink: 'ink' as const, text: target.name }]),
    ],
  };
}

/** Which numbers stand before the bars: the value, the target and what is reached of it, or fewer where the bars would have no room. */
function columnsWithRoom(widths: readonly number[], room: number): readonly number[] {
  const kept = [[0, 1, 2], [0, 2], [2]].find(
    (columns) => room - columns.reduce((sum, column) => sum + (widths[column] ?? 0) + GAP, 0) >= LEAST_BAR,
  );
  return kept ?? [];
}
