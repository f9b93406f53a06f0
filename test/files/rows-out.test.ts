import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_DAY, NO_INT } from '#engine/ports/workspace-columns.ts';
import type { ExportTable } from '#engine/own-export/export-table.ts';
import { writeRows, type RowsFile } from '#files/rows-out/write-rows.ts';
import { writeXlsxRows } from '#files/rows-out/xlsx-rows.ts';
import { ZipWriter } from '#files/rows-out/zip-writer.ts';
import { readFileAt, quietTask, verdict } from '../fixtures/read-bytes.ts';
import { cellTexts } from '../fixtures/table-cells.ts';

/** 2026-01-05 is day 20 458 since 1970 and serial 46 027; 1899-12-31 has no serial. */
const TABLE: ExportTable = {
  columns: [
    { header: 'Datum', values: { type: 'date', days: Int32Array.from([20_458, -25_568, NO_DAY]) } },
    { header: 'Tid', values: { type: 'instant', days: Int32Array.from([20_458 * 1440 + 810, NO_DAY, NO_DAY]) } },
    { header: '=Kund', values: { type: 'text', codes: Uint8Array.from([1, 2, 0]), texts: ['', '=cmd();"x"', '007'] } },
    { header: 'Belopp', values: { type: 'decimal', scaled: Int32Array.from([-125_000, 12_340, NO_INT]), unit: 'money' } },
    { header: 'Stort', values: { type: 'decimal', scaled: Float64Array.from([Number.MAX_SAFE_INTEGER, -2_147_483_648, NaN]), unit: null } },
    { header: 'Klar', values: { type: 'flag', flags: Uint8Array.from([1, 0, 2]) } },
    { header: 'Rad', values: { type: 'whole', numbers: Int32Array.from([2, 3, 4]) } },
  ],
  positions: Int32Array.from([0, 1, 2]),
}; // prettier-ignore
const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-rows-'));
const at = (name: string): string => join(folder, name);
const CSV: RowsFile = { format: 'csv', locale: 'sv-SE', title: 'Rader' };
const XLSX: RowsFile = { ...CSV, format: 'xlsx' };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('separated text', () => {
  it('in Swedish has semicolons and decimal commas', async () => {
    await writeRows(at('sv.csv'), TABLE, CSV, quietTask);
    expect(readFileSync(at('sv.csv'), 'utf8').split('\r\n')).toEqual([
      "\ufeffDatum;Tid;'=Kund;Belopp;Stort;Klar;Rad",
      '2026-01-05;2026-01-05 13:30;"\'=cmd();""x""";-12,5;900719925474,0991;Ja;2',
      '1899-12-31;;007;1,2340;-214748,3648;Nej;3',
      ';;;;;;4',
      '',
    ]);
  });

  it('in English has commas and decimal points', async () => {
    await writeRows(at('en.csv'), TABLE, { ...CSV, locale: 'en-GB' }, quietTask);
    expect(readFileSync(at('en.csv'), 'utf8').split('\r\n')[1]).toBe(
      '2026-01-05,2026-01-05 13:30,"\'=cmd();""x""",-12.5,900719925474.0991,Yes,2',
    );
  });
});

describe('a workbook', () => {
  beforeAll(async () => {
    await writeRows(at('rows.xlsx'), TABLE, XLSX, quietTask);
  });

  it('has numbers, dates and texts as such', async () => {
    const { table, sheet } = await readFileAt(at('rows.xlsx'));
    expect(sheet).toBe('Rader');
    expect(cellTexts(table)).toEqual([
      ['Datum', 'Tid', '=Kund', 'Belopp', 'Stort', 'Klar', 'Rad'],
      ['date 46027', 'date 46027.5625', '=cmd();"x"', '-12.5', '900719925474.0991', 'TRUE', '2'],
      ['1899-12-31', '', '007', '1.234', '-214748.3648', 'FALSE', '3'],
      ['', '', '', '', '', '', '4'],
    ]);
  });

  it('is the same to another reader, which finds no formula', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(at('rows.xlsx'));
    const row = book.getWorksheet('Rader')?.getRow(2);
    expect(row?.getCell(1).value).toEqual(new Date('2026-01-05'));
    expect(row?.getCell(3).type).toBe(ExcelJS.ValueType.String);
    expect([row?.getCell(3).value, row?.getCell(4).value, row?.getCell(6).value]).toEqual(['=cmd();"x"', -12.5, true]);
  });

  it('goes on on further sheets when one is full', async () => {
    const positions = Int32Array.from({ length: 9 }, (_, i) => i % 3);
    const file = await open(at('sheets.xlsx'), 'wx');
    const zip = new ZipWriter(file);
    // A header and four rows a sheet: 4 + 4 + 1.
    await writeXlsxRows(zip, { ...TABLE, positions }, 'Rader', quietTask, 5);
    await zip.end();
    await file.close();
    const { sheets } = await readFileAt(at('sheets.xlsx'));
    expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([['Rader', 5], ['Rader (2)', 5], ['Rader (3)', 2]]); // prettier-ignore
  });

  it('counts the texts that a cell cannot hold whole', async () => {
    const long = { type: 'text', codes: Uint8Array.from([1, 1, 0]), texts: ['', 'x'.repeat(32_768)] } as const;
    const table = { ...TABLE, columns: [{ header: 'Text', values: long }] };
    expect(await writeRows(at('long.xlsx'), table, XLSX, quietTask)).toBe(2);
    expect(await writeRows(at('long.csv'), table, CSV, quietTask)).toBe(0);
  });
});

it.each([CSV, XLSX])('what is stopped leaves no file: $format', async (how) => {
  let looks = 0;
  const task = { progress: () => undefined, cancelled: () => ++looks > 2 };
  const many = { ...TABLE, positions: new Int32Array(100_000) };
  expect(await verdict(writeRows(at('stopped'), many, how, task))).toBe('E_CANCELLED');
  expect(existsSync(at('stopped'))).toBe(false);
});
