import { GRID_COLUMNS } from '#shared/dashboard-grid.ts';

/** CSS pixels. The style sheet has the same two. */
export const ROW_HEIGHT = 42;
export const GAP = 12;

/** Below this width cards stand three in a row and charts by themselves. */
export const NARROW_WIDTH = 900;

/** What a tile of so many rows is high. Example: three rows are 3 × 42 + 2 × 12 = 150. */
export function heightOf(rows: number): number {
  return rows * ROW_HEIGHT + (rows - 1) * GAP;
}

/** How far apart columns begin. */
function columnStep(width: number): number {
  return (width + GAP) / GRID_COLUMNS;
}

/** The cell nearest to a tile's upper left corner. */
export function cellAt(left: number, top: number, width: number): { readonly x: number; readonly y: number } {
  return {
    x: Math.round(left / columnStep(width)),
    y: Math.max(0, Math.round(top / (ROW_HEIGHT + GAP))),
  };
}

/** How many columns and rows a tile of this size in pixels takes, at least one of each. */
export function cellsOf(
  across: number,
  down: number,
  width: number,
): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(1, Math.round((across + GAP) / columnStep(width))),
    height: Math.max(1, Math.round((down + GAP) / (ROW_HEIGHT + GAP))),
  };
}
