import type { ChartModel } from '#shared/charts/model.ts';
import type { Say } from '#shared/charts/point-facts.ts';
import { legendShapes } from '../labels/legend.model.ts';
import type { Drawn } from '../scene/place.ts';
import { cutText, moved, path, rect, text, type Measure, type Scene, type Shape } from '../scene/scene.ts';

export const MARGIN = 28;
const TITLE = { size: 18, weight: 650, line: 26 } as const;
const SUB = { size: 13, line: 21 } as const;
const SMALL = { size: 11.5, line: 18 } as const;

interface Parts {
  readonly model: ChartModel;
  readonly drawn: Drawn;
  /** The plot's own size; its shapes when it is made of shapes, else it is painted into its place. */
  readonly plot: { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };
  readonly measure: Measure;
  readonly say: Say;
}

/** A chart as a sheet of its own: title, plot, legend, remarks and source. `plotAt` is where the plot stands. */
export function composed({ model, drawn, plot, measure, say }: Parts): {
  readonly scene: Scene;
  readonly plotAt: { readonly x: number; readonly y: number };
} {
  const inner = plot.width;
  const width = inner + 2 * MARGIN;
  let y = MARGIN;
  const shapes: Shape[] = [];
  const line = (words: string, size: number, weight: number, height: number, fill: 'ink' | 'ink-2' | 'ink-3'): void => {
    for (const each of wrapped(words, inner, (part) => measure(part, size, weight))) {
      shapes.push(text(each, MARGIN, y + height / 2, { size, weight, fill }));
      y += height;
    }
  };
  line(model.title, TITLE.size, TITLE.weight, TITLE.line, 'ink');
  if (model.sub !== null) line(model.sub, SUB.size, 400, SUB.line, 'ink-2');
  y += 12;
  const plotAt = { x: MARGIN, y };
  shapes.push(...moved(plot.shapes, plotAt.x, plotAt.y));
  y += plot.height + 10;
  const legend = legendShapes(drawn.legend, 0, inner, measure);
  shapes.push(...moved(legend.shapes, MARGIN, y));
  y += legend.height;
  const marked = drawn.markers.map(({ index }) => index).toSorted((a, b) => a - b);
  for (const index of marked) {
    const remark = model.annotations[index];
    if (remark === undefined) continue;
    line(
      `${String(index + 1)}. ${say('annotationBy', { text: remark.text, author: remark.author })}`,
      SMALL.size,
      400,
      SMALL.line,
      'ink-2',
    );
  }
  if (model.source !== null) {
    y += 8;
    shapes.push(
      path('line', [
        { x: MARGIN, y },
        { x: width - MARGIN, y },
      ]),
    );
    y += 4;
    line(model.source, SMALL.size, 400, SMALL.line, 'ink-3');
  }
  const height = y + MARGIN - 8;
  return { scene: { width, height, shapes: [rect(0, 0, width, height, 'surface'), ...shapes] }, plotAt };
}

/** Words in lines of a width; a word wider than a line is cut. Example: 'one two' in room for 'one t' is two lines. */
export function wrapped(words: string, room: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && widthOf(joined) <= room) lines[lines.length - 1] = joined;
    else lines.push(cutText(word, room, widthOf));
  }
  return lines;
}
