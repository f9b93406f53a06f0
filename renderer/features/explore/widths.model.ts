import type { Grid } from '#shared/grid.ts';
import { cellText, type ValueFormat } from './cell-text.model.ts';

/** Of the page's type at table size, CSS pixels: enough for any figure, and for letters on the whole. */
const FIGURE = 7.9;
const LETTER = 7.1;
const PADDING = 18;
const TIGHT = 16;
const [NARROWEST, WIDEST] = [64, 168];
const [NARROWEST_NAME, WIDEST_NAME] = [150, 300];
export const INDENT = 16;
/** Room for the mark of a fold. */
export const FOLD = 18;

/** How wide the columns of each value must be for the numbers at hand, and where `forNames` for its name. CSS pixels. */
export function valueWidths(
  { rows, columns, cells }: Pick<Grid, 'rows' | 'columns' | 'cells'>,
  formats: readonly (ValueFormat | null)[],
  totals: readonly (number | null)[],
  names: readonly string[],
  forNames: boolean,
): readonly number[] {
  const longest = formats.map((format, index) => {
    const total = totals[index] ?? null;
    return format === null || total === null ? 0 : cellText(total, format).length;
  });
  rows.forEach((row, down) =>
    columns.forEach((column, across) => {
      const value = row.value ?? column.value ?? 0;
      const [number, format] = [cells[down * columns.length + across] ?? null, formats[value] ?? null];
      if (number === null || format === null) return;
      longest[value] = Math.max(longest[value] ?? 0, cellText(number, format).length);
    }),
  );
  return longest.map((length, index) => {
    const name = (names[index]?.length ?? 0) * LETTER * 0.9;
    const wide = Math.max(length * FIGURE, forNames ? Math.min(name, 112) : 0) + (forNames ? PADDING : TIGHT);
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, wide)));
  });
}

/** How wide a column of names must be, further in by depth; no more than a good part of the room. */
export function nameWidth(names: readonly { readonly text: string; readonly depth: number }[], room: number): number {
  const longest = names.reduce((most, { text, depth }) => Math.max(most, text.length * LETTER + depth * INDENT), 0);
  const most = Math.max(NARROWEST_NAME, Math.min(WIDEST_NAME, room * 0.4));
  return Math.round(Math.min(most, Math.max(NARROWEST_NAME, longest + PADDING + FOLD)));
}
