import { open, rm } from 'node:fs/promises';
import type { TableSheet } from '#engine/grid/table-sheet.ts';
import { ZipWriter } from '../rows-out/zip-writer.ts';
import type { SheetTask } from './sheet-rows.ts';
import { sheetText, type TextStyle } from './sheet-text.ts';
import { writeWorkbook, type AboutLine } from './sheet-workbook.ts';

export type SheetFile =
  | { readonly format: 'csv'; readonly style: TextStyle }
  | {
      readonly format: 'xlsx';
      readonly titles: { readonly table: string; readonly about: string };
      readonly about: readonly AboutLine[];
    };

/** Writes a sheet to a new file at `path`, which is gone again when the writing stops half way. Throws E_CANCELLED, E_FILE_TOO_LARGE. */
export async function writeSheetFile(path: string, sheet: TableSheet, how: SheetFile, task: SheetTask): Promise<void> {
  try {
    await using file = await open(path, 'wx', 0o600);
    if (how.format === 'csv') {
      for (const chunk of sheetText(sheet, how.style, task)) await file.writeFile(chunk);
      return;
    }
    const zip = new ZipWriter(file);
    await writeWorkbook(zip, sheet, how.titles, how.about, task);
    await zip.end();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
