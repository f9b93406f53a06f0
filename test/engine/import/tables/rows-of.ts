import { cellText } from '#engine/import/cells.ts';
import type { RawTable } from '#engine/import/raw-table.ts';
import { textTable, type Cell } from '../table-of.ts';

/** Rows written with `|` between cells, first line left out when blank. */
export function rowsOf(text: string): readonly (readonly Cell[])[] {
  return text
    .replace(/^\n/, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

/** A table written so. */
export function tableOf(text: string, extra: Partial<RawTable> = {}): RawTable {
  return textTable(rowsOf(text), extra);
}

/** A table as it would be written, row by row. */
export function linesOf(table: RawTable): readonly string[] {
  return Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((_column, column) => cellText(table, row, column)).join('|'),
  );
}
