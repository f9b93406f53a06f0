import type { ChartModel, ChartPoint, ChartSeries } from '#shared/charts/model.ts';
import { shortValue } from '#shared/charts/value-text.ts';
import { formatNumber } from '#shared/format.ts';
import { remarkShapes } from '../labels/remark-marker.model.ts';
import type { Ink } from '../scene/inks.ts';
import type { Place } from '../scene/place.ts';
import { readableOn } from '../scene/readable-on.ts';
import { cutText, text, type Shape } from '../scene/scene.ts';
import { alphaOf, type DrawingNeeds, type SceneDrawing } from './drawing.ts';

const HEAD = 20;
const ROW = { most: 38, least: 21 } as const;
const NAME = { size: 11.5, share: 0.28 } as const;
const VALUE = 11;
const STRENGTH = { least: 0.06, most: 0.5 } as const;

/**
 * A heat map, or the triangle of cohorts: a row for each series, a column for each category, the colour as strong as the value. Below
 * zero the colour is that of bad news, where there is such a thing. Values are written in; totals and sizes stand uncoloured at the side.
 */
export function heatGridDrawing({ model, width, height, measure, inks, say, chosen }: DrawingNeeds): SceneDrawing {
  const rows = model.series.filter(({ role }) => role === 'actual');
  const cohort = model.kind === 'cohort';
  const widthOf = (words: string): number => measure(words, NAME.size, 400);
  const names = Math.min(Math.max(0, ...rows.map(({ name }) => widthOf(name))), width * NAME.share) + 10;
  const sides = rows.map(({ total, unit }) =>
    total === null || total.value === null
      ? ''
      : cohort
        ? formatNumber(total.value, model.format.locale)
        : shortValue(total.value, unit, model),
  );
  const sided = sides.some((side) => side !== '');
  const sideHead = say(cohort ? 'size' : 'total');
  const side = sided
    ? Math.max(measure(sideHead, 10.5, 400), ...sides.map((each) => measure(each, VALUE, 600))) + 14
    : 0;
  const [gridLeft, gridRight] = [names + (cohort ? side : 0), width - (cohort ? 0 : side)];
  const cell = Math.min((gridRight - gridLeft) / Math.max(1, model.categories.length), cohort ? 62 : 140);
  const row = Math.min(ROW.most, Math.max(ROW.least, (height - HEAD) / Math.max(1, rows.length)));
  const colour = colouring(rows);
  const sideX = cohort ? names + side - 12 : gridLeft + cell * model.categories.length + side;
  const texts = fittingTexts(model, rows, (each) => measure(each, VALUE, 400) <= cell - 4);
  const headWidth = (label: string): number => measure(label, 10.5, 400);
  // Periods may be left out, since their order tells them; members may only be cut.
  const every =
    model.time || cohort
      ? Math.ceil((Math.max(0, ...model.categories.map(({ label }) => headWidth(label))) + 6) / cell)
      : 1;
  const heads = model.categories.map(({ label }, index) =>
    index % every > 0 ? '' : every > 1 ? label : cutText(label, cell - 4, headWidth),
  );
  const shapes: Shape[] = [
    ...heads.flatMap((label, index) =>
      label === ''
        ? []
        : text(label, gridLeft + (index + 0.5) * cell, HEAD / 2 - 1, { size: 10.5, fill: 'ink-3', align: 'center' }),
    ),
    ...(sided ? [text(sideHead, sideX, HEAD / 2 - 1, { size: 10.5, fill: 'ink-3', align: 'right' })] : []),
  ];
  const places: Place[] = [];
  rows.forEach((series, across) => {
    const top = HEAD + across * row;
    const middle = top + row / 2;
    shapes.push(text(cutText(series.name, names - 10, widthOf), 0, middle, { size: NAME.size }));
    if (sides[across] !== '') {
      shapes.push(text(sides[across] ?? '', sideX, middle, { size: VALUE, weight: 600, fill: 'ink', align: 'right' }));
    }
    model.categories.forEach((category, along) => {
      const point = series.points[along];
      if (point === undefined || (point.value === null && cohort)) return;
      const { ink, alpha } = colour(point, series);
      const box = { left: gridLeft + along * cell, top, width: cell - 1, height: row - 1 };
      const seen = alpha * alphaOf({ category }, chosen);
      shapes.push({
        shape: 'rect',
        box,
        fill: point.value === null ? 'sunken' : ink,
        alpha: point.value === null ? 1 : seen,
      });
      if (texts !== null && point.value !== null) {
        const fill = readableOn(ink, inks, seen);
        shapes.push(
          text(texts[across]?.[along] ?? '', box.left + box.width / 2, middle, { size: VALUE, fill, align: 'center' }),
        );
      }
      places.push({ target: { series, category, point }, box, along, across });
    });
  });
  const full = HEAD + rows.length * row;
  const area = { left: gridLeft, right: gridRight, top: HEAD, bottom: full };
  const remarks = remarkShapes(model, places, { sideways: false, area });
  return {
    scene: { width, height: full, shapes: [...shapes, ...remarks.shapes] },
    places,
    markers: remarks.markers,
    legend: [],
  };
}

/** The cells' texts as exact as all of them have room for. One too wide leaves all out: with some, the others would seem to be missing. */
function fittingTexts(
  model: ChartModel,
  rows: readonly ChartSeries[],
  fits: (text: string) => boolean,
): readonly (readonly string[])[] | null {
  const words = [
    ...(model.kind === 'cohort' ? [] : [(value: number, { unit }: ChartSeries) => shortValue(value, unit, model)]),
    (value: number, { unit }: ChartSeries) => shortValue(value, unit, model, 0),
    (value: number, { unit }: ChartSeries) => shortValue(value, unit, model, 0).replace(/\s*%$/, ''),
  ];
  for (const word of words) {
    const texts = rows.map((series) => series.points.map(({ value }) => (value === null ? '' : word(value, series))));
    if (texts.flat().every(fits)) return texts;
  }
  return null;
}

/** From the lowest to the highest value of the grid; a grid that crosses zero has two colours that start there. */
function colouring(
  rows: readonly ChartSeries[],
): (point: ChartPoint, series: ChartSeries) => { readonly ink: Ink; readonly alpha: number } {
  const values = rows.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const crossing = low < 0 && high > 0;
  const from = crossing ? 0 : low;
  const reach = crossing ? Math.max(-low, high) : high - low;
  return ({ value }, { direction }) => {
    const part = value === null || reach === 0 ? 0.5 : Math.min(1, Math.abs(value - from) / reach);
    const alpha = STRENGTH.least + part * (STRENGTH.most - STRENGTH.least);
    const below = (value ?? 0) < 0 && low < 0;
    const worse: Ink = direction === 'neutral' ? 'series-4' : direction === 'higher' ? 'bad' : 'good';
    return { ink: below ? worse : 'actual', alpha };
  };
}
