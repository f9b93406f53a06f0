import type { SheetCell, TableSheet } from '#engine/grid/table-sheet.ts';
import { tooLarge } from '../file-errors.ts';
import { SharedTexts } from '../rows-out/shared-texts.ts';
import { columnLetters, sharedTextsPart, sheetName, workbookParts } from '../rows-out/xlsx-frame.ts';
import type { ZipWriter } from '../rows-out/zip-writer.ts';
import { stylesPart, styleOf } from './number-styles.ts';
import { sheetRows, type SheetTask } from './sheet-rows.ts';
import { numberText } from './sheet-text.ts';

/** What a sheet of a workbook holds. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const STYLES = 'xl/styles.xml';

/** Name and content of a line of the sheet about the table. */
export type AboutLine = readonly [label: string, text: string];

/**
 * A sheet as the first of a workbook, its headers frozen, and a second one that says what it is of. Gives the number of texts cut
 * off. Throws E_FILE_TOO_LARGE for more rows or columns than a sheet holds.
 */
export async function writeWorkbook(
  zip: ZipWriter,
  sheet: TableSheet,
  titles: { readonly table: string; readonly about: string },
  about: readonly AboutLine[],
  task: SheetTask,
): Promise<number> {
  if (sheet.rowCount > MOST_ROWS) throw tooLarge('rows');
  if (sheet.columnCount > MOST_COLUMNS) throw tooLarge('columns');
  const shared = new SharedTexts();
  const letters = Array.from({ length: sheet.columnCount }, (_, at) => columnLetters(at));
  const rowXml = (cells: readonly SheetCell[], row: number): string =>
    `<row r="${String(row)}">${cells.map((cell, at) => cellXml(cell, `${letters[at] ?? ''}${String(row)}`, shared)).join('')}</row>`;
  const parts = function* (): Generator<string> {
    yield sheetStart(sheet);
    let row = 1;
    for (const rows of sheetRows(sheet, task)) yield rows.map((cells) => rowXml(cells, row++)).join('');
    yield '</sheetData></worksheet>';
  };
  await zip.add('xl/worksheets/sheet1.xml', parts());
  const text = (content: string, bold: boolean): SheetCell => ({ is: 'text', text: content, bold });
  const lines = about.map(([label, content], at) => rowXml([text(label, true), text(content, false)], at + 1));
  await zip.add('xl/worksheets/sheet2.xml', [
    `${XML}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="80" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData></worksheet>`,
  ]);
  await zip.add('xl/sharedStrings.xml', sharedTextsPart(shared.texts));
  const first = sheetName(titles.table, 1);
  const second = sheetName(titles.about, 1);
  for (const [name, xml] of workbookParts([first, second === first ? sheetName(titles.about, 2) : second]))
    await zip.add(name, [name === STYLES ? stylesPart() : xml]);
  return shared.cut;
}

function cellXml(cell: SheetCell, at: string, shared: SharedTexts): string {
  if (cell === null) return '';
  if (cell.is === 'number')
    return `<c r="${at}" s="${String(styleOf(cell.unit, cell.bold))}"><v>${numberText(cell.value)}</v></c>`;
  if (shared.isTooLong(cell.text)) shared.cut++;
  return `<c r="${at}" s="${String(styleOf(null, cell.bold))}" t="s"><v>${String(shared.number(cell.text))}</v></c>`;
}

function sheetStart({ headerRows, headerColumns, columnCount }: TableSheet): string {
  const corner = `${columnLetters(headerColumns)}${String(headerRows + 1)}`;
  const pane = `<pane xSplit="${String(headerColumns)}" ySplit="${String(headerRows)}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`;
  const widths = [
    `<col min="1" max="${String(headerColumns)}" width="26" customWidth="1"/>`,
    ...(columnCount > headerColumns
      ? [`<col min="${String(headerColumns + 1)}" max="${String(columnCount)}" width="15" customWidth="1"/>`]
      : []),
  ];
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
}
