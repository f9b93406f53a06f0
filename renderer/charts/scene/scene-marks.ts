import { faint, type Ink, type Inks } from './inks.ts';
import type { Align, Shape, Spot } from './scene.ts';

/** One SVG element: its tag, its attributes, and the text in it. */
export interface SceneMark {
  readonly tag: 'rect' | 'path' | 'circle' | 'text';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text: string;
}

const ANCHORS: Readonly<Record<Align, string>> = { left: 'start', center: 'middle', right: 'end' };
const round = (value: number): number => Math.round(value * 100) / 100;
const tracing = (spots: readonly Spot[]): string =>
  spots.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${String(round(x))} ${String(round(y))}`).join('');

/** A shape as an SVG element. `color` names a token on the page (`var(--actual)`) or gives its colour in a file. */
export function sceneMark(shape: Shape, color: (ink: Ink, alpha: number) => string): SceneMark {
  switch (shape.shape) {
    case 'rect':
      return {
        tag: 'rect',
        attributes: {
          x: round(shape.box.left),
          y: round(shape.box.top),
          width: round(Math.max(0, shape.box.width)),
          height: round(Math.max(0, shape.box.height)),
          rx: shape.radius ?? 0,
          fill: shape.fill === null ? 'none' : color(shape.fill, 1),
          ...(shape.alpha === undefined ? {} : { 'fill-opacity': shape.alpha }),
          ...(shape.stroke === undefined ? {} : { stroke: color(shape.stroke, 1) }),
        },
        text: '',
      };
    case 'path':
      return {
        tag: 'path',
        attributes: {
          d: tracing(shape.spots),
          fill: 'none',
          stroke: color(shape.stroke, 1),
          'stroke-width': shape.width,
          'stroke-linejoin': 'round',
          ...(shape.alpha === undefined ? {} : { 'stroke-opacity': shape.alpha }),
          ...(shape.dash === undefined ? {} : { 'stroke-dasharray': shape.dash.join(' ') }),
        },
        text: '',
      };
    case 'area':
      return {
        tag: 'path',
        attributes: { d: `${tracing(shape.spots)}Z`, fill: color(shape.fill, 1), 'fill-opacity': shape.alpha ?? 1 },
        text: '',
      };
    case 'dot':
      return {
        tag: 'circle',
        attributes: {
          cx: round(shape.at.x),
          cy: round(shape.at.y),
          r: shape.radius,
          fill: color(shape.fill, 1),
          ...(shape.stroke === undefined ? {} : { stroke: color(shape.stroke, 1) }),
        },
        text: '',
      };
    case 'text':
      return {
        tag: 'text',
        attributes: {
          x: round(shape.at.x),
          y: round(shape.at.y),
          'font-size': shape.size,
          'font-weight': shape.weight,
          'text-anchor': ANCHORS[shape.align],
          'dominant-baseline': 'central',
          fill: color(shape.fill, 1),
        },
        text: shape.text,
      };
  }
}

/** An SVG file's text: colours written out, the description as its title. Texts are escaped; nothing of a name becomes markup. */
export function svgText(
  { width, height, shapes }: { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] },
  inks: Inks,
  title: string,
): string {
  const color = (ink: Ink, alpha: number): string => faint(inks.of[ink], alpha);
  const marks = shapes.map((shape) => {
    const { tag, attributes, text } = sceneMark(shape, color);
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(String(value))}"`);
    return `<${tag} ${written.join(' ')}${text === '' ? '/>' : `>${escaped(text)}</${tag}>`}`;
  });
  const [w, h] = [String(Math.ceil(width)), String(Math.ceil(height))];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="${escaped(inks.font)}">`,
    `<title>${escaped(title)}</title>`,
    ...marks,
    '</svg>',
    '',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and attributes; control characters XML has no place for are left out. */
function escaped(raw: string): string {
  const kept = [...raw].filter((letter) => letter >= ' ' || letter === '\t' || letter === '\n').join('');
  return kept.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
