import { columnLetters } from '../rows-out/xlsx-frame.ts';
import type { SheetCells } from '../grid-out/sheet-cells.ts';
import type { SheetRow } from './block-rows.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NARROWEST = 9;
const WIDEST = 60;
/** What words over the whole width have at least. */
const LEAST_TEXT = 90;
const LINE = 15;
/** The highest row of a sheet, in points. */
const HIGHEST = 405;
const CHUNK = 500;

/** A sheet of rows, some at a time: `rows` is asked twice, first for how wide its columns are. `check` throws what ends the work. */
export function* sheetPart(rows: () => Iterable<SheetRow>, cells: SheetCells, check: () => void): Generator<string> {
  const widths = columnWidths(rows());
  const across = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map(
    (width, at) => `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(width)}" customWidth="1"/>`,
  );
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  const merged: string[] = [];
  let number = 0;
  let some = '';
  for (const row of rows()) {
    number++;
    if (row.over === true && widths.length > 1)
      merged.push(`<mergeCell ref="A${String(number)}:${columnLetters(widths.length - 1)}${String(number)}"/>`);
    some += cells.row(row.cells, number, row.over === true ? heightOf(row, across) : null);
    if (number % CHUNK !== 0) continue;
    check();
    yield some;
    some = '';
  }
  const merges =
    merged.length === 0 ? '' : `<mergeCells count="${String(merged.length)}">${merged.join('')}</mergeCells>`;
  yield `${some}</sheetData>${merges}<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function columnWidths(rows: Iterable<SheetRow>): number[] {
  const widths: number[] = [];
  for (const { cells, over } of rows) {
    if (over === true) continue;
    cells.forEach((cell, at) => {
      const wanted =
        cell === null ? 0 : typeof cell.value === 'number' ? numberWidth(cell.value) : cell.value.length + 2;
      widths[at] = Math.min(WIDEST, Math.max(NARROWEST, widths[at] ?? 0, Math.ceil(wanted)));
    });
  }
  if (widths.length === 0) widths.push(LEAST_TEXT);
  const missing = LEAST_TEXT - widths.reduce((sum, width) => sum + width, 0);
  // Words need room too: in columns of their own, so that those of numbers stay as wide as their numbers.
  if (missing > 0) widths.push(...Array.from({ length: Math.ceil(missing / 12) }, () => 12));
  return widths;
}

/** Its digits with their separators, two decimals and a sign. */
const numberWidth = (value: number): number => Math.trunc(Math.abs(value)).toString().length * 1.35 + 5;

function heightOf({ cells: [first] }: SheetRow, across: number): number | null {
  if (first === null || first === undefined || typeof first.value === 'number') return null;
  const scale = first.look.font === 'large' ? 1.35 : 1;
  const lines = first.value
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * scale) / across)), 0);
  return Math.min(HIGHEST, Math.round(lines * LINE * scale + 2));
}
