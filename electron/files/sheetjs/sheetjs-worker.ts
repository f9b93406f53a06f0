import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { read, set_cptable, type WorkBook } from 'xlsx';
import * as codepages from 'xlsx/dist/cpexcel.full.mjs';
import { AppError, type Failure } from '#shared/errors.ts';
import type { WorkbookRead } from '../workbook-read.ts';
import { unescapeXml } from '../xlsx/xml-text.ts';
import { sheetTable } from './sheet-table.ts';

/** What the worker is given and what it answers with; the tables' arrays are moved, not copied. */
export interface WorkbookJob {
  readonly path: string;
  readonly sheet: string | undefined;
  /** The library gives names of sheets as they stand in the XML. */
  readonly isOds: boolean;
}
export type WorkbookAnswer = { readonly read: WorkbookRead } | { readonly failure: Failure };

function run(job: WorkbookJob): WorkbookRead {
  set_cptable(codepages);
  const book = read(readFileSync(job.path), {
    type: 'buffer',
    dense: true,
    cellDates: false,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
  });
  return chosen(job.isOds ? withPlainNames(book) : book, job.sheet);
}

function withPlainNames(book: WorkBook): WorkBook {
  const names = book.SheetNames.map(unescapeXml);
  const sheets = book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    return sheet === undefined ? [] : [[names[at] ?? name, sheet] as const];
  });
  return { ...book, SheetNames: names, Sheets: Object.fromEntries(sheets) };
}

function chosen(book: WorkBook, wanted: string | undefined): WorkbookRead {
  if (wanted !== undefined && !book.SheetNames.includes(wanted)) {
    throw new AppError('E_NOT_FOUND', 'The workbook has no such sheet.', { sheet: wanted });
  }
  const dateSystem = book.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  const hidden = (index: number): boolean => (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
  const all = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    return sheet === undefined ? [] : [{ name, hidden: hidden(index), table: sheetTable(sheet, dateSystem) }];
  });
  const ranked = all.toSorted((a, b) => Number(a.hidden) - Number(b.hidden));
  const choice =
    wanted === undefined
      ? (ranked.find(({ table }) => table.rows > 0) ?? ranked[0])
      : all.find(({ name }) => name === wanted);
  if (choice === undefined) throw new AppError('E_FILE_DAMAGED', 'The workbook has no sheets.', { what: 'sheet' });
  const sheets = all.map(({ name, hidden: isHidden, table }) => ({ name, rows: table.rows, hidden: isHidden }));
  const kept = all.filter((each) => each === choice || (!each.hidden && each.table.rows > 0));
  return {
    table: choice.table,
    sheets,
    sheet: choice.name,
    read: kept.map(({ name, table }) => ({ sheet: name, table })),
  };
}

function failureOf(error: unknown): Failure {
  if (error instanceof AppError) return error.toFailure();
  const protectedFile = error instanceof Error && /password|encrypt/i.test(error.message);
  return protectedFile
    ? { code: 'E_FILE_ENCRYPTED', message: 'The file is protected by a password.', details: {} }
    : { code: 'E_FILE_DAMAGED', message: 'The file is damaged (container).', details: { what: 'container' } };
}

function answer(job: WorkbookJob): void {
  try {
    const result = run(job);
    const columns = result.read.flatMap(({ table }) => table.columns);
    const blocks = columns.flatMap((column) => column.blocks.filter((block) => block !== null));
    // Columns of one kind of cells share their tags.
    const moved = new Set(blocks.flatMap(({ tags, values }) => [tags.buffer, values.buffer]));
    parentPort?.postMessage({ read: result } satisfies WorkbookAnswer, [...moved] as ArrayBuffer[]);
  } catch (error) {
    parentPort?.postMessage({ failure: failureOf(error) } satisfies WorkbookAnswer);
  }
}

answer(workerData as WorkbookJob);
