import { describeChart } from '#shared/charts/describe-chart.ts';
import { thinnedChart } from '#shared/charts/thin-points.ts';
import { drawScene } from '../drawings/draw-scene.ts';
import { readInks, type Inks } from '../scene/inks.ts';
import { measureIn, paintShapes } from '../scene/paint-scene.ts';
import { svgText } from '../scene/scene-marks.ts';
import { composed } from './compose.model.ts';
import type { SceneKind } from '../drawings/scene-kind.ts';
import type { ExportWish } from './export-chart.ts';
import { lightInks } from './light-inks.ts';

const WIDTH = 904;
const HEIGHT = 420;
/** Pixels of the picture per CSS pixel: sharp on paper. */
const RESOLUTION = 3;

/** A chart drawn anew at the file's size, with title, legend, remarks and source; as shapes of a kind, or by chart.js. */
export async function renderChart(wish: ExportWish, kind: SceneKind | null): Promise<Blob> {
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
  if (kind !== null) {
    const drawing = drawScene(kind, { model, ...room, measure, inks, say, chosen: null });
    const sheet = composed({ model, drawn: drawing, plot: drawing.scene, measure, say });
    if (type === 'svg') {
      return new Blob([svgText(sheet.scene, inks, describeChart(wish.model, say))], { type: 'image/svg+xml' });
    }
    return png(canvas, sheet.scene, inks);
  }
  const { drawChart } = await import('../engine/draw-chart.ts');
  const plot = document.createElement('canvas');
  const drawn = drawChart(plot, { model, inks, ...room, resolution: RESOLUTION, say, chosen: null });
  const sheet = composed({ model, drawn, plot: { ...room, shapes: [] }, measure, say });
  const blob = await png(canvas, sheet.scene, inks, (target) => {
    target.drawImage(plot, sheet.plotAt.x, sheet.plotAt.y, room.width, room.height);
  });
  drawn.destroy();
  return blob;
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
