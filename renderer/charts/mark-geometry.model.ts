import type { ChartModel } from '#shared/chart-model.ts';

/** A drawn mark: `x`, `y` its value end, `base` where it starts, thickness across; CSS pixels in the canvas. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly base: number;
  readonly thickness: number;
}

export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 5;

/**
 * The part of the plot that belongs to each point, for the pointer and the keyboard's focus: a column's whole height,
 * a bar's whole row. Slots share the area evenly.
 */
export function pointBoxes(kind: ChartModel['kind'], count: number, area: Area, width: number): readonly Box[] {
  if (count === 0) return [];
  const sideways = kind === 'bar' || kind === 'waterfall';
  const slot = (sideways ? area.bottom - area.top : area.right - area.left) / count;
  return Array.from({ length: count }, (_, index) =>
    sideways
      ? { left: 0, top: area.top + index * slot, width, height: slot }
      : { left: area.left + index * slot, top: 0, width: slot, height: area.bottom },
  );
}

export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly align: 'center' | 'left' | 'right';
}

/**
 * Where a mark's label stands: above a column and the comparison's behind it, below a negative one, beyond the end of a bar.
 * `behind` is the top of the comparison's column.
 */
export function labelPlace(kind: ChartModel['kind'], mark: Mark, value: number, behind = mark.y): LabelPlace {
  if (kind === 'waterfall') return { x: Math.max(mark.x, mark.base) + MARGIN, y: mark.y, align: 'left' };
  if (kind === 'bar') {
    return value < 0
      ? { x: mark.x - MARGIN, y: mark.y, align: 'right' }
      : { x: mark.x + MARGIN, y: mark.y, align: 'left' };
  }
  return { x: mark.x, y: value < 0 ? mark.y + MARGIN + 6 : Math.min(mark.y, behind) - MARGIN - 3, align: 'center' };
}

/** Whether a point of a line lies below both its neighbours, so that its label fits under it. A missing neighbour is no obstacle. */
export function isValley(values: readonly (number | null)[], index: number): boolean {
  const value = values[index] ?? null;
  return value !== null && [values[index - 1], values[index + 1]].every((each) => each == null || each > value);
}

/**
 * Which labels are shown when a slot is `slot` pixels wide: all if the widest fits, else the highest, the lowest and the last,
 * which say most. Example: 18 labels of 40 px in slots of 24 px show three.
 */
export function shownLabels(
  widths: readonly number[],
  values: readonly (number | null)[],
  slot: number,
): ReadonlySet<number> {
  const filled = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  if (Math.max(0, ...widths) <= slot - 2) return new Set(filled.map(({ index }) => index));
  const sorted = filled.toSorted((a, b) => a.value - b.value);
  const chosen = [filled.at(-1), sorted.at(-1), sorted[0]].flatMap((each) => (each === undefined ? [] : [each.index]));
  const room = Math.max(1, Math.ceil(Math.max(0, ...widths) / Math.max(slot, 1)));
  return new Set(
    chosen.filter((index, rank) => chosen.slice(0, rank).every((taken) => Math.abs(taken - index) >= room)),
  );
}
