import type { Box, Spot } from '../scene/scene.ts';

/** A mark as chart.js laid it out. */
export interface DrawnMark {
  /** A bar's body; for a point of a line a box without size. */
  readonly box: Box;
  /** Where its value lies. */
  readonly end: Spot;
  readonly bar: boolean;
}

/** Positions of a drawn chart with two axes, CSS pixels. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly area: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** By the key of their series, each in the order of the categories. */
  readonly marks: ReadonlyMap<string, readonly DrawnMark[]>;
  /** Along the value axis, or that of the panel above. */
  readonly at: (value: number, panel: boolean) => number;
}

export const markOf = ({ marks }: Geometry, series: string, index: number): DrawnMark | undefined =>
  marks.get(series)?.[index];
