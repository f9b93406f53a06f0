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
import { CellWriter } from './cell-writer.ts';
import { mergedRanges } from './merged-ranges.ts';
import { SharedStrings } from './shared-strings.ts';
import { SheetScanner } from './sheet-scanner.ts';
import { readWorkbook, type Workbook, type WorkbookSheet } from './workbook.ts';

const MAX_SHEET = 1024 * 1024 * 1024;
const MAX_STRINGS = 256 * 1024 * 1024;
/** At most thirteen bytes each while they are read: a sparse grid stops before it has taken 520 MB. */
const MAX_PLACES = 40_000_000;
/** Hidden sheets up to this size are read through to count their rows; a sheet's own word on its size is not trusted. */
const COUNTED = 4 * 1024 * 1024;
/** Bytes of sheets that are read beside the chosen one, so that their tables can be had too. */
const MAX_TOGETHER = 256 * 1024 * 1024;

interface Reading {
  readonly archive: ZipArchive;
  readonly workbook: Workbook;
  readonly strings: SharedStrings;
  readonly dictionary: TextDictionary;
  /** Bytes of the file dealt with before the entry under way. */
  readonly advance: (entryBytes: number) => void;
}

/** A workbook's sheet: the one asked for, else the first visible one with content; and the other visible ones. */
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
  const tables = new Map<WorkbookSheet, RawTable>();
  const sheet = await chosenSheet(reading, wanted, tables);
  const counts = new Map([...tables].map(([each, { rows }]) => [each, rows]));
  let room = MAX_TOGETHER;
  for (const other of workbook.sheets) {
    if (tables.has(other)) continue;
    if (!other.hidden && other.entry.size <= room) {
      room -= other.entry.size;
      tables.set(other, await readSheet(reading, other));
      counts.set(other, tables.get(other)?.rows ?? 0);
    } else if (other.entry.size <= COUNTED) {
      counts.set(other, (await readSheet({ ...reading, dictionary: new TextDictionary() }, other)).rows);
    }
  }
  const texts = dictionary.utf8Texts();
  const read = workbook.sheets.flatMap((each) => {
    const table = tables.get(each);
    const isKept = table !== undefined && (each === sheet || (!each.hidden && table.rows > 0));
    return isKept ? [{ sheet: each.name, table: withTexts(table, texts), each }] : [];
  });
  const chosen = read.find(({ each }) => each === sheet);
  if (chosen === undefined) throw damaged('sheet');
  const sheets = workbook.sheets.map((each) => ({
    name: each.name,
    rows: counts.get(each) ?? null,
    hidden: each.hidden,
  }));
  return {
    table: chosen.table,
    sheets,
    sheet: sheet.name,
    read: read.map(({ table, sheet: name }) => ({ sheet: name, table })),
  };
}

function withTexts(table: RawTable, texts: readonly string[]): RawTable {
  return { ...table, columns: table.columns.map((column) => ({ ...column, texts })) };
}

async function chosenSheet(
  reading: Reading,
  wanted: string | undefined,
  tables: Map<WorkbookSheet, RawTable>,
): Promise<WorkbookSheet> {
  const { sheets } = reading.workbook;
  const named = sheets.find(({ name }) => name === wanted);
  if (wanted !== undefined && named === undefined) {
    throw new AppError('E_NOT_FOUND', 'The workbook has no such sheet.', { sheet: wanted });
  }
  const candidates = named === undefined ? sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden)) : [named];
  for (const sheet of candidates) {
    const table = await readSheet(reading, sheet);
    tables.set(sheet, table);
    if (table.rows > 0) return sheet;
  }
  const [first] = candidates;
  if (first === undefined) throw damaged('sheet');
  return first;
}

/** The table's columns get their texts when all sheets are read: they share one list. */
async function readSheet(reading: Reading, sheet: WorkbookSheet): Promise<RawTable> {
  const { archive, workbook, strings, dictionary, advance } = reading;
  const builder = new TableBuilder(MAX_PLACES);
  const scanner = new SheetScanner(
    builder,
    new CellScanner(new CellWriter(builder, dictionary, workbook.styles.looks, strings)),
  );
  await archive.stream(sheet.entry, MAX_SHEET, (chunk, packed) => {
    advance(packed);
    scanner.push(chunk);
  });
  scanner.finish();
  const fileRows = scanner.fileRows.slice(0, builder.rows);
  return builder.finish(() => [], {
    fileRows: fileRows.every((row, index) => row === index + 1) ? null : fileRows,
    dateSystem: workbook.dateSystem,
    merges: mergedRanges(scanner.merges, fileRows),
    ragged: 0,
    ...(scanner.hiddenRows > 0 ? { hiddenRows: scanner.hiddenRows } : {}),
    currencies: workbook.styles.currencies,
  });
}
