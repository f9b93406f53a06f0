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
/** Lines are broken before they are full. */
const ROOM = 1.1;

/** What a sheet's rows ask for before they are written. */
export interface SheetLayout {
  /** In letters. */
  readonly widths: readonly number[];
  /** The header of the one long table: it stays in sight and is printed on every page. */
  readonly header: number | null;
}

const LONG = 20;
/** Rows above a header that stays in sight leave room for others. */
const HIGHEST_HEADER = 8;

export function sheetLayout(rows: Iterable<SheetRow>): SheetLayout {
  const widths: number[] = [];
  const heads: number[] = [];
  let number = 0;
  for (const row of rows) {
    number++;
    if (row.head === true) heads.push(number);
    if (row.over !== true) widen(widths, row);
  }
  const [header = 0, second] = heads;
  const isOne = header > 0 && header <= HIGHEST_HEADER && second === undefined && number - header > LONG;
  return { widths: filledUp(widths), header: isOne ? header : null };
}

const acrossOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** Rows of a sheet that stand on every page it is printed on. */
export const repeatedRows = ({ header }: SheetLayout): string | null =>
  header === null ? null : `$${String(header)}:$${String(header)}`;

/** A sheet of rows, some at a time. `check` throws what ends the work. */
export function* sheetPart(
  rows: Iterable<SheetRow>,
  { widths, header }: SheetLayout,
  cells: SheetCells,
  check: () => void,
): Generator<string> {
  const across = acrossOf(widths);
  const columns = widths.map(
    (width, at) => `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(width)}" customWidth="1"/>`,
  );
  const pane =
    header === null
      ? ''
      : `<pane ySplit="${String(header)}" topLeftCell="A${String(header + 1)}" activePane="bottomLeft" state="frozen"/>`;
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  const merged: string[] = [];
  const last = widths.length - 1;
  let number = 0;
  let some = '';
  for (const row of rows) {
    number++;
    if (row.over === true && last > 0)
      merged.push(`<mergeCell ref="A${String(number)}:${columnLetters(last)}${String(number)}"/>`);
    some += cells.row(row.cells, number, row.over === true ? heightOf(row, across) : wrappedHeight(row, widths));
    if (number % CHUNK !== 0) continue;
    check();
    yield some;
    some = '';
  }
  const merges =
    merged.length === 0 ? '' : `<mergeCells count="${String(merged.length)}">${merged.join('')}</mergeCells>`;
  yield `${some}</sheetData>${merges}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>`;
}

function widen(widths: number[], { cells }: SheetRow): void {
  cells.forEach((cell, at) => {
    const wanted = cell === null ? 0 : typeof cell.value === 'number' ? numberWidth(cell.value) : cell.value.length + 2;
    widths[at] = Math.max(widths[at] ?? NARROWEST, Math.min(WIDEST, Math.ceil(wanted)));
  });
}

/** Words need room too: in columns of their own, so that those of numbers stay as wide as their numbers. */
function filledUp(widths: readonly number[]): readonly number[] {
  if (widths.length === 0) return [LEAST_TEXT];
  const missing = LEAST_TEXT - acrossOf(widths);
  return missing <= 0 ? widths : [...widths, ...Array.from({ length: Math.ceil(missing / 12) }, () => 12)];
}

/** Its digits with their separators, two decimals and a sign. */
const numberWidth = (value: number): number => Math.trunc(Math.abs(value)).toString().length * 1.35 + 5;

/** Of a row with lines broken within its cells; null where one line is enough, as programs have it. */
function wrappedHeight({ cells }: SheetRow, widths: readonly number[]): number | null {
  const lines = cells.reduce((most, cell, at) => {
    if (typeof cell?.value !== 'string' || cell.look.wrapped !== true) return most;
    return Math.max(most, Math.ceil((cell.value.length * ROOM) / (widths[at] ?? WIDEST)));
  }, 1);
  return lines === 1 ? null : Math.min(HIGHEST, lines * LINE + 2);
}

function heightOf({ cells: [first] }: SheetRow, across: number): number | null {
  if (first === null || first === undefined || typeof first.value === 'number') return null;
  const scale = first.look.font === 'large' ? 1.35 : 1;
  const lines = first.value
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * scale) / across)), 0);
  return Math.min(HIGHEST, Math.round(lines * LINE * scale + 2));
}
