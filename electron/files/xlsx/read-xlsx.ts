import type { FileHandle } from 'node:fs/promises';
import type { RawTable } from '#engine/import/raw-table.ts';
import { AppError } from '#shared/errors.ts';
import { damaged } from '../file-errors.ts';
import { checkpoint, type ReadTask } from '../read-task.ts';
import { TableBuilder } from '../table-builder.ts';
import { TextDictionary } from '../text/text-dictionary.ts';
import type { WorkbookRead } from '../workbook-read.ts';
import { ZipArchive } from '../containers/zip-archive.ts';
import { CellScanner } from './cell-scanner.ts';
import { mergedRanges } from './merged-ranges.ts';
import { SharedStrings } from './shared-strings.ts';
import { SheetScanner } from './sheet-scanner.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';

const MAX_SHEET = 1024 * 1024 * 1024;
const MAX_STRINGS = 256 * 1024 * 1024;
/** Nine bytes each: a sparse grid stops before it has taken 400 MB. */
const MAX_PLACES = 40_000_000;
/** Sheets up to this size are read through to count their rows; a sheet's own word on its size is not trusted. */
const COUNTED = 4 * 1024 * 1024;

interface Reading {
  readonly archive: ZipArchive;
  readonly workbook: Workbook;
  readonly strings: SharedStrings;
  readonly dictionary: TextDictionary;
  /** Bytes of the file dealt with before the entry under way. */
  readonly advance: (entryBytes: number) => void;
}

/** A workbook's sheet: the one asked for, else the first visible one with content. */
export async function readXlsx(
  handle: FileHandle,
  size: number,
  wanted: string | undefined,
  task: ReadTask,
): Promise<WorkbookRead> {
  const archive = await ZipArchive.open(handle, size);
  const workbook = await readWorkbook(archive);
  const dictionary = new TextDictionary();
  const strings = new SharedStrings(dictionary);
  const stringsEntry = workbook.sharedStrings;
  if (stringsEntry !== undefined) {
    await archive.stream(stringsEntry, MAX_STRINGS, (chunk, packed) => {
      checkpoint(task, packed, size);
      strings.push(chunk);
    });
    strings.finish();
  }
  const before = stringsEntry?.packed ?? 0;
  const advance = (bytes: number): void => checkpoint(task, before + bytes, size);
  const reading: Reading = { archive, workbook, strings, dictionary, advance };
  const counts = new Map<WorkbookSheet, number>();
  const [sheet, table] = await chosenSheet(reading, wanted, counts);
  for (const other of workbook.sheets) {
    if (!counts.has(other) && other.entry.size <= COUNTED) {
      counts.set(other, (await readSheet({ ...reading, dictionary: new TextDictionary() }, other)).rows);
    }
  }
  const sheets = workbook.sheets.map((each) => ({
    name: each.name,
    rows: counts.get(each) ?? null,
    hidden: each.hidden,
  }));
  return { table, sheets, sheet: sheet.name };
}

async function chosenSheet(
  reading: Reading,
  wanted: string | undefined,
  counts: Map<WorkbookSheet, number>,
): Promise<readonly [WorkbookSheet, RawTable]> {
  const { sheets } = reading.workbook;
  const named = sheets.find(({ name }) => name === wanted);
  if (wanted !== undefined && named === undefined) {
    throw new AppError('E_NOT_FOUND', 'The workbook has no such sheet.', { sheet: wanted });
  }
  const candidates = named === undefined ? sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden)) : [named];
  let first: readonly [WorkbookSheet, RawTable] | undefined;
  for (const sheet of candidates) {
    const table = await readSheet(reading, sheet);
    counts.set(sheet, table.rows);
    if (table.rows > 0) return [sheet, table];
    first ??= [sheet, table];
  }
  if (first === undefined) throw damaged('sheet');
  return first;
}

async function readSheet(reading: Reading, sheet: WorkbookSheet): Promise<RawTable> {
  const { archive, workbook, strings, dictionary, advance } = reading;
  const builder = new TableBuilder(MAX_PLACES);
  const scanner = new SheetScanner(builder, new CellScanner(builder, dictionary, workbook.dates, strings));
  await archive.stream(sheet.entry, MAX_SHEET, (chunk, packed) => {
    advance(packed);
    scanner.push(chunk);
  });
  scanner.finish();
  const fileRows = scanner.fileRows.slice(0, builder.rows);
  const texts = dictionary.utf8Texts();
  return builder.finish(() => texts, {
    fileRows: fileRows.every((row, index) => row === index + 1) ? null : fileRows,
    dateSystem: workbook.dateSystem,
    merges: mergedRanges(scanner.merges, fileRows),
    ragged: 0,
  });
}
