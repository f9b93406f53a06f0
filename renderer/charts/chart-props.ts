import type { ChartAnnotation, ChartCategory, ChartModel, ChartTarget } from '#shared/charts/model.ts';

/** A place in the window, CSS pixels: where a menu asked for by pointer or keyboard opens. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

export interface ChartProps {
  readonly model: ChartModel;
  /** CSS pixels; grids and tables take what they need and scroll within it. */
  readonly height: number;
  /** Shows the numbers as a table instead of the picture. */
  readonly asTable?: boolean;
  /** Click or Enter on a mark: drill down, cross-filter. Without it both open the passport. */
  readonly onPoint?: (target: ChartTarget) => void;
  /** The tooltip's link: how the number came about. */
  readonly onPassport?: (target: ChartTarget) => void;
  /** Right click, the menu key or Shift F10 on a mark: filter, rows. */
  readonly onMenu?: (target: ChartTarget, place: MenuPlace) => void;
  /** A stretch of categories dragged over, or chosen with Shift and the arrow keys, then Enter: in the order they are drawn, at least one. */
  readonly onRange?: (stretch: readonly ChartCategory[]) => void;
  /** A remark's marker was chosen. */
  readonly onAnnotation?: (annotation: ChartAnnotation) => void;
  /** Keys of chosen categories: the others are drawn faint. */
  readonly chosen?: readonly string[];
  /** Device pixels per CSS pixel, for print. */
  readonly resolution?: number;
  /** Called after the first drawing. */
  readonly onDrawn?: () => void;
}
