import { chartProblem } from '#shared/charts/chart-problem.ts';
import { describeChart } from '#shared/charts/describe-chart.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import type { Say } from '#shared/charts/point-facts.ts';
import { thinnedChart } from '#shared/charts/thin-points.ts';
import { drawScene, isSceneKind, type SceneKind } from '../drawings/draw-scene.ts';
import { readInks, type Inks } from '../scene/inks.ts';
import { measureIn, paintShapes } from '../scene/paint-scene.ts';
import { svgText } from '../scene/scene-marks.ts';
import { composed } from './compose.model.ts';
import { lightInks } from './light-inks.ts';

export interface ExportWish {
  readonly model: ChartModel;
  readonly type: 'png' | 'svg';
  /** Light colours on white, or those the window has. */
  readonly colors: 'light' | 'window';
  readonly say: Say;
  /** Of the plot, CSS pixels. */
  readonly width?: number;
  readonly height?: number;
}

export interface ExportedChart {
  readonly blob: Blob;
  /** A file's name made of the title. */
  readonly name: string;
}

const WIDTH = 904;
const HEIGHT = 420;
/** Pixels of the picture per CSS pixel: sharp on paper. */
const RESOLUTION = 3;

/** Whether a chart can be a vector picture: those that are drawn as shapes. */
export const hasVectors = (model: ChartModel): boolean => exportedKind(model) !== null;

/** What cannot be drawn as it is, is exported as its table. */
const exportedKind = (model: ChartModel): SceneKind | null =>
  chartProblem(model) !== null ? 'table' : isSceneKind(model.kind) ? model.kind : null;

/** A chart as a file of its own, with title, legend, remarks and source; drawn anew at the file's size. */
export async function exportChart(wish: ExportWish): Promise<ExportedChart> {
  const { type, colors, say } = wish;
  const model = thinnedChart(wish.model);
  await document.fonts.ready;
  const page = readInks(document.documentElement);
  const inks = colors === 'light' ? (lightInks(page.font) ?? page) : page;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas');
  const measure = measureIn(context, inks.font);
  const room = { width: wish.width ?? WIDTH, height: wish.height ?? (model.kind === 'scorecard' ? 170 : HEIGHT) };
  const kind = exportedKind(model);
  const name = `${fileName(model.title)}.${type}`;
  if (kind !== null) {
    const drawing = drawScene(kind, { model, ...room, measure, inks, say, chosen: null });
    const sheet = composed({ model, drawn: drawing, plot: drawing.scene, measure, say });
    if (type === 'svg') {
      return {
        blob: new Blob([svgText(sheet.scene, inks, describeChart(wish.model, say))], { type: 'image/svg+xml' }),
        name,
      };
    }
    return { blob: await png(canvas, sheet.scene, inks), name };
  }
  const { drawChart } = await import('../engine/draw-chart.ts');
  const plot = document.createElement('canvas');
  const drawn = drawChart(plot, { model, inks, ...room, resolution: RESOLUTION, say, chosen: null });
  const sheet = composed({ model, drawn, plot: { ...room, shapes: [] }, measure, say });
  const blob = await png(canvas, sheet.scene, inks, (target) => {
    target.drawImage(plot, sheet.plotAt.x, sheet.plotAt.y, room.width, room.height);
  });
  drawn.destroy();
  return { blob, name };
}

async function png(
  canvas: HTMLCanvasElement,
  { width, height, shapes }: Parameters<typeof svgText>[0],
  inks: Inks,
  besides: (context: CanvasRenderingContext2D) => void = () => undefined,
): Promise<Blob> {
  canvas.width = Math.round(width * RESOLUTION);
  canvas.height = Math.round(height * RESOLUTION);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas');
  context.scale(RESOLUTION, RESOLUTION);
  paintShapes(context, shapes, inks);
  besides(context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The picture is too large');
  return blob;
}

/** A title as a file's name on every system. Example: 'Intäkter, jan–sep 2026: "tkr"' is 'Intäkter, jan–sep 2026 tkr'. */
export function fileName(title: string): string {
  const kept = [...title].map((letter) => (letter < ' ' || '\\/:*?"<>|'.includes(letter) ? ' ' : letter)).join('');
  return kept.replaceAll(/\s+/g, ' ').trim().replace(/\.+$/, '').slice(0, 100).trim() || 'Nyckeltal';
}
