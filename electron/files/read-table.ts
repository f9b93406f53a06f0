import { open } from 'node:fs/promises';
import type { RawTable } from '#engine/import/raw-table.ts';
import { AppError } from '#shared/errors.ts';
import type { Encoding, ReadingOptions, Separator } from '#shared/importing.ts';
import { fileError } from './file-errors.ts';
import type { FileFacts } from './identify-file.ts';
import type { ReadTask } from './read-task.ts';
import { readWorkbookInWorker } from './sheetjs/read-workbook.ts';
import { readSie } from './sie/read-sie.ts';
import { readText } from './text/read-text.ts';
import type { SheetInfo } from './workbook-read.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

export type TableOptions = Readonly<Pick<ReadingOptions, 'sheet' | 'encoding' | 'separator'>>;

interface FileReading {
  /** Sheets of a workbook in its order; none for a text file. */
  readonly sheets: readonly SheetInfo[];
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
  /** A decoded line with å ä ö or other letters beyond ASCII, null without one and for workbooks. */
  readonly sample: string | null;
}

export interface TableRead extends FileReading {
  readonly table: RawTable;
  /** The sheet the table comes from, null for a text file. */
  readonly sheet: string | null;
}

export interface SheetsRead extends FileReading {
  /** The chosen sheet: the one asked for, else the first visible one with content; null for a text file. */
  readonly sheet: string | null;
  /** What was read, the chosen sheet among it; one for a text file, two at most for bookkeeping. */
  readonly read: readonly { readonly sheet: string | null; readonly name: string; readonly table: RawTable }[];
  /** The tables are as they should be: nothing is to be looked for in them. */
  readonly isLaidOut: boolean;
}

/**
 * Reads a file that `identifyFile` has looked at: every visible sheet of a workbook, as far as memory allows. Lets other work
 * through between chunks. Throws the `E_FILE_` errors, `E_SIE_NO_VOUCHERS`, `E_NO_ROWS`, `E_IO`, `E_CANCELLED`.
 */
export async function readSheets(
  path: string,
  facts: FileFacts,
  options: TableOptions,
  task: ReadTask,
): Promise<SheetsRead> {
  const file = { path, name: facts.name, size: facts.size };
  const encoding = options.encoding ?? facts.encoding ?? 'utf-8';
  if (facts.format === 'sie') {
    const { tables, sample } = await readSie(file, encoding, task);
    const read = tables.map(({ name, table }) => ({ sheet: null, name, table }));
    return { read, isLaidOut: true, sheets: [], sheet: null, encoding, separator: null, sample };
  }
  if (facts.format === 'text') {
    const { table, separator, sample } = await readText(file, encoding, options.separator, task);
    const read = [{ sheet: null, name: '', table }];
    return { read, isLaidOut: false, sheets: [], sheet: null, encoding, separator, sample };
  }
  try {
    await using handle = await open(path, 'r');
    const { size } = await handle.stat();
    if (size !== facts.size) throw new AppError('E_FILE_CHANGED', 'The file changed.', { file: facts.name });
    const { read, sheets, sheet } =
      facts.format === 'xlsx'
        ? await readXlsx(handle, size, options.sheet, task)
        : await readWorkbookInWorker(handle, { path, size, format: facts.format }, options.sheet, task);
    const named = read.map((each) => ({ ...each, name: each.sheet }));
    return { read: named, isLaidOut: false, sheets, sheet, encoding: null, separator: null, sample: null };
  } catch (error) {
    throw fileError(error, facts.name);
  }
}

/** The first table of a file, or of the sheet asked for, as it stands there. Fails as `readSheets` does. */
export async function readTable(
  path: string,
  facts: FileFacts,
  options: TableOptions,
  task: ReadTask,
): Promise<TableRead> {
  const { read, sheets, sheet, encoding, separator, sample } = await readSheets(path, facts, options, task);
  const found = read.find((each) => each.sheet === sheet);
  if (found === undefined) throw new RangeError('the chosen sheet was not read');
  return { table: found.table, sheets, sheet, encoding, separator, sample };
}
