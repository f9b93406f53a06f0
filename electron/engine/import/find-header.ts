import { AppError } from '#shared/errors.ts';
import { ownHeaderRow } from '../own-export/read-own-header.ts';
import { cellText, fileRow, tagAt, valueAt } from './cells.ts';
import { dateShape } from './date-readings.ts';
import { headerWords, nameHeaders } from './header-words.ts';
import { numberShape } from './number-readings.ts';
import { DOT, EMPTY, TEXT, type RawTable } from './raw-table.ts';

/** Where a table's header stands, 0-based rows of the table. */
export interface TableHeader {
  /** First header row; with a group row above the names, that row. */
  readonly top: number;
  /** Last header row: data begins below. */
  readonly bottom: number;
  /** A name per column of the table, unique. */
  readonly names: readonly string[];
  /** False for a column without a header text. */
  readonly named: readonly boolean[];
}

const SEARCHED_ROWS = 200;
/** Whole numbers up to here may be a header: years, months, weeks. */
const LARGEST_HEADER_NUMBER = 2100;

/**
 * Finds the header: the first row of distinct texts right above typed cells, or of at least two known column names.
 * Rows above are titles. A row of group names joined to it by merged cells is part of it. `headerRow` (1-based row of the
 * file) is the user's word. Fails with E_NO_ROWS for an empty table, E_NO_HEADER when no row can be a header.
 */
export function findHeader(
  table: RawTable,
  headerRow: number | undefined,
  isKnown: (words: string) => boolean,
): TableHeader {
  const rows = filledRows(table);
  if (rows.length === 0) throw new AppError('E_NO_ROWS', 'The file has no rows.');
  const chosen =
    headerRow === undefined ? (ownHeaderRow(table) ?? guessRow(table, rows, isKnown)) : rowOfFile(table, headerRow);
  if (chosen === null) throw new AppError('E_NO_HEADER', 'No row of column names was found.');
  const { top, bottom } = headerRow === undefined ? joinGroups(table, chosen) : { top: chosen, bottom: chosen };
  const texts = table.columns.map((_, column) => joinedText(table, top, bottom, column).replace(/\s+/g, ' '));
  return { top, bottom, names: nameHeaders(texts), named: texts.map((text) => text !== '') };
}

function filledRows(table: RawTable): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < table.rows && rows.length < SEARCHED_ROWS; row++) {
    if (table.columns.some((_, column) => tagAt(table, row, column) !== EMPTY && cellText(table, row, column) !== '')) {
      rows.push(row);
    }
  }
  return rows;
}

function rowOfFile(table: RawTable, headerRow: number): number | null {
  if (table.fileRows === null) return headerRow <= table.rows ? headerRow - 1 : null;
  const row = table.fileRows.indexOf(headerRow);
  return row < 0 ? null : row;
}

function isTyped(table: RawTable, row: number, column: number): boolean {
  const tag = tagAt(table, row, column);
  if (tag === EMPTY) return false;
  if (tag !== TEXT) return true;
  const text = cellText(table, row, column);
  return numberShape(text) !== null || dateShape(text) !== null;
}

/** Columns whose cell can be a column name in a row, or null when a cell of the row cannot. */
function nameColumns(table: RawTable, row: number): readonly number[] | null {
  const columns: number[] = [];
  const words = new Set<string>();
  let texts = 0;
  for (let column = 0; column < table.columns.length; column++) {
    const text = headerText(table, row, column);
    if (text === '') continue;
    const tag = tagAt(table, row, column);
    if (tag === DOT && Math.abs(valueAt(table, row, column)) <= LARGEST_HEADER_NUMBER) columns.push(column);
    else if (tag !== EMPTY && isTyped(table, row, column)) return null;
    else {
      columns.push(column);
      if (tag === EMPTY) continue;
      words.add(text.toLowerCase());
      texts++;
    }
  }
  return texts > 0 && texts * 3 >= columns.length && words.size * 10 >= texts * 7 ? columns : null;
}

function guessRow(table: RawTable, rows: readonly number[], isKnown: (words: string) => boolean): number | null {
  const single = table.columns.filter((column) => column.blocks.some((block) => block !== null)).length === 1;
  let fallback: number | null = null;
  for (const [at, row] of rows.entries()) {
    const columns = nameColumns(table, row);
    if (columns === null || (columns.length < 2 && !single)) continue;
    const known = columns.filter((column) => isKnown(headerWords(headerText(table, row, column)))).length;
    if (known >= 2 && known * 3 >= columns.length) return row;
    const next = rows[at + 1];
    if (next === undefined) continue;
    const below = table.columns.map((_, column) => column).filter((column) => tagAt(table, next, column) !== EMPTY);
    const under = below.filter((column) => columns.includes(column));
    if (under.length * 2 < below.length || below.length * 3 < columns.length) continue;
    if (under.some((column) => !isTyped(table, row, column) && isTyped(table, next, column))) return row;
    const words = [row, next].every((at) => !columns.some((column) => isTyped(table, at, column)));
    if (fallback === null && words && below.length === columns.length && columns.length >= 2) fallback = row;
  }
  return fallback;
}

/** Text of a header cell; a cell inside a merged range has the range's text. */
function headerText(table: RawTable, row: number, column: number): string {
  const own = cellText(table, row, column);
  if (own !== '') return own;
  for (const { top, left, bottom, right } of table.merges) {
    if (row >= top && row <= bottom && column >= left && column <= right) return cellText(table, top, left);
  }
  return '';
}

/** One or two header rows: a neighbour belongs to the header when merged cells tie it to it. */
function joinGroups(table: RawTable, row: number): { readonly top: number; readonly bottom: number } {
  if (row > 0 && needsGroups(table, row) && isTied(table, row - 1, row)) return { top: row - 1, bottom: row };
  const columns = table.columns.map((_, column) => column);
  const namesBelow =
    columns.some((column) => cellText(table, row + 1, column) !== '') &&
    !columns.some((column) => isTyped(table, row + 1, column));
  return namesBelow && isTied(table, row, row + 1) ? { top: row, bottom: row + 1 } : { top: row, bottom: row };
}

/** Names that repeat, or stand in the row above only: the row does not say by itself what its columns are. */
function needsGroups(table: RawTable, row: number): boolean {
  const own = table.columns.map((_, column) => cellText(table, row, column).toLowerCase());
  const names = own.filter((text) => text !== '');
  const blank = own.some((text, column) => text === '' && headerText(table, row, column) !== '');
  return blank || new Set(names).size < names.length;
}

/** A merge spans both rows, or the upper row has merged group names (not one title over everything). */
function isTied(table: RawTable, upper: number, lower: number): boolean {
  const width = table.columns.length;
  const tall = table.merges.some(
    (merge) => merge.top === upper && merge.bottom === lower && merge.left === merge.right,
  );
  const groups = table.merges.filter(
    ({ top, bottom, left, right }) => top === upper && bottom === upper && right > left && right - left + 1 < width,
  );
  const names = table.columns.filter((_, column) => cellText(table, upper, column) !== '').length;
  return tall || (groups.length > 0 && names > 1);
}

function joinedText(table: RawTable, top: number, bottom: number, column: number): string {
  const upper = headerText(table, top, column);
  const lower = headerText(table, bottom, column);
  if (top === bottom || upper === lower || upper === '') return lower;
  return lower === '' ? upper : `${upper} ${lower}`;
}

/** The rows above the header that hold text: titles and notes. At most 20. */
export function titleRows(
  table: RawTable,
  header: TableHeader,
): readonly { readonly row: number; readonly text: string }[] {
  const titles: { row: number; text: string }[] = [];
  for (let row = 0; row < header.top && titles.length < 20; row++) {
    const text = rowText(table, row);
    if (text !== '') titles.push({ row: fileRow(table, row), text });
  }
  return titles;
}

/** The filled cells of a row, separated by ` · `. */
export function rowText(table: RawTable, row: number): string {
  return table.columns
    .map((_, column) => cellText(table, row, column))
    .filter((text) => text !== '')
    .join(' · ');
}
