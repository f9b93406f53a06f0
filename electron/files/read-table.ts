import type { RawTable } from '#engine/import/raw-table.ts';
import type { Encoding, ReadingOptions, Separator } from '#shared/importing.ts';
import type { FileFacts } from './identify-file.ts';
import type { ReadTask } from './read-task.ts';
import { readText } from './text/read-text.ts';

export type TableOptions = Readonly<Pick<ReadingOptions, 'sheet' | 'encoding' | 'separator'>>;

export interface SheetInfo {
  readonly name: string;
  /** Rows with content; null where counting them would mean reading a large sheet. */
  readonly rows: number | null;
  readonly hidden: boolean;
}

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
  const encoding = options.encoding ?? facts.encoding ?? 'utf-8';
  const read = await readText({ path, name: facts.name, size: facts.size }, encoding, options.separator, task);
  return { ...read, sheets: [], sheet: null, encoding };
}
