import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  ScatterController,
  type ChartType,
  type Plugin,
} from 'chart.js';
import type { ChartModel } from '#shared/charts/model.ts';
import type { Say } from '#shared/charts/point-facts.ts';
import { BEHIND } from '../cartesian/datasets.model.ts';
import { notesOf } from '../cartesian/notes.model.ts';
import { cartesianOverlay, type Overlay } from '../cartesian/overlay.model.ts';
import { pieOverlay, pieSettings } from '../cartesian/pie.model.ts';
import { planOf } from '../cartesian/plan.model.ts';
import { scatterOverlay, scatterSettings } from '../cartesian/scatter.model.ts';
import { cartesianSettings, type Settings } from '../cartesian/settings.model.ts';
import type { Inks } from '../scene/inks.ts';
import { measureIn, paintShapes } from '../scene/paint-scene.ts';
import type { Drawn } from '../scene/place.ts';
import type { Measure } from '../scene/scene.ts';
import { geometryOf } from './geometry-of.ts';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  ScatterController,
);

export interface Drawing {
  readonly model: ChartModel;
  readonly inks: Inks;
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly resolution: number;
  readonly say: Say;
  readonly chosen: ReadonlySet<string> | null;
}

/** A chart on a canvas: what was drawn where, and a way to let go of it. */
export interface DrawnChart extends Drawn {
  readonly destroy: () => void;
}

/** What a kind of chart needs of chart.js: its settings, what is painted besides, and whether a comparison stands behind. */
interface Mapping {
  readonly settings: Settings;
  readonly overlay: (chart: Chart) => Overlay;
  readonly shift: { readonly keys: ReadonlySet<string>; readonly sideways: boolean } | null;
}

function mappingOf({ model, inks, width, height, say, chosen }: Drawing, measure: Measure): Mapping {
  if (model.kind === 'pie') {
    const restName = say('others');
    return {
      settings: pieSettings(model, restName, inks, { width, measure, chosen }),
      overlay: (chart) => {
        const { left, right, top, bottom } = chart.chartArea;
        const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
        const radius = Math.min(right - left, bottom - top) / 2;
        return pieOverlay(model, restName, { width, height, middle, radius }, measure);
      },
      shift: null,
    };
  }
  if (model.kind === 'scatter') {
    return {
      settings: scatterSettings(model, inks, { width, height }, chosen),
      overlay: (chart) => scatterOverlay(model, geometryOf(chart, false), measure, say),
      shift: null,
    };
  }
  const plan = planOf(model, { width, height }, measure);
  const noted = notesOf(model, width / Math.max(1, model.categories.length), measure) !== null;
  const { sideways, stacked } = plan.shape;
  const bars = plan.families.filter(({ previous }) => previous !== null && !stacked && !plan.shape.lines);
  return {
    settings: cartesianSettings({ model, plan, inks, measure, size: { width, height }, chosen, noted }),
    overlay: (chart) => cartesianOverlay({ model, plan, geometry: geometryOf(chart, sideways), measure, inks, say }),
    shift: { keys: new Set(bars.flatMap(({ previous }) => previous?.key ?? [])), sideways },
  };
}

/** Draws once, at once: a model that changed is drawn anew, since chart.js keeps what a new layout no longer has. */
export function drawChart(canvas: HTMLCanvasElement, drawing: Drawing): DrawnChart {
  const context = canvas.getContext('2d');
  const measure: Measure =
    context === null ? (words, size) => words.length * size * 0.55 : measureIn(context, drawing.inks.font);
  const { settings, overlay, shift } = mappingOf(drawing, measure);
  let drawn: Overlay = { under: [], over: [], places: [], markers: [], legend: [] };
  const extras: Plugin<ChartType> = {
    id: 'extras',
    // A comparison stands a little behind its actual mark: chart.js computes positions anew in every update, so they are moved here.
    afterDatasetUpdate(chart, { index }) {
      const key = chart.data.datasets[index]?.label ?? '';
      if (shift === null) return;
      const back = shift.keys.has(key) ? -1 : pairedWith(key, drawing.model, shift.keys) ? 1 : 0;
      for (const element of back === 0 ? [] : chart.getDatasetMeta(index).data)
        moveAside(element, back, shift.sideways);
    },
    beforeDatasetsDraw(chart) {
      drawn = overlay(chart);
      paintShapes(chart.ctx, drawn.under, drawing.inks);
    },
    afterDraw(chart) {
      paintShapes(chart.ctx, drawn.over, drawing.inks);
    },
  };
  canvas.width = drawing.width;
  canvas.height = drawing.height;
  const chart = new Chart(canvas, {
    ...settings,
    options: { ...settings.options, devicePixelRatio: drawing.resolution },
    plugins: [extras],
  });
  return { places: drawn.places, markers: drawn.markers, legend: drawn.legend, destroy: () => chart.destroy() };
}

/** Whether the series' own comparison stands behind it, or that of the series it belongs to. */
function pairedWith(key: string, { series }: ChartModel, behind: ReadonlySet<string>): boolean {
  const own = series.find((each) => each.key === key);
  const of = own?.role === 'actual' ? key : own?.role === 'forecast' ? own.of : null;
  return of !== null && series.some((each) => behind.has(each.key) && each.of === of);
}

function moveAside(element: { x: number | undefined; y: number | undefined }, sign: number, sideways: boolean): void {
  const { width = 0, height = 0 } = element as { width?: number; height?: number };
  const apart = ((sideways ? height : width) / BEHIND.width) * BEHIND.shift * sign;
  if (sideways) element.y = (element.y ?? 0) + apart;
  else element.x = (element.x ?? 0) + apart;
}
