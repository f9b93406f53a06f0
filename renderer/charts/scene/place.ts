import type { ChartTarget } from '#shared/charts/model.ts';
import type { LegendItem } from '../labels/legend.model.ts';
import type { Box, Spot } from './scene.ts';

/** A mark as pointer and keyboard find it. */
export interface Place {
  readonly target: ChartTarget;
  /** Where it is framed when it has the focus. */
  readonly box: Box;
  /** Its place in reading order: along the categories, and across the series. */
  readonly along: number;
  readonly across: number;
  /** A slice of a pie, which no box describes: its middle and its angles, clockwise from the top, in turns. */
  readonly slice?: { readonly middle: Spot; readonly radius: number; readonly from: number; readonly to: number };
}

/** What drawing a chart gives besides the picture. */
export interface Drawn {
  readonly places: readonly Place[];
  /** Markers of the remarks, by their index in the model. */
  readonly markers: readonly { readonly index: number; readonly box: Box }[];
  readonly legend: readonly LegendItem[];
}
