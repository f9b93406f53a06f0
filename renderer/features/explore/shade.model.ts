import type { Grid } from '#shared/grid.ts';
import type { Direction } from '#shared/format.ts';
import { isChange, type ValueFormat } from './cell-text.model.ts';

export type Scale = { readonly least: number; readonly greatest: number };

/** What a cell's ground is: a tint, or a bar from zero. Parts of 0 to 1. */
export type Shade =
  | { readonly as: 'heat'; readonly ink: 'good' | 'bad' | 'actual'; readonly strength: number }
  | { readonly as: 'bar'; readonly ink: 'actual' | 'bad'; readonly from: number; readonly to: number };

/** The strongest tint leaves the number readable. */
const inkOf = (direction: Direction): 'good' | 'bad' | 'actual' =>
  direction === 'higher' ? 'good' : direction === 'lower' ? 'bad' : 'actual';

/**
 * The tint of a number between the least and the greatest of its kind. Changes are good or bad on both sides of zero; all else goes
 * from nothing to the full tint, in the colour of what a high number means. Example: the best margin of the table is the greenest.
 */
export function heat(
  value: number,
  { least, greatest }: Scale,
  format: Pick<ValueFormat, 'show' | 'direction'>,
): Shade | null {
  if (isChange(format.show)) {
    const most = Math.max(Math.abs(least), Math.abs(greatest));
    if (most === 0 || value === 0) return null;
    const isGood = value > 0 === (format.direction !== 'lower');
    const ink = format.direction === 'neutral' ? 'actual' : isGood ? 'good' : 'bad';
    return { as: 'heat', ink, strength: Math.min(1, Math.abs(value) / most) };
  }
  if (greatest <= least) return null;
  const isRank = format.show.as === 'rank';
  const part = Math.max(0, Math.min(1, (value - least) / (greatest - least)));
  const strength = isRank ? 1 - part : part;
  return strength === 0 ? null : { as: 'heat', ink: isRank ? 'actual' : inkOf(format.direction), strength };
}

/** The bar of a number: from zero, which lies between the least and the greatest. Example: 50 of 0 to 200 is a quarter from the left. */
export function bar(value: number, { least, greatest }: Scale): Shade | null {
  const [low, high] = [Math.min(0, least), Math.max(0, greatest)];
  if (high === low || value === 0) return null;
  const at = (number: number): number => Math.max(0, Math.min(1, (number - low) / (high - low)));
  const [zero, end] = [at(0), at(value)];
  return { as: 'bar', ink: value < 0 ? 'bad' : 'actual', from: Math.min(zero, end), to: Math.max(zero, end) };
}

/** What a cell's scale goes by: its value, and how deep its lines are. */
export const scaleKey = (value: number, rowDepth: number, columnDepth: number): string =>
  `${String(value)} ${String(rowDepth)} ${String(columnDepth)}`;

/**
 * Least and greatest by the depth of the lines, so that totals are held against totals: from the cells at hand, and for members from
 * the whole table as the host gives it.
 */
export function scalesOf(
  pages: readonly Grid[],
  depths: { readonly rows: number; readonly columns: number },
): ReadonlyMap<string, Scale> {
  const found = new Map<string, Scale>();
  for (const { rows, columns, cells } of pages)
    rows.forEach((row, down) =>
      columns.forEach((column, across) => {
        const number = cells[down * columns.length + across] ?? null;
        // What is united is no member: beside it all others would look alike.
        if (number === null || row.other || column.other) return;
        const key = scaleKey(row.value ?? column.value ?? 0, row.path.length, column.path.length);
        const known = found.get(key);
        if (known === undefined) found.set(key, { least: number, greatest: number });
        else if (number < known.least || number > known.greatest)
          found.set(key, { least: Math.min(number, known.least), greatest: Math.max(number, known.greatest) });
      }),
    );
  if (pages.some(({ rows, columns }) => [...rows, ...columns].some(({ other }) => other))) return found;
  pages[0]?.scales.forEach((scale, value) => {
    if (scale !== null) found.set(scaleKey(value, depths.rows, depths.columns), scale);
  });
  return found;
}
