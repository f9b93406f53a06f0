import type { Ink } from './inks.ts';
import { path, type Box, type Shape } from './scene.ts';

const GAP = 5;

/**
 * The strokes of a hatched box, rising to the right and cut at its edges: the same on screen, in print and in an SVG file.
 * Example: the middle one of three in a box of 10 × 10 runs from its lower left to its upper right corner.
 */
export function hatch({ left, top, width, height }: Box, ink: Ink): readonly Shape[] {
  const [right, bottom] = [left + width, top + height];
  const strokes: Shape[] = [];
  // A stroke `reach` away from the upper left corner meets the left edge that far down, or the bottom beyond it.
  for (let reach = GAP; reach < width + height; reach += GAP) {
    const low = reach <= height ? { x: left, y: top + reach } : { x: left + reach - height, y: bottom };
    const high = reach <= width ? { x: left + reach, y: top } : { x: right, y: top + reach - width };
    strokes.push(path(ink, [low, high], 1.25));
  }
  return strokes;
}
