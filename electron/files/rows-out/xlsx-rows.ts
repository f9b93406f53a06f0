import type { ExportTable } from '#engine/own-export/export-table.ts';
import { rowChunks, type WriteTask } from './row-chunks.ts';
import { SharedTexts } from './shared-texts.ts';
import { headerRow, xlsxCell, type XlsxCell } from './xlsx-cells.ts';
import { sharedTextsPart, sheetEnd, sheetName, sheetStart, workbookParts } from './xlsx-frame.ts';
import type { ZipWriter } from './zip-writer.ts';

/** Rows of a sheet, the header's among them. */
const MOST_ROWS = 1_048_576;

/**
 * Rows as the parts of a workbook: numbers and dates as such, texts as texts, further sheets where `mostRows` is reached.
 * Gives the number of cells whose text a workbook cannot hold whole.
 */
export async function writeXlsxRows(
  zip: ZipWriter,
  table: ExportTable,
  title: string,
  task: WriteTask,
  mostRows = MOST_ROWS,
): Promise<number> {
  const shared = new SharedTexts();
  const cells = table.columns.map(({ values }, column) => xlsxCell(values, column, shared));
  const sheets: string[] = [];
  let from = 0;
  const perSheet = mostRows - 1;
  const rowsOfSheet = function* (positions: Int32Array, done: number): Generator<string> {
    yield sheetStart(table.columns) + headerRow(table.columns.map(({ header }) => header));
    let row = 2;
    const told = {
      progress: (rows: number) => task.progress(done + rows, table.positions.length),
      cancelled: () => task.cancelled(),
    };
    for (const chunk of rowChunks(positions, told)) {
      yield rowsXml(cells, chunk, row);
      row += chunk.length;
    }
    yield sheetEnd(table.columns.length, row - 1);
  };
  do {
    sheets.push(sheetName(title, sheets.length + 1));
    const positions = table.positions.subarray(from, from + perSheet);
    await zip.add(`xl/worksheets/sheet${String(sheets.length)}.xml`, rowsOfSheet(positions, from));
    from += perSheet;
  } while (from < table.positions.length);
  await zip.add('xl/sharedStrings.xml', sharedTextsPart(shared.texts));
  for (const [name, xml] of workbookParts(sheets)) await zip.add(name, [xml]);
  return shared.cut;
}

function rowsXml(cells: readonly XlsxCell[], positions: Int32Array, first: number): string {
  let xml = '';
  for (let i = 0; i < positions.length; i++) {
    const row = first + i;
    xml += `<row r="${String(row)}">`;
    for (const cell of cells) xml += cell(positions[i] ?? 0, row);
    xml += '</row>';
  }
  return xml;
}
