import type { BarElement, Chart, Plugin } from 'chart.js';
import type { ChartModel, ChartPoint } from '#shared/chart-model.ts';
import type { Tone } from '#shared/format.ts';
import type { ChartTheme } from './chart-theme.ts';
import { isValley, labelPlace, pointBoxes, shownLabels, type Box, type Mark } from './mark-geometry.model.ts';

/** How far the comparison's column stands to the left of the actual one, as a share of its slot. */
const OVERLAP_SHIFT = 0.13;
const VALLEY_DROP = 11;

export interface Drawing {
  readonly model: ChartModel;
  readonly theme: ChartTheme;
  /** Told where each point can be pointed at, after every layout. */
  readonly onBoxes: (boxes: readonly Box[]) => void;
}

/** Draws what chart.js has no part for: labels at the marks, change under the axis, connectors and the broken axis. */
export function markLabels(current: () => Drawing): Plugin<'bar' | 'line'> {
  return {
    id: 'markLabels',
    afterDatasetUpdate(chart, { index }) {
      const { model } = current();
      if (model.kind !== 'column' || index !== 0) return;
      const shift = slotOf(chart, model) * OVERLAP_SHIFT;
      for (const element of chart.getDatasetMeta(0).data) element.x -= shift;
    },
    afterDatasetsDraw(chart) {
      const { model, theme } = current();
      const { ctx } = chart;
      ctx.save();
      if (model.kind === 'waterfall') drawWaterfallParts(chart, model, theme);
      drawLabels(chart, model, theme);
      ctx.restore();
    },
    afterDraw(chart) {
      const { model, theme, onBoxes } = current();
      if (model.kind === 'column') drawNotes(chart, model.points, theme);
      onBoxes(pointBoxes(model.kind, model.points.length, chart.chartArea, chart.width));
    },
  };
}

type AnyChart = Chart<'bar' | 'line'>;

const slotOf = ({ chartArea }: AnyChart, model: ChartModel): number =>
  (chartArea.right - chartArea.left) / Math.max(1, model.points.length);

const toneColor = (tone: Tone, theme: ChartTheme): string =>
  tone === 'good' ? theme.good : tone === 'bad' ? theme.bad : theme.ink2;

function marksOf(chart: AnyChart, model: ChartModel): readonly Mark[] {
  const dataset = model.kind === 'column' ? 1 : 0;
  return chart.getDatasetMeta(dataset).data.map((element) => {
    const { x, y, base, width, height } = (element as BarElement).getProps(['x', 'y', 'base', 'width', 'height'], true);
    return { x: x ?? 0, y: y ?? 0, base, thickness: model.kind === 'column' ? width : height };
  });
}

function labelColor(model: ChartModel, index: number, theme: ChartTheme): string {
  if (model.kind !== 'waterfall') return theme.ink;
  const mark = model.points[index]?.mark;
  return mark === 'good' ? theme.good : mark === 'bad' ? theme.bad : theme.ink;
}

function drawLabels(chart: AnyChart, model: ChartModel, theme: ChartTheme): void {
  const { ctx } = chart;
  const sideways = model.kind === 'bar' || model.kind === 'waterfall';
  ctx.font = sideways ? `600 11.5px ${theme.font}` : `500 10.5px ${theme.font}`;
  ctx.textBaseline = 'middle';
  const widths = model.points.map((point) => ctx.measureText(point.valueLabel).width);
  const values = model.points.map((point) => point.value);
  const shown = sideways ? new Set(values.keys()) : shownLabels(widths, values, slotOf(chart, model));
  const marks = marksOf(chart, model);
  const behind = model.kind === 'column' ? chart.getDatasetMeta(0).data.map(({ y }) => y ?? Infinity) : [];
  model.points.forEach((point, index) => {
    const mark = marks[index];
    if (mark === undefined || point.value === null || !shown.has(index)) return;
    const place = labelPlace(model.kind, mark, point.value, behind[index]);
    const y = model.kind === 'line' && isValley(values, index) ? mark.y + VALLEY_DROP : place.y;
    const half = place.align === 'center' ? (widths[index] ?? 0) / 2 : 0;
    ctx.textAlign = place.align;
    ctx.fillStyle = labelColor(model, index, theme);
    ctx.fillText(point.valueLabel, Math.min(Math.max(place.x, half), chart.width - half), y);
    if (model.kind === 'line') drawDot(ctx, mark, theme);
  });
}

function drawDot(ctx: CanvasRenderingContext2D, mark: Mark, theme: ChartTheme): void {
  ctx.beginPath();
  ctx.arc(mark.x, mark.y, 2.6, 0, Math.PI * 2);
  ctx.fillStyle = theme.actual;
  ctx.fill();
}

/** The change under each axis label; left out where the slots are too narrow for it. */
function drawNotes(chart: AnyChart, points: readonly ChartPoint[], theme: ChartTheme): void {
  const { ctx, chartArea } = chart;
  const slot = (chartArea.right - chartArea.left) / Math.max(1, points.length);
  ctx.save();
  ctx.font = `600 10.5px ${theme.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  const widest = Math.max(0, ...points.map(({ note }) => (note === null ? 0 : ctx.measureText(note.text).width)));
  if (widest <= slot - 1) {
    points.forEach(({ note }, index) => {
      if (note === null) return;
      ctx.fillStyle = toneColor(note.tone, theme);
      ctx.fillText(note.text, chartArea.left + (index + 0.5) * slot, chart.height - 8);
    });
  }
  ctx.restore();
}

function drawWaterfallParts(
  chart: AnyChart,
  model: Extract<ChartModel, { kind: 'waterfall' }>,
  theme: ChartTheme,
): void {
  const { ctx } = chart;
  const marks = marksOf(chart, model);
  const scale = chart.scales['x'];
  ctx.strokeStyle = theme.line;
  ctx.lineWidth = 1;
  model.points.forEach((step, index) => {
    const [from, to] = [marks[index], marks[index + 1]];
    if (from === undefined || to === undefined || scale === undefined) return;
    const x = Math.round(scale.getPixelForValue(step.end)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, from.y + from.thickness / 2);
    ctx.lineTo(x, to.y - to.thickness / 2);
    ctx.stroke();
  });
  if (model.axisFrom <= 0) return;
  ctx.strokeStyle = theme.surface;
  ctx.lineWidth = 3;
  model.points.forEach((step, index) => {
    const mark = marks[index];
    if (mark === undefined || (step.mark !== 'previous-total' && step.mark !== 'actual-total')) return;
    const top = mark.y - mark.thickness / 2 - 2;
    const piece = (mark.thickness + 4) / 4;
    ctx.beginPath();
    for (let corner = 0; corner <= 4; corner += 1)
      ctx.lineTo(chart.chartArea.left + (corner % 2 === 0 ? 10 : 16), top + corner * piece);
    ctx.stroke();
  });
}
