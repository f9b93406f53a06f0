/** Sizes of the table on screen, CSS pixels. */
export const ROW_HEIGHT = 28;
export const HEAD_ROW_HEIGHT = 28;

/** Columns of values: widths repeat with the values of a group. */
export interface ColumnWidths {
  readonly count: number;
  /** One a value, or one for all. */
  readonly each: readonly number[];
}

/** Where a column begins, from the first one. */
export function columnStart({ each }: ColumnWidths, index: number): number {
  const whole = Math.floor(index / each.length);
  const group = each.reduce((sum, width) => sum + width, 0);
  return whole * group + each.slice(0, index - whole * each.length).reduce((sum, width) => sum + width, 0);
}

export function columnWidth({ each }: ColumnWidths, index: number): number {
  return each[index % each.length] ?? 0;
}

export const columnsWidth = (columns: ColumnWidths): number => columnStart(columns, columns.count);

/** The column that holds a place, held within those there are. */
export function columnAt(columns: ColumnWidths, x: number): number {
  const group = columns.each.reduce((sum, width) => sum + width, 0);
  if (group <= 0 || columns.count === 0) return 0;
  let index = Math.max(0, Math.floor(x / group)) * columns.each.length;
  while (index < columns.count - 1 && columnStart(columns, index + 1) <= x) index++;
  return Math.min(index, columns.count - 1);
}

/** From the first of a stretch to before its last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is in sight, and some beyond it, of so many lines. */
export function inSight(first: number, last: number, count: number, beyond: number): Stretch {
  return { from: Math.max(0, first - beyond), to: Math.min(count, last + 1 + beyond) };
}

/** The pages of a stretch. Example: 90 to 210 of pages of 100 are pages 0, 1 and 2. */
export function pagesOf({ from, to }: Stretch, size: number): readonly number[] {
  if (to <= from) return [];
  const [first, last] = [Math.floor(from / size), Math.floor((to - 1) / size)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Widths stretched to fill the room, evenly, but no column beyond what reads well as one table. */
export function stretched(each: readonly number[], count: number, room: number, most: number): readonly number[] {
  const total = columnsWidth({ each, count });
  if (count === 0 || total === 0 || total >= room) return each;
  const factor = room / total;
  return each.map((width) => Math.min(Math.floor(width * factor), Math.max(width, most)));
}

/** Widths from the narrow ones towards the wide ones, as far as there is room; the wide ones where the table scrolls anyhow. */
export function between(
  narrow: readonly number[],
  wide: readonly number[],
  room: number,
  count: number,
): readonly number[] {
  const [least, most] = [columnsWidth({ count, each: narrow }), columnsWidth({ count, each: wide })];
  if (most <= room || least > room || most === least) return wide;
  const part = (room - least) / (most - least);
  return narrow.map((width, index) => Math.floor(width + ((wide[index] ?? width) - width) * part));
}
