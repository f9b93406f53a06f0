import { cellText, fileRow, tagAt } from '../cells.ts';
import { dateShape } from '../date-readings.ts';
import { rowText } from '../find-header.ts';
import { numberShape } from '../number-readings.ts';
import { EMPTY, TEXT, type RawTable } from '../raw-table.ts';
import { rowLabel } from '../total-labels.ts';
import { cutTable, rowsBetween } from './cut-table.ts';
import { withLayout } from './table-layout.ts';
import { tryHeader } from './try-header.ts';

const MOST_NOTES = 100;

/**
 * Cuts off the notes below a table, before they make its numbers look like texts: last rows of words alone, in less than
 * half of the columns. A total is no note. Blank rows below go with them. The rows count as skipped and are shown.
 * Example: ten people and then four lines of remarks leave ten people.
 */
export function trimNotes(table: RawTable): RawTable {
  const header = tryHeader(table);
  if (header === null) return table;
  const named = header.named.filter(Boolean).length;
  if (named < 2) return table;
  const lowest = Math.max(header.bottom + 1, table.rows - MOST_NOTES);
  let end = table.rows;
  while (end > lowest && (isBlank(table, end - 1) || isNote(table, end - 1, named))) end--;
  // The row left last must be one of a table: else everything below the header is words, and nothing is known.
  if (end === table.rows || end <= header.bottom + 1 || !hasTypedCell(table, end - 1)) return table;
  const notes = [...rowsBetween(end, table.rows - 1)].filter((row) => !isBlank(table, row));
  if (notes.length === 0) return table;
  const kept = cutTable(
    table,
    rowsBetween(0, end - 1),
    table.columns.map((_, column) => column),
  );
  return withLayout(kept, {
    rows: { skipped: table.rows - end },
    skippedRows: notes.map((row) => ({ row: fileRow(table, row), text: rowText(table, row) })),
  });
}

function filledColumns(table: RawTable, row: number): readonly number[] {
  return table.columns.flatMap((_, column) =>
    tagAt(table, row, column) !== EMPTY && cellText(table, row, column) !== '' ? [column] : [],
  );
}

function isBlank(table: RawTable, row: number): boolean {
  return filledColumns(table, row).length === 0;
}

/** True for a cell that is more than words: a number, a date, yes or no, an error. */
export function isTypedCell(table: RawTable, row: number, column: number): boolean {
  const tag = tagAt(table, row, column);
  if (tag === EMPTY) return false;
  if (tag !== TEXT) return true;
  const text = cellText(table, row, column);
  return text !== '' && (numberShape(text) !== null || dateShape(text) !== null);
}

function hasTypedCell(table: RawTable, row: number): boolean {
  return table.columns.some((_, column) => isTypedCell(table, row, column));
}

function isNote(table: RawTable, row: number, named: number): boolean {
  const filled = filledColumns(table, row);
  if (filled.length > 1 && filled.length * 2 >= named) return false;
  return filled.every((column) => {
    const label = rowLabel(cellText(table, row, column));
    return !isTypedCell(table, row, column) && (label === null || label === 'footer');
  });
}
