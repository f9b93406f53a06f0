import { useRef, useState } from 'react';
import type { Place } from '../scene/place.ts';
import type { Box } from '../scene/scene.ts';

/** A stretch of categories under way: where it began and where it has come, as indexes along the axis. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface RangeChoice {
  readonly range: Range | null;
  /** As it was last extended, which may not be drawn yet when the pointer is let go. */
  readonly latest: () => Range | null;
  readonly extend: (from: number, to: number) => void;
  readonly clear: () => void;
}

export function useRange(): RangeChoice {
  const [range, setRange] = useState<Range | null>(null);
  const last = useRef<Range | null>(null);
  const set = (next: Range | null): void => {
    last.current = next;
    setRange(next);
  };
  return { range, latest: () => last.current, extend: (from, to) => set({ from, to }), clear: () => set(null) };
}

export const ordered = ({ from, to }: Range): readonly [number, number] => [Math.min(from, to), Math.max(from, to)];

/** What a stretch covers of the plot. */
export function rangeBox(
  range: Range,
  places: readonly Place[],
  size: { readonly width: number; readonly height: number },
  down: boolean,
): Box {
  const [first, last] = ordered(range);
  const boxes = places.filter(({ along }) => along >= first && along <= last).map(({ box }) => box);
  const [left, right] = [
    Math.min(...boxes.map((box) => box.left)),
    Math.max(...boxes.map((box) => box.left + box.width)),
  ];
  const [top, bottom] = [
    Math.min(...boxes.map((box) => box.top)),
    Math.max(...boxes.map((box) => box.top + box.height)),
  ];
  return down
    ? { left: 0, top, width: size.width, height: bottom - top }
    : { left, top: 0, width: right - left, height: size.height };
}
