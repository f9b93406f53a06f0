import type { SheetCell, TableSheet } from '#engine/grid/table-sheet.ts';
import { tooLarge } from '../file-errors.ts';
import { SharedTexts } from '../rows-out/shared-texts.ts';
import { columnLetters, sharedTextsPart, sheetName, workbookParts } from '../rows-out/xlsx-frame.ts';
import type { ZipWriter } from '../rows-out/zip-writer.ts';
import { BOLD, CellStyles, TEXT, unitLook } from './cell-styles.ts';
import { SheetCells, type LookedCell } from './sheet-cells.ts';
import { sheetRows, type SheetTask } from './sheet-rows.ts';

/** What a sheet of a workbook holds. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

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
  const styles = new CellStyles();
  const xml = new SheetCells(shared, styles);
  const parts = function* (): Generator<string> {
    yield sheetStart(sheet);
    let row = 1;
    for (const rows of sheetRows(sheet, task)) yield rows.map((cells) => xml.row(cells.map(looked), row++)).join('');
    yield '</sheetData></worksheet>';
  };
  await zip.add('xl/worksheets/sheet1.xml', parts());
  const lines = about.map(([label, content], at) =>
    xml.row(
      [
        { value: label, look: BOLD },
        { value: content, look: TEXT },
      ],
      at + 1,
    ),
  );
  await zip.add('xl/worksheets/sheet2.xml', [
    `${XML}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="80" customWidth="1"/></cols><sheetData>${lines.join('')}</sheetData></worksheet>`,
  ]);
  await zip.add('xl/sharedStrings.xml', sharedTextsPart(shared.texts));
  const first = sheetName(titles.table, 1);
  const second = sheetName(titles.about, 1);
  const names = [first, second === first ? sheetName(titles.about, 2) : second];
  for (const [name, part] of workbookParts(names, styles.part())) await zip.add(name, [part]);
  return shared.cut;
}

function looked(cell: SheetCell): LookedCell | null {
  if (cell === null) return null;
  if (cell.is === 'text') return { value: cell.text, look: cell.bold ? BOLD : TEXT };
  return { value: cell.value, look: unitLook(cell.unit, cell.bold) };
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
