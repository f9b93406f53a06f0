import { cellText } from '../cells.ts';
import { isKnownHeader } from '../header-matches.ts';
import { headerWords } from '../header-words.ts';
import type { RawTable } from '../raw-table.ts';
import { rowLabel } from '../total-labels.ts';
import { isTypedCell } from './trim-notes.ts';

/** Titles above a header inside a sheet are few. */
const MOST_TITLES = 3;

function filled(table: RawTable, row: number): readonly number[] {
  return table.columns.flatMap((_, column) => (cellText(table, row, column) === '' ? [] : [column]));
}

/**
 * True when a block of rows begins a new table: after at most three title rows a row of at least two distinct names, over a
 * row that fills the same columns and holds more than words. A data row after a blank one holds numbers, so it is no header.
 */
export function headsTable(block: RawTable): boolean {
  for (let row = 0; row <= MOST_TITLES && row + 1 < block.rows; row++) {
    const names = filled(block, row);
    if (names.some((column) => isTypedCell(block, row, column))) return false;
    if (names.length < 2) continue;
    const texts = names.map((column) => cellText(block, row, column).toLowerCase());
    if (new Set(texts).size < texts.length || texts.some((text) => rowLabel(text) !== null)) return false;
    const below = filled(block, row + 1);
    const covered = below.filter((column) => names.includes(column)).length;
    return (
      covered * 5 >= below.length * 4 &&
      covered * 2 >= names.length &&
      below.some((column) => isTypedCell(block, row + 1, column))
    );
  }
  return false;
}

/**
 * True for a table on its side: two to ten rows, each beginning in the same column with the name of a column (a known one, or
 * one of the table above, `above`) and at least two values after it.
 */
export function isTransposed(block: RawTable, above: readonly string[] | null): boolean {
  if (block.rows < 2 || block.rows > 10) return false;
  const known = new Set(above?.map((name) => headerWords(name)));
  const first = filled(block, 0)[0];
  let names = 0;
  for (let row = 0; row < block.rows; row++) {
    const columns = filled(block, row);
    const text = cellText(block, row, first ?? -1);
    if (columns[0] !== first || columns.length < 3 || isTypedCell(block, row, first ?? -1)) return false;
    if (rowLabel(text) !== null) return false;
    const words = headerWords(text);
    if (known.has(words) || isKnownHeader(words)) names++;
  }
  const someTyped = filled(block, 0).some((column) => isTypedCell(block, 0, column));
  return names === block.rows && (someTyped || !headsTable(block));
}
