import type { Say } from '#shared/charts/point-facts.ts';
import type { ChartModel, ChartSeries } from '#shared/charts/model.ts';
import { valueAxis, type ValueAxis } from '#shared/charts/value-axis.ts';
import { moneyUnit } from '#shared/format.ts';
import type { Unit } from '#shared/units.ts';
import { placeLabels } from '../labels/place-labels.model.ts';
import { faint, SERIES_INKS, type Ink, type Inks } from '../scene/inks.ts';
import type { Place } from '../scene/place.ts';
import { cutText, text, type Box, type Measure, type Shape } from '../scene/scene.ts';
import { markOf, type Geometry } from './geometry.ts';
import { brokenAxis, type Overlay } from './overlay.model.ts';
import { AXIS_SIZE, bareOptions, tickText, type Settings } from './settings.model.ts';

const RADIUS = 5;
const NAME = { size: 10.5, weight: 400, most: 110 } as const;

const actualOf = ({ series }: ChartModel): readonly ChartSeries[] => series.filter(({ role }) => role === 'actual');
const inkAt = (index: number): Ink => SERIES_INKS[index % SERIES_INKS.length] ?? 'actual';

function axes(model: ChartModel, size: { readonly width: number; readonly height: number }) {
  const points = actualOf(model).flatMap(({ points: all }) => all);
  const axis = (values: readonly (number | null)[], count: number): ValueAxis => {
    const filled = values.filter((value) => value !== null);
    return valueAxis(Math.min(...filled), Math.max(...filled), { zero: false, count });
  };
  return {
    x: axis(
      points.map(({ x }) => x),
      Math.max(3, Math.min(7, Math.round(size.width / 110))),
    ),
    y: axis(
      points.map(({ value }) => value),
      Math.max(3, Math.min(6, Math.round(size.height / 55))),
    ),
  };
}

/** The settings of chart.js for a scatter chart: two value axes with names, a dot for each category. */
export function scatterSettings(
  model: ChartModel,
  inks: Inks,
  size: { readonly width: number; readonly height: number },
  chosen: ReadonlySet<string> | null,
): Settings {
  const { x, y } = axes(model, size);
  const series = actualOf(model);
  const scale = (axis: ValueAxis, unit: Unit, name: string) => ({
    type: 'linear' as const,
    min: axis.from,
    max: axis.to,
    border: { color: inks.of['line-strong'] },
    grid: { color: inks.of.line, drawTicks: false },
    title: { display: name !== '', text: name, color: inks.of['ink-2'], font: { family: inks.font, size: AXIS_SIZE } },
    afterBuildTicks: (built: { ticks: { value: number }[] }) => {
      built.ticks = axis.ticks.map((value) => ({ value }));
    },
    ticks: {
      color: inks.of['ink-3'],
      padding: 6,
      font: { family: inks.font, size: AXIS_SIZE },
      callback: (value: number | string) => tickText(Number(value), unit, axis.step, model),
    },
  });
  return {
    type: 'scatter',
    data: {
      labels: [],
      datasets: series.map((one, index) => ({
        label: one.key,
        data: one.points.map(({ x: along, value }) => ({ x: along ?? Number.NaN, y: value ?? Number.NaN })),
        pointRadius: RADIUS,
        pointBackgroundColor: model.categories.map(({ key }) =>
          faint(inks.of[inkAt(index)], chosen === null || chosen.has(key) ? 0.85 : 0.22),
        ),
        pointBorderColor: inks.of.surface,
      })),
    },
    options: {
      ...bareOptions(inks.font),
      layout: { padding: { top: 8, right: 16 } },
      scales: {
        x: scale(x, model.x?.unit ?? 'count', axisName(model.x?.name ?? '', model.x?.unit ?? 'count', model)),
        y: scale(
          y,
          series[0]?.unit ?? 'count',
          series.length === 1 ? axisName(series[0]?.name ?? '', series[0]?.unit ?? 'count', model) : '',
        ),
      },
    },
  };
}

/** Money has the word of its scale. Example: 'Intäkter, tkr'. */
const axisName = (name: string, unit: Unit, { scale, format }: ChartModel): string =>
  unit === 'money' && name !== '' ? `${name}, ${moneyUnit(scale.step, format)}` : name;

/** The names of as many dots as have room, those of the highest values first. */
export function scatterOverlay(model: ChartModel, geometry: Geometry, measure: Measure, say: Say): Overlay {
  const { area, width, height } = geometry;
  const { x: xAxis, y: yAxis } = axes(model, { width, height });
  const dots = actualOf(model).flatMap((series, across) =>
    model.categories.flatMap((category, index) => {
      const point = series.points[index];
      const mark = markOf(geometry, series.key, index);
      return point === undefined || point.value === null || point.x === null || mark === undefined
        ? []
        : [{ series, category, point, value: point.value, at: mark.end, across }];
    }),
  );
  const boxes = dots.map(({ at }): Box => ({
    left: at.x - RADIUS,
    top: at.y - RADIUS,
    width: 2 * RADIUS,
    height: 2 * RADIUS,
  }));
  const ranked = dots.toSorted((a, b) => b.value - a.value);
  const wishes = dots.map((dot) => {
    const words = cutText(dot.category.label, NAME.most, (each) => measure(each, NAME.size, NAME.weight));
    const { x, y } = dot.at;
    const away = RADIUS + 4;
    return {
      text: words,
      width: measure(words, NAME.size, NAME.weight),
      height: 13,
      rank: ranked.indexOf(dot),
      spots: [
        { x: x + away, y, align: 'left' as const },
        { x: x - away, y, align: 'right' as const },
        { x, y: y - away - 5, align: 'center' as const },
        { x, y: y + away + 5, align: 'center' as const },
      ],
    };
  });
  const room = { left: area.left + 2, top: 0, width: geometry.width - area.left - 2, height: area.bottom - 2 };
  const over = placeLabels(wishes, boxes, room).flatMap(({ index, spot }): readonly Shape[] => [
    text(wishes[index]?.text ?? '', spot.x, spot.y, { size: NAME.size, fill: 'ink-2', align: spot.align }),
  ]);
  // Read from left to right, so that a stretch is a stretch of the axis.
  const places = dots
    .toSorted((a, b) => a.at.x - b.at.x)
    .map(({ series, category, point, at, across }, along): Place => ({
      target: { series, category, point },
      box: { left: at.x - 9, top: at.y - 9, width: 18, height: 18 },
      along,
      across,
    }));
  const names = actualOf(model).map(({ name }, index) => ({ swatch: 'fill' as const, ink: inkAt(index), text: name }));
  const broken = [...(yAxis.broken ? brokenAxis(area) : []), ...(xAxis.broken ? brokenAxis(area, true) : [])];
  const legend: Overlay['legend'] = [
    ...(names.length > 1 ? names : []),
    ...(broken.length > 0 ? [{ swatch: 'none' as const, ink: 'ink-3' as const, text: say('brokenAxis') }] : []),
  ];
  return { under: [], over: [...broken, ...over], places, markers: [], legend };
}
