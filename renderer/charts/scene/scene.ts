import type { Ink } from './inks.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export type Align = 'left' | 'center' | 'right';

/** What a picture is made of, in CSS pixels: painted on a canvas, shown as SVG or written to an SVG file. */
export type Shape =
  | {
      readonly shape: 'rect';
      readonly box: Box;
      readonly fill: Ink | null;
      readonly alpha?: number;
      readonly stroke?: Ink;
      readonly radius?: number;
    }
  | {
      readonly shape: 'path';
      readonly spots: readonly Spot[];
      readonly stroke: Ink;
      readonly width: number;
      readonly dash?: readonly number[];
      readonly alpha?: number;
    }
  | { readonly shape: 'area'; readonly spots: readonly Spot[]; readonly fill: Ink; readonly alpha?: number }
  | { readonly shape: 'dot'; readonly at: Spot; readonly radius: number; readonly fill: Ink; readonly stroke?: Ink }
  | {
      readonly shape: 'text';
      readonly at: Spot;
      readonly text: string;
      readonly size: number;
      readonly weight: number;
      readonly fill: Ink;
      readonly align: Align;
      /** Set off from what it crosses by a rim of the page's colour. */
      readonly halo?: boolean;
    };

/** A picture and its size. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** Width of a text as it is drawn, CSS pixels. */
export type Measure = (text: string, size: number, weight: number) => number;

export const rect = (left: number, top: number, width: number, height: number, fill: Ink | null): Shape => ({
  shape: 'rect',
  box: { left, top, width, height },
  fill,
});

/** A line from spot to spot, one pixel wide unless told. */
export const path = (stroke: Ink, spots: readonly Spot[], width = 1): Shape => ({
  shape: 'path',
  spots,
  stroke,
  width,
});

/** A text whose middle stands at `y`. */
export function text(
  words: string,
  x: number,
  y: number,
  {
    size = 11,
    weight = 400,
    fill = 'ink-2',
    align = 'left',
  }: { readonly size?: number; readonly weight?: number; readonly fill?: Ink; readonly align?: Align } = {},
): Shape {
  return { shape: 'text', text: words, at: { x, y }, size, weight, fill, align };
}

/** Shapes as they stand in a larger picture. */
export function moved(shapes: readonly Shape[], dx: number, dy: number): readonly Shape[] {
  const spot = ({ x, y }: Spot): Spot => ({ x: x + dx, y: y + dy });
  return shapes.map((each): Shape => {
    switch (each.shape) {
      case 'rect':
        return { ...each, box: { ...each.box, left: each.box.left + dx, top: each.box.top + dy } };
      case 'path':
      case 'area':
        return { ...each, spots: each.spots.map(spot) };
      case 'dot':
      case 'text':
        return { ...each, at: spot(each.at) };
    }
  });
}

/** A text cut to a width, with an ellipsis. Example: 'Stockholm' where five letters have room is 'Stoc…'. */
export function cutText(words: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(words) <= room) return words;
  const letters = [...words];
  let cut = words;
  while (letters.length > 1 && widthOf(cut) > room) {
    letters.pop();
    cut = `${letters.join('').trimEnd()}…`;
  }
  return cut;
}
