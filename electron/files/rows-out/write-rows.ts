import { open, rm } from 'node:fs/promises';
import type { ExportTable } from '#engine/own-export/export-table.ts';
import type { Locale } from '#shared/format.ts';
import { csvRows } from './csv-rows.ts';
import type { WriteTask } from './row-chunks.ts';
import { writeXlsxRows } from './xlsx-rows.ts';
import { ZipWriter } from './zip-writer.ts';

export type RowsFormat = 'csv' | 'xlsx';

export interface RowsFile {
  readonly format: RowsFormat;
  /** Of separated text: its separator and decimal mark. */
  readonly locale: Locale;
  /** Of a workbook's sheets. */
  readonly title: string;
}

/**
 * Writes rows to a new file at `path`, which is gone again when the writing stops half way. Gives the number of texts that were
 * cut off because a workbook's cell holds no more. Throws E_CANCELLED, E_FILE_TOO_LARGE and the system's errors.
 */
export async function writeRows(path: string, table: ExportTable, how: RowsFile, task: WriteTask): Promise<number> {
  try {
    await using file = await open(path, 'wx', 0o600);
    if (how.format === 'csv') {
      for (const chunk of csvRows(table, how.locale, task)) await file.writeFile(chunk);
      return 0;
    }
    const zip = new ZipWriter(file);
    const cut = await writeXlsxRows(zip, table, how.title, task);
    await zip.end();
    return cut;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
