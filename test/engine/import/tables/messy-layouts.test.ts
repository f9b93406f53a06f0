import { expect, it } from 'vitest';
import { identifyFile } from '#files/identify-file.ts';
import { readTable } from '#files/read-table.ts';
import { fillDown } from '#engine/import/tables/fill-down.ts';
import { splitTables } from '#engine/import/tables/split-tables.ts';
import { trimNotes } from '#engine/import/tables/trim-notes.ts';
import { uniteSheets } from '#engine/import/tables/unite-sheets.ts';
import type { RawTable } from '#engine/import/raw-table.ts';
import { dataFile, describeWithData } from '../../../support/data.ts';
import { convertAll, fieldValues, WORKBOOK, type Converted } from '../inspect-rows.ts';

const DEATHS = 'messy_layouts/deaths.xlsx';

async function sheetOf(name: string, sheet: string): Promise<RawTable> {
  const path = dataFile(name);
  const facts = await identifyFile(path);
  return (await readTable(path, facts, { sheet }, { progress: () => undefined, cancelled: () => false })).table;
}

/** Sum of a column, in base units; `No. Customer` is kept as texts, since its name says that it holds numbers of customers. */
function sumOf(read: Converted, header: string): number {
  const key = read.plan.columns.find((column) => column.header === header)?.key ?? '';
  const inUnits = (value: string | number | null): number =>
    typeof value === 'number' ? value / 10_000 : Number(value ?? 0);
  return fieldValues(read, key).reduce<number>((sum, value) => sum + inUnits(value), 0);
}

describeWithData('messy layouts', () => {
  it.each([
    ['arts', 729],
    ['other', 754],
  ])('deaths.xlsx, %s: ten people between two sets of notes, ages as numbers', async (sheet, ages) => {
    const [table, ...others] = splitTables(await sheetOf(DEATHS, sheet)).map(trimNotes);
    expect(others).toEqual([]);
    if (table === undefined) throw new Error('no table');
    const read = convertAll(table, { kind: 'deal' }, WORKBOOK);
    expect(read.plan.header.top).toBe(4);
    expect(read.receipt.rows).toMatchObject({ header: 1, skipped: 8, imported: 10, rejected: 0, read: 19 });
    expect(sumOf(read, 'Age')).toBe(ages);
  });

  it.each([
    ['Pivot_Table1', 12, { 'Premium ($)': 105_200 }],
    ['Pivot_Table2', 237, { 'No. Customer': 5_458, 'Net Sales': 5_480_352.675069, 'Profit / Loss': 52_275.954157 }],
  ])('8_Pivot_Tables.xlsx, %s', async (sheet, rows, sums) => {
    const [table, ...others] = splitTables(await sheetOf('messy_layouts/8_Pivot_Tables.xlsx', sheet)).map(trimNotes);
    expect(others).toEqual([]);
    if (table === undefined) throw new Error('no table');
    const read = convertAll(table, { kind: 'deal' }, WORKBOOK);
    expect(read.receipt.rows.imported).toBe(rows);
    for (const [header, sum] of Object.entries(sums)) expect(sumOf(read, header)).toBeCloseTo(sum, 2);
  });

  it('Store data.xlsx: two stores with two columns swapped are one table', async () => {
    const name = 'messy_layouts/Store data.xlsx';
    const sheets = await Promise.all(
      ['Store 1', 'Store 2'].map(async (sheet) => ({ sheet, table: await sheetOf(name, sheet) })),
    );
    const [united, ...others] = uniteSheets(sheets);
    expect(others).toEqual([]);
    if (united === undefined) throw new Error('no table');
    const read = convertAll(united.table, {}, WORKBOOK);
    expect(read.plan.kind).toBe('sale');
    expect(read.receipt.rows).toMatchObject({ read: 220, header: 2, imported: 218, rejected: 0 });
    expect(read.receipt.sums).toMatchObject({ quantity: { imported: 1_432 }, amount: { imported: 86_997.79 } });
    const stores = fieldValues(read, 'custom:Blad');
    expect([stores.filter((store) => store === 'Store 1').length, stores.length]).toEqual([24, 218]);
  });

  it('the report with merged regions: 9 994 rows, each in its region, four subtotals and a total verified', async () => {
    const name = 'messy_layouts/derived_superstore_report_subtotals_merged.xlsx';
    const [table, ...others] = splitTables(await sheetOf(name, 'Försäljning per region')).map(trimNotes);
    expect(others).toEqual([]);
    if (table === undefined) throw new Error('no table');
    const read = convertAll(fillDown(table, 'Försäljning per region'), {}, WORKBOOK);
    expect(read.receipt.rows).toMatchObject({ header: 1, totals: 5, rejected: 0, imported: 9_994 });
    expect(read.receipt.sums['amount']).toMatchObject({ imported: 2_297_200.8603, control: 2_297_200.8603 });
    expect(read.plan.notices.map(({ code }) => code)).not.toContain('total-mismatch');
    const [regions, amounts] = [fieldValues(read, 'region'), fieldValues(read, 'amount')];
    const sums = Map.groupBy(amounts.keys(), (row) => regions[row]);
    const rounded = [...sums].map(([region, rows]) => [
      region,
      rows.reduce((sum, row) => sum + Number(amounts[row]), 0) / 10_000,
    ]);
    expect(Object.fromEntries(rounded)).toEqual({
      Central: 501_239.8908,
      East: 678_781.24,
      South: 391_721.905,
      West: 725_457.8245,
    });
  });
});
