import { cutText, type Measure } from '../scene/scene.ts';

export const NAME_SIZE = 11.5;
const NAMES_SHARE = 0.34;
const ROW = { most: 34, least: 19, bar: 0.62 } as const;

/** Rows downwards: names on the left, something drawn on the right of each. */
export interface RowsLayout {
  readonly row: number;
  readonly bar: number;
  /** Where the names end, and the plot begins. */
  readonly names: number;
  readonly name: (label: string) => string;
  readonly middle: (index: number) => number;
  readonly height: number;
}

/** Rows as tall as the room allows within reason, and names as wide as they are, up to a third of the width. */
export function rowsLayout(
  labels: readonly string[],
  {
    width,
    height,
    measure,
    top = 0,
  }: { readonly width: number; readonly height: number; readonly measure: Measure; readonly top?: number },
): RowsLayout {
  const row = Math.min(ROW.most, Math.max(ROW.least, (height - top) / Math.max(1, labels.length)));
  const widthOf = (words: string): number => measure(words, NAME_SIZE, 400);
  const room = Math.min(Math.max(0, ...labels.map(widthOf)), width * NAMES_SHARE);
  return {
    row,
    bar: row * ROW.bar,
    names: room + 10,
    name: (label) => cutText(label, room, widthOf),
    middle: (index) => top + (index + 0.5) * row,
    height: Math.max(1, top + labels.length * row),
  };
}
