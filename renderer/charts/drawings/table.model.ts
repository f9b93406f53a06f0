import { chartTwin } from '#shared/charts/chart-twin.ts';
import { cutText, path, text, type Shape } from '../scene/scene.ts';
import type { DrawingNeeds, SceneDrawing } from './drawing.ts';

const ROW = 24;
const MOST = 40;
const GAP = 22;

/** A table as a picture, for export: on the page it is a table. Rows beyond forty are counted, not drawn. */
export function tableDrawing({ model, width, measure, say }: DrawingNeeds): SceneDrawing {
  const { columns, rows } = chartTwin(model, say);
  const shown = rows.slice(0, MOST);
  const widths = columns.map(({ label }, column) =>
    Math.max(measure(label, 11.5, 400), ...shown.map(({ cells }) => measure(cells[column]?.text ?? '', 11.5, 600))),
  );
  const asked = widths.reduce((sum, each) => sum + each + GAP, -GAP);
  const first = Math.min(widths[0] ?? 0, Math.max(80, (widths[0] ?? 0) - Math.max(0, asked - width)));
  const full = Math.max(width, asked - (widths[0] ?? 0) + first);
  const spare = (full - (asked - (widths[0] ?? 0) + first)) / Math.max(1, columns.length - 1);
  const ends: number[] = [first];
  widths.slice(1).forEach((each, index) => ends.push((ends[index] ?? 0) + GAP + each + spare));
  const cellAt = (words: string, column: number, y: number, weight: number, fill: 'ink' | 'ink-3'): Shape =>
    column === 0
      ? text(
          cutText(words, first, (each) => measure(each, 11.5, weight)),
          0,
          y,
          { size: 11.5, weight, fill },
        )
      : text(words, ends[column] ?? 0, y, { size: 11.5, weight, fill, align: 'right' });
  const rule = (y: number, strong: boolean): Shape =>
    path(strong ? 'line-strong' : 'line', [
      { x: 0, y },
      { x: full, y },
    ]);
  const shapes: Shape[] = [
    ...columns.map(({ label }, column) => cellAt(label, column, ROW / 2, 400, 'ink-3')),
    rule(ROW, true),
    ...shown.flatMap(({ cells, total }, index) => [
      ...cells.map((cell, column) => cellAt(cell.text, column, (index + 1.5) * ROW, total ? 600 : 400, 'ink')),
      rule((index + 2) * ROW, false),
    ]),
  ];
  const left = rows.length - shown.length;
  if (left > 0)
    shapes.push(text(say('more', { count: left }), 0, (shown.length + 1.5) * ROW, { size: 11.5, fill: 'ink-3' }));
  const height = (shown.length + 1 + (left > 0 ? 1 : 0)) * ROW;
  return { scene: { width: full, height, shapes }, places: [], markers: [], legend: [] };
}
