import type { DayRange } from '#engine/ports/column-queries.ts';
import { NO_DAY, type DayColumn } from '#engine/ports/workspace-columns.ts';
import { remembered } from './remembered.ts';

/** First and last day of every so many rows: files are mostly in the order of their dates, so that a year lies in a few of them. */
const BLOCK_ROWS = 16_384;

interface DayBlocks {
  readonly ranges: readonly (DayRange | null)[];
  readonly all: DayRange | null;
}

const known = new WeakMap<DayColumn, DayBlocks>();

function dayBlocks(days: DayColumn): DayBlocks {
  return remembered(known, days, () => {
    const ranges: (DayRange | null)[] = [];
    for (let first = 0; first < days.length; first += BLOCK_ROWS)
      ranges.push(rangeOf(days, first, Math.min(days.length, first + BLOCK_ROWS)));
    const dated = ranges.flatMap((range) => range ?? []);
    const [start] = dated;
    if (start === undefined) return { ranges, all: null };
    const all = dated.reduce((a, b) => ({ from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }), start);
    return { ranges, all };
  });
}

function rangeOf(days: DayColumn, first: number, end: number): DayRange | null {
  let [from, to] = [Infinity, -Infinity];
  for (let row = first; row < end; row++) {
    const day = days[row] ?? NO_DAY;
    if (day === NO_DAY) continue;
    if (day < from) from = day;
    if (day > to) to = day;
  }
  return from <= to ? { from, to } : null;
}

/** First and last day of a column; null without any. */
export function daysOf(days: DayColumn): DayRange | null {
  return dayBlocks(days).all;
}

/** Rows outside of which no day lies in the range: from the first to before the end. */
export function rowsWithin(days: DayColumn, range: DayRange): { readonly first: number; readonly end: number } {
  const { ranges } = dayBlocks(days);
  const meets = (block: DayRange | null): boolean => block !== null && block.from <= range.to && block.to >= range.from;
  const first = ranges.findIndex(meets);
  if (first < 0) return { first: 0, end: 0 };
  return { first: first * BLOCK_ROWS, end: Math.min(days.length, (ranges.findLastIndex(meets) + 1) * BLOCK_ROWS) };
}
