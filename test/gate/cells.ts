import { BOOLEAN, DATE, DOT, EMPTY, ERROR, NO_CACHED_VALUE, TEXT, type RawTable } from '#engine/import/raw-table.ts';
import { cellOf, cellText } from '../fixtures/table-cells.ts';

/**
 * What a sheet or text holds, by place (`5,2` is the third cell of file row 5): `"text`, `=1.5` for a number at 15 digits,
 * `@44927` for a date, `!TRUE`, `#REF!`. Empty cells, empty texts and formulas without a value have no entry.
 */
export type Cells = ReadonlyMap<string, string>;

export const placeOf = (row: number, column: number): string => `${row},${column}`;
export const numberCell = (value: number): string => `=${Number(value.toPrecision(15))}`;

/** Every cell of a workbook's table. A number with too many digits for a cell is kept as text: it is compared as a number. */
export function workbookCells(table: RawTable): Cells {
  const cells = new Map<string, string>();
  forEachCell(table, (place, row, column, tag) => {
    const text = cellText(table, row, column);
    if (tag === TEXT && text !== '') cells.set(place, `"${text}`);
    else if (tag === BOOLEAN) cells.set(place, `!${text}`);
    else if (tag === ERROR) cells.set(place, `#${text}`);
    else if (tag === DATE) cells.set(place, `@${cellOf(table, row, column).value}`);
    else if (tag >= DOT) cells.set(place, numberCell(Number(text)));
  });
  return cells;
}

/** Every cell of a text, letter for letter. */
export function textCells(table: RawTable): Cells {
  const cells = new Map<string, string>();
  forEachCell(table, (place, row, column) => {
    const text = cellText(table, row, column);
    if (text !== '') cells.set(place, text);
  });
  return cells;
}

function forEachCell(table: RawTable, visit: (place: string, row: number, column: number, tag: number) => void): void {
  for (let row = 0; row < table.rows; row++) {
    const fileRow = table.fileRows === null ? row + 1 : (table.fileRows[row] ?? 0);
    for (let column = 0; column < table.columns.length; column++) {
      const { tag } = cellOf(table, row, column);
      if (tag !== EMPTY && tag !== NO_CACHED_VALUE) visit(placeOf(fileRow, column), row, column, tag);
    }
  }
}

/** The first place where two differ, with both sides; null when they are the same. */
export function difference(ours: Cells, theirs: Cells): string | null {
  for (const [place, cell] of theirs) {
    const own = ours.get(place) ?? '(nothing)';
    if (own !== cell && !isSame(own, cell)) return `${place}: ${shown(own)}, not ${shown(cell)}`;
  }
  for (const [place, cell] of ours) if (!theirs.has(place)) return `${place}: ${shown(cell)}, not (nothing)`;
  return null;
}

/** The second reader has errors as texts, and numbers where ours keeps the digits. */
function isSame(own: string, cell: string): boolean {
  if (own.startsWith('#')) return cell === `"${own.slice(1)}`;
  return cell.startsWith('=') && own.startsWith('"') && numberCell(Number(own.slice(1))) === cell;
}

const shown = (cell: string): string => (cell.length > 60 ? `${cell.slice(0, 60)}… (${cell.length})` : cell);
