import { fileRow, tagAt } from '../cells.ts';
import { BLOCK_ROWS, EMPTY, type RawTable } from '../raw-table.ts';
import { rowText } from '../find-header.ts';
import { cutTable, rowsBetween } from './cut-table.ts';
import { headsTable, isTransposed } from './table-starts.ts';
import { withLayout } from './table-layout.ts';
import { tryHeader } from './try-header.ts';

/** Tables beside tables below tables: deeper than this nobody lays out a sheet. */
const DEEPEST = 3;
const MOST_TABLES = 50;
/** A header stands among the first rows. */
const HEAD_ROWS = 60;

/**
 * The tables of one sheet: side by side with blank columns between and a header each, or below each other with blank rows
 * between and a new header. A sheet with one table is given back as it is. A small table turned on its side (names down the
 * first column) is left out with the notice `transposed-table`.
 */
export function splitTables(sheet: RawTable): readonly RawTable[] {
  const all = sheet.columns.map((_, column) => column);
  const rows = filledRows(sheet, rowsBetween(0, sheet.rows - 1), all);
  const pieces = splitPiece(sheet, { rows, columns: all }, 0);
  const tables = pieces.filter(({ turned }) => turned !== true);
  const turned = pieces.filter((piece) => piece.turned === true);
  if (pieces.length < 2 || tables.length === 0 || tables.length > MOST_TABLES) return [sheet];
  const cut = tables.map((piece) => cutTable(sheet, piece.rows, piece.columns));
  const [first, ...others] = cut;
  if (first === undefined) return [sheet];
  return [turned.reduce((table, piece) => leaveOut(sheet, table, piece.rows), first), ...others];
}

/** A table on its side is skipped, row by row, on the receipt of the sheet's first table. */
function leaveOut(sheet: RawTable, table: RawTable, rows: Int32Array): RawTable {
  const skippedRows = [...rows].map((row) => ({ row: fileRow(sheet, row), text: rowText(sheet, row) }));
  const notices = [{ code: 'transposed-table', details: { row: fileRow(sheet, rows[0] ?? 0) } }];
  return withLayout(table, { rows: { skipped: rows.length }, skippedRows, notices });
}

interface Piece {
  /** Rows of the sheet with something in these columns. */
  readonly rows: Int32Array;
  readonly columns: readonly number[];
  readonly turned?: boolean;
}

function splitPiece(sheet: RawTable, piece: Piece, depth: number): readonly Piece[] {
  if (depth > DEEPEST) return [piece];
  const beside = splitColumns(sheet, piece);
  if (beside.length > 1) return beside.flatMap((part) => splitPiece(sheet, part, depth + 1));
  const below = splitRows(sheet, piece);
  if (below.length < 2) return below;
  return below.flatMap((part) => (part.turned === true ? [part] : splitPiece(sheet, part, depth + 1)));
}

/** Groups of columns with blank ones between, each with a header of its own; else the piece whole. */
function splitColumns(sheet: RawTable, piece: Piece): readonly Piece[] {
  const groups: number[][] = [];
  let gap = 0;
  const gaps: number[] = [];
  for (const column of piece.columns) {
    if (!isFilled(sheet, piece.rows, column)) {
      gap++;
      continue;
    }
    const group = groups.at(-1);
    if (group === undefined || gap > 0) {
      if (group !== undefined) gaps.push(gap);
      groups.push([column]);
    } else group.push(column);
    gap = 0;
  }
  if (groups.length < 2) return [piece];
  let joined: { readonly columns: readonly number[]; readonly rows: Int32Array }[] = [];
  groups.forEach((columns, at) => {
    const before = joined.at(-1);
    const part = { columns, rows: filledRows(sheet, piece.rows, columns) };
    if (before === undefined || standsAlone(sheet, before, part, gaps[at - 1] ?? 0)) {
      joined.push(part);
      return;
    }
    const first = before.columns[0] ?? 0;
    const together = piece.columns.filter((column) => column >= first && column <= (columns.at(-1) ?? first));
    joined = [...joined.slice(0, -1), { columns: together, rows: filledRows(sheet, piece.rows, together) }];
  });
  return joined.length < 2 ? [piece] : joined;
}

/**
 * True when a group of columns is a table beside the one before it. One blank column between parts that begin in the same row
 * is a column nobody filled in, unless names come again or the second part is whole and ends earlier.
 */
function standsAlone(sheet: RawTable, before: Piece, part: Piece, gap: number): boolean {
  if (before.columns.length < 2 || part.columns.length < 2) return false;
  const [a, b] = [before, part].map((each) => tryHeader(cutTable(sheet, each.rows.slice(0, HEAD_ROWS), each.columns)));
  if (a == null || b == null || part.rows.length - b.bottom < 2) return false;
  if (gap > 1) return true;
  const names = new Set(a.names.map((name) => name.toLowerCase()));
  const comesAgain = b.names.some((name, index) => b.named[index] === true && names.has(name.toLowerCase()));
  const [top, bottom] = [fileRow(sheet, part.rows[0] ?? 0), fileRow(sheet, part.rows.at(-1) ?? 0)];
  const isWhole = bottom - top + 1 === part.rows.length;
  const endsEarlier = isWhole && (part.rows.at(-1) ?? 0) < (before.rows.at(-1) ?? 0);
  return comesAgain || before.rows[0] !== part.rows[0] || endsEarlier;
}

/** Parts below each other: cut where, after a blank row, a new table begins. */
function splitRows(sheet: RawTable, piece: Piece): readonly Piece[] {
  const { rows, columns } = piece;
  const starts = blockStarts(sheet, rows);
  const parts: Piece[] = [];
  let from = 0;
  starts.forEach((start, at) => {
    const end = starts[at + 1] ?? rows.length;
    const block = cutTable(sheet, rows.slice(start, Math.min(end, start + HEAD_ROWS)), columns);
    const mayTurn = end - start < HEAD_ROWS;
    if (!mayTurn && !headsTable(block)) return;
    const above = headOf(sheet, rows.slice(from, Math.min(start, from + HEAD_ROWS)), columns);
    const turned = mayTurn && isTransposed(block, above);
    if (!turned && (above === null || !headsTable(block))) return;
    if (start > from) parts.push({ rows: rows.slice(from, start), columns });
    from = turned ? end : start;
    if (turned) parts.push({ rows: rows.slice(start, end), columns, turned });
  });
  if (from < rows.length) parts.push({ rows: rows.slice(from), columns });
  return parts.length < 2 ? [piece] : parts;
}

/** The names of what is a table already, or null. */
function headOf(sheet: RawTable, rows: Int32Array, columns: readonly number[]): readonly string[] | null {
  if (rows.length < 2) return null;
  const header = tryHeader(cutTable(sheet, rows, columns));
  return header === null || header.bottom + 1 >= rows.length ? null : header.names;
}

/** Places in `rows` that follow a blank row. */
function blockStarts(sheet: RawTable, rows: Int32Array): readonly number[] {
  const starts: number[] = [];
  if (sheet.fileRows === null && rows.length === sheet.rows) return starts;
  for (let i = 1; i < rows.length; i++) {
    if (fileRow(sheet, rows[i] ?? 0) > fileRow(sheet, rows[i - 1] ?? 0) + 1) starts.push(i);
  }
  return starts.length > 2_000 ? [] : starts;
}

function isFilled(sheet: RawTable, rows: Int32Array, column: number): boolean {
  if (sheet.columns[column]?.blocks.every((block) => block === null) !== false) return false;
  return rows.some((row) => tagAt(sheet, row, column) !== EMPTY);
}

/** The rows with something in these columns. Stops looking at columns once every row has something. */
function filledRows(sheet: RawTable, rows: Int32Array, columns: readonly number[]): Int32Array {
  const mask = new Uint8Array(sheet.rows);
  let left = sheet.rows;
  for (const column of columns) {
    if (left === 0) return rows;
    for (const [at, block] of sheet.columns[column]?.blocks.entries() ?? []) {
      if (block === null) continue;
      const { tags } = block;
      for (let i = 0, row = at * BLOCK_ROWS; i < tags.length; i++, row++) {
        if (tags[i] === EMPTY || mask[row] === 1) continue;
        mask[row] = 1;
        left--;
      }
    }
  }
  return left === 0 ? rows : rows.filter((row) => mask[row] === 1);
}
