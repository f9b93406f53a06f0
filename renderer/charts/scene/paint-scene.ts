import { faint, type Inks } from './inks.ts';
import type { Shape } from './scene.ts';

/** Anything with a 2D context: a canvas on the page or one of an exported picture. */
type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Paints shapes on a canvas whose units are CSS pixels. */
export function paintShapes(context: Context, shapes: readonly Shape[], inks: Inks): void {
  for (const shape of shapes) {
    context.save();
    paint(context, shape, inks);
    context.restore();
  }
}

function paint(context: Context, shape: Shape, { font, of }: Inks): void {
  switch (shape.shape) {
    case 'rect': {
      const { left, top, width, height } = shape.box;
      context.beginPath();
      context.roundRect(left, top, width, height, shape.radius ?? 0);
      if (shape.fill !== null) {
        context.fillStyle = faint(of[shape.fill], shape.alpha ?? 1);
        context.fill();
      }
      if (shape.stroke !== undefined) {
        context.strokeStyle = of[shape.stroke];
        context.stroke();
      }
      return;
    }
    case 'path':
      trace(context, shape.spots);
      context.strokeStyle = faint(of[shape.stroke], shape.alpha ?? 1);
      context.lineWidth = shape.width;
      context.lineJoin = 'round';
      context.setLineDash([...(shape.dash ?? [])]);
      context.stroke();
      return;
    case 'area':
      trace(context, shape.spots);
      context.closePath();
      context.fillStyle = faint(of[shape.fill], shape.alpha ?? 1);
      context.fill();
      return;
    case 'dot':
      context.beginPath();
      context.arc(shape.at.x, shape.at.y, shape.radius, 0, Math.PI * 2);
      context.fillStyle = of[shape.fill];
      context.fill();
      if (shape.stroke !== undefined) {
        context.strokeStyle = of[shape.stroke];
        context.stroke();
      }
      return;
    case 'text':
      context.font = `${String(shape.weight)} ${String(shape.size)}px ${font}`;
      context.textAlign = shape.align;
      context.textBaseline = 'middle';
      if (shape.halo === true) {
        context.strokeStyle = of.surface;
        context.lineWidth = 3;
        context.lineJoin = 'round';
        context.strokeText(shape.text, shape.at.x, shape.at.y);
      }
      context.fillStyle = of[shape.fill];
      context.fillText(shape.text, shape.at.x, shape.at.y);
      return;
  }
}

function trace(context: Context, spots: Extract<Shape, { shape: 'path' }>['spots']): void {
  context.beginPath();
  for (const { x, y } of spots) context.lineTo(x, y);
}

/** A measure of texts as this font draws them. */
export function measureIn(context: Context, font: string): (text: string, size: number, weight: number) => number {
  const known = new Map<string, number>();
  return (text, size, weight) => {
    const key = `${String(weight)} ${String(size)} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    context.font = `${String(weight)} ${String(size)}px ${font}`;
    const { width } = context.measureText(text);
    known.set(key, width);
    return width;
  };
}
