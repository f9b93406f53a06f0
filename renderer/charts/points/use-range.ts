import { useState } from 'react';
import type { ChartCategory } from '#shared/charts/model.ts';
import type { Place } from '../scene/place.ts';
import type { Box } from '../scene/scene.ts';
import type { Reading } from './find-place.model.ts';

/** A stretch of categories under way: where it began and where it has come, as places along the axis. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface RangeChoice {
  readonly range: Range | null;
  readonly extend: (from: number, to: number) => void;
  readonly clear: () => void;
}

export function useRange(): RangeChoice {
  const [range, setRange] = useState<Range | null>(null);
  return { range, extend: (from, to) => setRange({ from, to }), clear: () => setRange(null) };
}

const ordered = ({ from, to }: Range): readonly [number, number] => [Math.min(from, to), Math.max(from, to)];

/** The categories of a stretch as they are drawn, which may be another order than the model's; a waterfall's levels are none. */
export function stretchOf(range: Range, places: readonly Place[]): readonly ChartCategory[] {
  const [first, last] = ordered(range);
  const within = places.filter(({ along }) => along >= first && along <= last).toSorted((a, b) => a.along - b.along);
  const categories = within.flatMap(({ target: { category } }) =>
    category === null || category.level ? [] : [[category.key, category] as const],
  );
  return [...new Map(categories).values()];
}

/** What a stretch covers of the plot. */
export function rangeBox(
  range: Range,
  places: readonly Place[],
  size: { readonly width: number; readonly height: number },
  reading: Reading,
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
  if (reading === 'down') return { left: 0, top, width: size.width, height: bottom - top };
  const tall = reading === 'grid' ? { top, height: bottom - top } : { top: 0, height: size.height };
  return { left, width: right - left, ...tall };
}
