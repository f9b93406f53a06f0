import { open } from 'node:fs/promises';
import type { RawTable } from '#engine/import/raw-table.ts';
import { AppError } from '#shared/errors.ts';
import type { Encoding, ReadingOptions, Separator } from '#shared/importing.ts';
import { fileError } from './file-errors.ts';
import type { FileFacts } from './identify-file.ts';
import type { ReadTask } from './read-task.ts';
import { readWorkbookInWorker } from './sheetjs/read-workbook.ts';
import { readText } from './text/read-text.ts';
import type { SheetInfo } from './workbook-read.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

export type TableOptions = Readonly<Pick<ReadingOptions, 'sheet' | 'encoding' | 'separator'>>;

export interface TableRead {
  readonly table: RawTable;
  /** Sheets of a workbook in its order; none for a text file. */
  readonly sheets: readonly SheetInfo[];
  /** The sheet the table comes from, null for a text file. */
  readonly sheet: string | null;
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
  /** A decoded line with å ä ö or other letters beyond ASCII, null without one and for workbooks. */
  readonly sample: string | null;
}

/**
 * Reads a file that `identifyFile` has looked at into a table. Lets other work through between chunks.
 * Throws the `E_FILE_` errors, `E_IO`, `E_CANCELLED`.
 */
export async function readTable(
  path: string,
  facts: FileFacts,
  options: TableOptions,
  task: ReadTask,
): Promise<TableRead> {
  if (facts.format === 'text') {
    const encoding = options.encoding ?? facts.encoding ?? 'utf-8';
    const read = await readText({ path, name: facts.name, size: facts.size }, encoding, options.separator, task);
    return { ...read, sheets: [], sheet: null, encoding };
  }
  try {
    await using handle = await open(path, 'r');
    const { size } = await handle.stat();
    if (size !== facts.size) throw new AppError('E_FILE_CHANGED', 'The file changed.', { file: facts.name });
    const read =
      facts.format === 'xlsx'
        ? await readXlsx(handle, size, options.sheet, task)
        : await readWorkbookInWorker(handle, { path, size, format: facts.format }, options.sheet, task);
    return { ...read, encoding: null, separator: null, sample: null };
  } catch (error) {
    throw fileError(error, facts.name);
  }
}
