import type { FileHandle } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import { damaged, tooLarge } from '../file-errors.ts';
import type { FileFormat } from '../identify-file.ts';
import { checkpoint, type ReadTask } from '../read-task.ts';
import type { WorkbookRead } from '../workbook-read.ts';
import { MAX_ARCHIVE, ZipArchive } from '../containers/zip-archive.ts';
import { countHidden, HiddenOdsRows, type HiddenRanges } from './hidden-ods-rows.ts';
import type { WorkbookAnswer, WorkbookJob } from './sheetjs-worker.ts';

const MAX_PART = 256 * 1024 * 1024;
const MAX_HEAP_MB = 1024;
const TIME_LIMIT_MS = 120_000;
const POLL_MS = 100;
/** A part of this size that yields no row at all was not understood. */
const SURELY_NOT_EMPTY = 64 * 1024;

interface WorkbookFile {
  readonly path: string;
  readonly size: number;
  readonly format: FileFormat;
}

/**
 * .xls, .xlsb and .ods through SheetJS, in a thread that can be ended: it stops at a heap limit, a time limit or when the
 * task is cancelled. The library believes the sizes a container claims, so the container is checked through first.
 */
export async function readWorkbookInWorker(
  handle: FileHandle,
  file: WorkbookFile,
  sheet: string | undefined,
  task: ReadTask,
): Promise<WorkbookRead> {
  if (file.size > MAX_ARCHIVE) throw tooLarge('file');
  const { content, hidden } =
    file.format === 'xls' ? { content: file.size, hidden: [] } : await checkedContent(handle, file.size, task);
  const answer = await runWorker({ path: file.path, sheet, isOds: file.format === 'ods' }, task, file.size);
  if ('failure' in answer) {
    const { code, message, details } = answer.failure;
    throw new AppError(code, message, details);
  }
  const { read } = answer;
  if (content > SURELY_NOT_EMPTY && read.sheets.every(({ rows }) => rows === 0)) throw damaged('sheet');
  return hidden.some((ranges) => ranges.length > 0) ? withHiddenRows(read, hidden) : read;
}

/** `hidden` by the place of the sheet in the workbook. */
function withHiddenRows(book: WorkbookRead, hidden: readonly HiddenRanges[]): WorkbookRead {
  const places = new Map(book.sheets.map(({ name }, place) => [name, place]));
  const read = book.read.map(({ sheet, table }) => {
    const hiddenRows = countHidden(hidden[places.get(sheet) ?? -1] ?? [], table.rows, table.fileRows);
    return { sheet, table: hiddenRows === 0 ? table : { ...table, hiddenRows } };
  });
  return { ...book, read, table: read.find(({ sheet }) => sheet === book.sheet)?.table ?? book.table };
}

/** Unpacks every part once for its true size and checksum; gives the size of the parts that can hold rows, and hidden rows. */
async function checkedContent(
  handle: FileHandle,
  size: number,
  task: ReadTask,
): Promise<{ readonly content: number; readonly hidden: readonly HiddenRanges[] }> {
  const archive = await ZipArchive.open(handle, size);
  const rows = new HiddenOdsRows();
  let content = 0;
  for (const name of archive.names()) {
    const entry = archive.entry(name);
    if (entry === undefined || name.endsWith('/')) continue;
    await archive.stream(entry, MAX_PART, (chunk) => {
      checkpoint(task, 0, size);
      if (name === 'content.xml') rows.push(chunk);
    });
    if (/^content\.xml$|\/sheet[^/]*\.bin$/.test(name)) content = Math.max(content, entry.size);
  }
  return { content, hidden: rows.finish() };
}

async function runWorker(job: WorkbookJob, task: ReadTask, size: number): Promise<WorkbookAnswer> {
  checkpoint(task, 0, size);
  const worker = new Worker(new URL('./sheetjs-worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  const started = performance.now();
  let poll: NodeJS.Timeout | undefined;
  try {
    return await new Promise<WorkbookAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error) => reject(isOutOfMemory(error) ? tooLarge('memory') : error));
      worker.once('exit', () => reject(damaged('container')));
      poll = setInterval(() => {
        try {
          checkpoint(task, 0, size);
          if (performance.now() - started > TIME_LIMIT_MS) throw tooLarge('time');
        } catch (error) {
          reject(error);
        }
      }, POLL_MS);
    });
  } finally {
    clearInterval(poll);
    await worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
