import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { tableSheet, type TableSheet } from '#engine/grid/table-sheet.ts';
import { numberText } from '#files/grid-out/sheet-text.ts';
import { writeSheetFile, type SheetFile } from '#files/grid-out/write-sheet.ts';
import { tableWords } from '#host/table-words.ts';
import { gridViewSchema, type GridViewInput } from '#shared/grid.ts';
import { cellTexts } from '../../fixtures/table-cells.ts';
import { quietTask, readFileAt, verdict } from '../../fixtures/read-bytes.ts';
import { contextOf } from '../../support/ask.ts';
import { tableOf } from '../../support/grid.ts';

const HOSTILE = ['=cmd()', '__proto__', '😀 "x";y', '<img src=x onerror=alert(1)>', `long ${'ö'.repeat(10_000)}`, '-5'];
const sale = HOSTILE.map((customer, i) => ({
  date: `2026-0${String((i % 2) + 1)}-10`,
  amount: 10.125 * (i + 1),
  cost: 4,
  region: i < 3 ? 'Norr' : 'Söder',
  customer,
}));
const context = contextOf({ sale });
const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-grid-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const XLSX: SheetFile = {
  format: 'xlsx',
  titles: { table: 'Tabell', about: 'Om tabellen' },
  about: [['Period', '2026']],
};

function sheetOf(view: Omit<GridViewInput, 'values'> & Partial<Pick<GridViewInput, 'values'>>): TableSheet {
  const parsed = gridViewSchema.parse({ values: [{ kpi: view.question.kpis[0] ?? '' }], ...view });
  const table = tableOf(context, view);
  const { kpis } = table.window({ rows: { from: 0, count: 0 }, columns: { from: 0, count: 0 } });
  return tableSheet(table, parsed, kpis, tableWords('sv-SE', context.queries.columns, { ownKpis: [] }).grid);
}

const byRegion: GridViewInput = {
  question: {
    kpis: ['revenue', 'gross-margin'],
    rows: [{ dimension: 'region' }, { dimension: 'customer' }],
    columns: [{ dimension: 'date', grain: 'month' }],
  },
  values: [{ kpi: 'revenue' }],
};

describe('separated text', () => {
  it('reads as the screen does, names guarded', async () => {
    const view = { ...byRegion, foldedRows: [['Söder']] };
    await writeSheetFile(at('sv.csv'), sheetOf(view), { format: 'csv', style: 'swedish' }, quietTask);
    expect(readFileSync(at('sv.csv'), 'utf8').replaceAll('\u00a0', ' ').split('\r\n')).toEqual([
      '\ufeffRegion;Kund;jan 2026;feb 2026;Totalt',
      'Norr;Totalt;40,5;20,25;60,75',
      'Norr;__proto__;;20,25;20,25',
      "Norr;'=cmd();10,1250;;10,1250",
      'Norr;"😀 ""x"";y";30,3750;;30,3750',
      'Söder;;50,6250;101,25;151,8750',
      'Totalt;;91,1250;121,5;212,6250',
      '',
    ]);
  });

  it('in the international style has commas and points', async () => {
    const view = { ...byRegion, foldedRows: [['Söder'], ['Norr']], values: [{ kpi: 'gross-margin' }] };
    await writeSheetFile(at('en.csv'), sheetOf(view), { format: 'csv', style: 'international' }, quietTask);
    const [, north] = readFileSync(at('en.csv'), 'utf8').split('\r\n');
    // (40.5 − 8) ÷ 40.5, (20.25 − 4) ÷ 20.25, (60.75 − 12) ÷ 60.75.
    expect(north).toBe('Norr,,0.802469135802469,0.802469135802469,0.802469135802469');
  });

  it('has names and texts that are read back', async () => {
    await writeSheetFile(at('back.csv'), sheetOf(byRegion), { format: 'csv', style: 'swedish' }, quietTask);
    const rows = cellTexts((await readFileAt(at('back.csv'))).table);
    const names = rows.map((row) => row[1]?.replace(/^'(?=[=-])/, ''));
    for (const name of HOSTILE) expect(names).toContain(name);
  });
});

describe('a workbook', () => {
  it('has real numbers with formats, bold totals and frozen headers, and says what it is of', async () => {
    const values = [{ kpi: 'revenue' }, { kpi: 'revenue', show: { as: 'share', of: 'total' } as const }];
    await writeSheetFile(at('table.xlsx'), sheetOf({ ...byRegion, values }), XLSX, quietTask);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(at('table.xlsx'));
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Tabell', 'Om tabellen']);
    const [sheet, about] = book.worksheets;
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 2 });
    expect(sheet?.getRow(2).values).toEqual([
      undefined,
      'Region',
      'Kund',
      'Intäkter',
      'Intäkter, % av totalen',
      'Intäkter',
      'Intäkter, % av totalen',
      'Intäkter',
      'Intäkter, % av totalen',
    ]);
    const total = sheet?.getRow(sheet.rowCount);
    expect([total?.getCell(1).value, total?.getCell(7).value, total?.getCell(8).value]).toEqual(['Totalt', 212.625, 1]);
    expect([total?.getCell(7).numFmt, total?.getCell(8).numFmt]).toEqual(['#,##0.00', '0.0%']);
    expect(total?.getCell(7).font.bold).toBe(true);
    const customer = sheet?.getRow(5);
    expect([customer?.getCell(2).value, customer?.getCell(3).value]).toEqual(['=cmd()', 10.125]);
    expect(customer?.getCell(3).font.bold).not.toBe(true);
    expect(sheet?.getColumn(2).values.filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
    expect(about?.getRow(1).values).toEqual([undefined, 'Period', '2026']);
  });

  it('has values below each other where the screen has them so', async () => {
    const values = [{ kpi: 'revenue' }, { kpi: 'gross-margin' }];
    const sheet = sheetOf({ ...byRegion, values, valuesOn: 'rows', subtotals: 'none', totals: { column: false } });
    await writeSheetFile(at('rows.xlsx'), sheet, XLSX, quietTask);
    const rows = cellTexts((await readFileAt(at('rows.xlsx'))).table).map((row) => row.slice(0, 3));
    expect(rows.slice(0, 3)).toEqual([
      ['Region', 'Kund', 'Värden'],
      ['Norr', '__proto__', 'Intäkter'],
      ['Norr', '__proto__', 'Täckningsgrad'],
    ]);
    expect(rows.at(-1)).toEqual(['Totalt', '', 'Täckningsgrad']);
  });

  it('is no file when it is stopped or too wide', async () => {
    const stopped = writeSheetFile(at('stopped.xlsx'), sheetOf(byRegion), XLSX, {
      ...quietTask,
      cancelled: () => true,
    });
    expect(await verdict(stopped)).toBe('E_CANCELLED');
    const wide = writeSheetFile(at('wide.xlsx'), { ...sheetOf(byRegion), columnCount: 16_385 }, XLSX, quietTask);
    expect(await verdict(wide)).toBe('E_FILE_TOO_LARGE columns');
    expect(existsSync(at('stopped.xlsx')) || existsSync(at('wide.xlsx'))).toBe(false);
  });
});

describe('a number', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.333333333333333'],
    [1e21, '1000000000000000000000'],
    [-1.5e-7, '-0.00000015'],
    [212_625, '212625'],
  ])('%d has all its digits and no exponent', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});
