import { cellText, tagAt, valueAt } from '../cells.ts';
import { rowText, titleRows, type TableHeader } from '../find-header.ts';
import { isExactExport } from '../presets/recognise-preset.ts';
import { DOT, TEXT, type RawColumn, type RawTable } from '../raw-table.ts';
import { rowLabel } from '../total-labels.ts';
import { columnCells, columnOf, cutTable } from './cut-table.ts';
import { findMonthHeader } from './month-header.ts';
import { sectionName } from './section-name.ts';
import { withLayout } from './table-layout.ts';
import { tryHeader } from './try-header.ts';

/** What a leading column says about the rows: its own value, a name for the rows below it, or a total that ends them. */
const BLANK = 0;
const NAME = 1;
const TOTAL = 2;
/** A name alone on its row: a section row. */
const SECTION = 3;

/** Group columns stand to the left of the columns that every row fills. */
const MOST_GROUP_COLUMNS = 4;
/** Rows that show whether a look at all of them is worth while. */
const LOOKED_AT = 5_000;

/**
 * Group names that a report writes once are written on every row they stand for: merged cells (the region in the first row of
 * its block only) and section rows (a customer alone on a row, its invoices below, `Total for …` after them). Totals stay rows
 * and end their group; section rows count as skipped. Notices: `filled-down` {column, rows}, `section-rows` {column, rows}.
 * Example: `Central`, blank, blank, `Delsumma Central` becomes Central three times and the total.
 */
export function fillDown(table: RawTable, title: string, headerRow?: number): RawTable {
  const header = dataHeader(table, title, headerRow);
  if (header === null || isExactExport(header)) return table;
  let [filled, isBesideRows] = [table, false];
  for (let column = 0; column < Math.min(table.columns.length, MOST_GROUP_COLUMNS); column++) {
    const marks = marksOf(filled, header.bottom + 1, column);
    if (marks === null) {
      isBesideRows ||= cellText(filled, header.bottom + 1, column) !== '';
      continue;
    }
    if (marks.includes(SECTION))
      return isSections(filled, header, column, marks) ? withSections(filled, header, column, marks) : filled;
    if (!isGroups(filled, header, column, marks, isBesideRows)) return filled;
    filled = withGroups(filled, header, column, marks);
  }
  return filled;
}

type Bounds = Pick<TableHeader, 'top' | 'bottom' | 'names' | 'named'>;

function dataHeader(table: RawTable, title: string, headerRow: number | undefined): Bounds | null {
  const months = headerRow === undefined ? findMonthHeader(table, title) : null;
  if (months === null) return tryHeader(table, headerRow);
  const names = table.columns.map((_, column) => cellText(table, months.row, column));
  return { top: months.top, bottom: months.row, names, named: names.map((name) => name !== '') };
}

/** Marks of the rows from `from` on, or null for a column that is full, or whose first rows show that it names no groups. */
function marksOf(table: RawTable, from: number, column: number): Uint8Array | null {
  const first = readMarks(table, from, column, Math.min(table.rows, from + LOOKED_AT));
  if (first[0] !== NAME && first[0] !== SECTION) return null;
  if (table.rows > from + LOOKED_AT && first.every((mark) => mark !== BLANK)) return null;
  const marks = table.rows > from + LOOKED_AT ? readMarks(table, from, column, table.rows) : first;
  return marks.includes(BLANK) ? marks : null;
}

function readMarks(table: RawTable, from: number, column: number, to: number): Uint8Array {
  const marks = new Uint8Array(Math.max(0, to - from));
  for (let row = from; row < to; row++) {
    const text = cellText(table, row, column);
    if (text === '') continue;
    if (rowLabel(text) !== null) marks[row - from] = TOTAL;
    else marks[row - from] = othersFilled(table, row, column, 1) === 0 ? SECTION : NAME;
  }
  return marks;
}

/** Filled cells beside a column's, counted up to `enough`. */
function othersFilled(table: RawTable, row: number, column: number, enough: number): number {
  let count = 0;
  for (let other = 0; other < table.columns.length && count < enough; other++) {
    if (other !== column && cellText(table, row, other) !== '') count++;
  }
  return count;
}

/**
 * Merged cells, or names that come once each over blank rows that have data: at least two groups, more blanks than names. Right of a
 * column that every row fills only merged cells are groups: the blanks of a date of cancellation are blanks.
 */
function isGroups(
  table: RawTable,
  { bottom, named }: Bounds,
  column: number,
  marks: Uint8Array,
  isBesideRows: boolean,
): boolean {
  if (named[column] !== true || marks[0] !== NAME) return false;
  const isMerged = table.merges.some(
    (merge) => merge.left === column && merge.right === column && merge.bottom > merge.top && merge.bottom > bottom,
  );
  if (isBesideRows && !isMerged) return false;
  const names = new Set<string>();
  let [written, blank] = [0, 0];
  for (const [at, mark] of marks.entries()) {
    const row = bottom + 1 + at;
    if (mark === BLANK && othersFilled(table, row, column, 1) > 0) blank++;
    if (mark !== NAME) continue;
    if (tagAt(table, row, column) > TEXT && tagAt(table, row, column) !== DOT) return false;
    written++;
    names.add(
      column === 0 ? cellText(table, row, column) : `${groupAbove(table, row, column)}|${cellText(table, row, column)}`,
    );
    if (!isMerged && names.size < written) return false;
  }
  return isMerged ? blank > 0 : written > 1 && blank >= written;
}

/** The groups to the left are filled down already. */
function groupAbove(table: RawTable, row: number, column: number): string {
  return Array.from({ length: column }, (_, left) => cellText(table, row, left)).join('|');
}

/** Section rows only (no data beside a name), data below them, before the first section none. */
function isSections(table: RawTable, { bottom }: Bounds, column: number, marks: Uint8Array): boolean {
  if (marks.includes(NAME)) return false;
  let [sections, data] = [0, 0];
  for (const [at, mark] of marks.entries()) {
    if (mark === SECTION) sections++;
    else if (mark === BLANK && othersFilled(table, bottom + 1 + at, column, 2) > 1) {
      if (sections === 0) return false;
      data++;
    }
  }
  return data >= sections;
}

/** Writes each name on the blank rows below it, until the next name or its total. Returns how many rows got one. */
function spread(
  table: RawTable,
  from: number,
  column: number,
  marks: Uint8Array,
): { readonly column: RawColumn; readonly rows: number } {
  const { tags, values } = columnCells(table, column);
  /** Rows of the names that are open: sections may stand in sections. */
  let open: readonly number[] = [];
  let rows = 0;
  for (const [at, mark] of marks.entries()) {
    const row = from + at;
    const source = open.at(-1) ?? -1;
    if (mark === TOTAL) open = afterTotal(table, open, row, column);
    else if (mark === SECTION) open = [...open, row];
    else if (mark !== BLANK) open = [row];
    else if (source >= 0 && othersFilled(table, row, column, 1) > 0) {
      tags[row] = tagAt(table, source, column);
      values[row] = valueAt(table, source, column);
      rows++;
    }
  }
  return { column: columnOf(tags, values, table.columns[column]?.texts ?? []), rows };
}

/** A total ends the section it names, and what is open around it goes on; any other total ends all. */
function afterTotal(table: RawTable, open: readonly number[], row: number, column: number): readonly number[] {
  const text = cellText(table, row, column).toLowerCase();
  const ended = open.findLastIndex((name) => text.endsWith(cellText(table, name, column).toLowerCase()));
  return open.slice(0, Math.max(0, ended));
}

function withGroups(table: RawTable, header: Bounds, column: number, marks: Uint8Array): RawTable {
  const filled = spread(table, header.bottom + 1, column, marks);
  const columns = table.columns.with(column, filled.column);
  const details = { column: header.names[column] ?? '', rows: filled.rows };
  return withLayout({ ...table, columns }, { notices: [{ code: 'filled-down', details }] });
}

function withSections(table: RawTable, header: Bounds, column: number, marks: Uint8Array): RawTable {
  const from = header.bottom + 1;
  const filled = spread(table, from, column, marks);
  const titles = titleRows(table, { ...header }).map(({ text }) => text);
  const name =
    header.named[column] === true
      ? (header.names[column] ?? '')
      : sectionName(titles.join(' '), rowText(table, header.bottom));
  const kept = Int32Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => row < from || marks[row - from] !== SECTION,
  );
  const columns = table.columns.with(
    column,
    header.named[column] === true ? filled.column : named(filled.column, table, header.bottom, name),
  );
  const all = table.columns.map((_, index) => index);
  const rows = table.rows - kept.length;
  return withLayout(cutTable({ ...table, columns }, kept, all), {
    rows: { skipped: rows },
    notices: [{ code: 'section-rows', details: { column: name, rows } }],
  });
}

/** A column with a name in its header row. */
function named(column: RawColumn, table: RawTable, row: number, name: string): RawColumn {
  const { tags, values } = columnCells({ ...table, columns: [column] }, 0);
  tags[row] = TEXT;
  values[row] = column.texts.length;
  return columnOf(tags, values, [...column.texts, name]);
}
