import type { BlockOf, ReportColumn } from '#shared/report-content.ts';
import { barRange, barUnit, columnWidths, type BarRange, type ColumnWish } from './columns.model.ts';

/** How a table is set on paper. */
export interface TableLayout {
  readonly widths: readonly number[];
  readonly scale: number;
  /** Numbers are set to the right. */
  readonly right: readonly boolean[];
  readonly bars: readonly (BarRange | null)[];
  /** Room of the number beside a column's bar. */
  readonly numbers: readonly number[];
  /** Rows whose words may take more than one line. */
  readonly tall: ReadonlySet<number>;
}

export type TextWidth = (text: string, strong: boolean) => number;

const CELL_PADDING = 16;
const BAR = { natural: 104, least: 36, gap: 10 } as const;
const LEAST_WORDS = 84;
/** Beyond this a heading breaks rather than make its column wider. */
const HEADING = 84;
/** Measured without what the browser does to figures and pairs of letters. */
const SLACK = 1.04;

/** Sets a table in a room of this width, so that it has the same columns on every sheet. */
export function tableLayout(block: BlockOf<'table'>, room: number, textWidth: TextWidth): TableLayout {
  const { columns, rows } = block;
  const right = columns.map(
    ({ written }, index) => written !== null || rows.some(({ cells }) => (cells[index]?.value ?? null) !== null),
  );
  const width = (text: string): number => textWidth(text, true) * SLACK;
  const numbers = columns.map((_, index) =>
    Math.max(0, ...new Set(rows.map(({ cells }) => (right[index] === true ? width(cells[index]?.text ?? '') : 0)))),
  );
  const wishes = columns.map((column, index) => wishOf(column, index));
  const { widths, scale } = columnWidths(wishes, room);
  return {
    widths,
    scale,
    right,
    numbers,
    bars: columns.map((column) => (column.as === 'bar' ? barRange(block, barUnit(column)) : null)),
    tall: tallRows(),
  };

  function wishOf({ label, as }: ReportColumn, index: number): ColumnWish {
    const heading = Math.max(...label.split(/\s+/).map(width));
    if (right[index] === true) {
      const number = numbers[index] ?? 0;
      const bar = as === 'bar' ? BAR : { natural: 0, least: 0, gap: 0 };
      return {
        natural: Math.max(number + bar.gap + bar.natural, heading, Math.min(width(label), HEADING)) + CELL_PADDING,
        least: Math.max(number + bar.gap + bar.least, heading) + CELL_PADDING,
      };
    }
    const natural = Math.max(
      heading,
      ...rows.map(({ kind, cells }) => (kind === 'group' ? 0 : width(cells[index]?.text ?? ''))),
    );
    return { natural: natural + CELL_PADDING, least: Math.min(natural, Math.max(heading, LEAST_WORDS)) + CELL_PADDING };
  }

  function tallRows(): ReadonlySet<number> {
    const tall = new Set<number>();
    columns.forEach((_, column) => {
      if (right[column] === true) return;
      const most = (widths[column] ?? 0) - CELL_PADDING;
      rows.forEach(({ cells }, row) => {
        const text = cells[column]?.text ?? '';
        if (width(text) > most || text.includes('\n')) tall.add(row);
      });
    });
    return tall;
  }
}

/** Width of words in the sheets' type, all figures as wide as a nought: tables have figures of one width. */
export function textWidths(size: number, family: string): TextWidth {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, strong) => {
    const shape = text.replaceAll(/\d/g, '0');
    const key = `${String(strong)}${shape}`;
    const before = known.get(key);
    if (before !== undefined || context === null) return before ?? text.length * size * 0.6;
    context.font = `${strong ? '640' : '400'} ${String(size)}px ${family}`;
    const { width } = context.measureText(shape);
    known.set(key, width);
    return width;
  };
}
