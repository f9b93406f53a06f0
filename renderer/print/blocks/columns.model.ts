import type { BlockOf, ReportColumn } from '#shared/report-content.ts';

/** What a column would like to have and what it can do with, CSS pixels. */
export interface ColumnWish {
  readonly natural: number;
  readonly least: number;
}

export interface ColumnWidths {
  readonly widths: readonly number[];
  /** Below 1 for a table that is drawn smaller, since even the least is wider than its room. */
  readonly scale: number;
}

/**
 * Widths that fill the room exactly: what is left over is shared out by what the columns are wide, what is missing is taken from
 * those that can give. Example: 100 and 300 in 800 are 200 and 600; in 300, where the second can do with 150, they are 100 and 200.
 */
export function columnWidths(wishes: readonly ColumnWish[], room: number): ColumnWidths {
  const natural = sum(wishes.map((wish) => wish.natural));
  const least = sum(wishes.map((wish) => wish.least));
  const scale = Math.min(1, room / least);
  const whole = room / scale;
  const widths =
    natural <= whole
      ? wishes.map((wish) => (wish.natural / natural) * whole)
      : wishes.map((wish) => wish.least + ((wish.natural - wish.least) / (natural - least)) * (whole - least));
  return { widths, scale };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Base units at both ends of a table's bars. */
export interface BarRange {
  readonly from: number;
  readonly to: number;
}

/** One range for all bars of a unit, zero in it, so that bars of a table can be held against each other. Totals have none. */
export function barRange({ columns, rows }: BlockOf<'table'>, unit: string): BarRange {
  const values = columns.flatMap((column, index) =>
    column.as === 'bar' && barUnit(column) === unit
      ? rows.flatMap(({ kind, cells }) => (kind === 'row' ? (cells[index]?.value ?? []) : []))
      : [],
  );
  return values.reduce((range, value) => ({ from: Math.min(range.from, value), to: Math.max(range.to, value) }), {
    from: 0,
    to: 0,
  });
}

export const barUnit = ({ written }: ReportColumn): string => written?.unit ?? '';

/** Where a bar runs, as shares of its room: from left, how long, and where zero is. Example: −2 in −2 to 6 runs from 0 over 0.25 to zero there. */
export function barPlace(
  value: number,
  { from, to }: BarRange,
): { readonly left: number; readonly length: number; readonly zero: number } {
  const span = to - from;
  if (span === 0) return { left: 0, length: 0, zero: 0 };
  const zero = -from / span;
  const length = Math.abs(value) / span;
  return { left: value < 0 ? zero - length : zero, length, zero };
}
