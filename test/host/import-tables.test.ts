import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input, Method, Output } from '#shared/contract.ts';
import type { Inspection } from '#shared/importing.ts';
import { openWay, type Way } from '../contract/transports.ts';
import { sheetRows, workbookOf } from '../fixtures/workbook.ts';
import { dataFile, describeWithData } from '../support/data.ts';

let way: Way & { readonly root: string };

async function ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await way.call(method, input);
  expect(result, method).toMatchObject({ ok: true });
  return (result as { value: Output<M> }).value;
}

async function look(path: string, options = {}): Promise<Inspection & { readonly fileId: string }> {
  const added = await way.addFile(path);
  const { fileId } = (added as { value: { fileId: string } }).value;
  return { ...(await ok('import.inspect', { taskId: 'look', fileId, options })), fileId };
}

beforeEach(async () => {
  way = await openWay('in this process');
  await ok('workspace.create', { name: 'Flera tabeller' });
});
afterEach(() => way.close());

const JAN = [
  ['Datum', 'Kund', 'Belopp'],
  ['2026-01-05', 'Alfa', 100],
  ['2026-01-06', 'Beta', 50],
];
const FEB = [
  ['Kund', 'Datum', 'Belopp'],
  ['Alfa', '2026-02-05', 70],
];
const BUDGET = [
  ['Säljare', '2026-01', '2026-02', '2026-03', 'Summa'],
  ['Anna', 10, 20, 30, 60],
  ['Summa', 10, 20, 30, 60],
];
const WORDS = [
  ['Att tänka på', 'Kommentar'],
  ['Ring', 'Alfa'],
];

function workbook(): string {
  const more = [
    ['Feb', 'visible', sheetRows(FEB)],
    ['Budget', 'visible', sheetRows(BUDGET)],
    ['Anteckningar', 'visible', sheetRows(WORDS)],
    ['Gömt', 'hidden', sheetRows(JAN)],
  ] as const;
  const path = join(way.root, 'flera.xlsx');
  writeFileSync(path, workbookOf({ sheet: sheetRows(JAN), more }));
  return path;
}

describe('a file with several tables', () => {
  it('says which they are and looks at the first', async () => {
    const seen = await look(workbook());
    expect(seen.tables).toEqual([
      { id: '1:Data', name: 'Data + Feb', sheets: ['Data', 'Feb'], kind: 'sale', rows: 3 },
      { id: '1:Budget', name: 'Budget', sheets: ['Budget'], kind: 'target', rows: 3 },
      { id: '1:Anteckningar', name: 'Anteckningar', sheets: ['Anteckningar'], kind: null, rows: 1 },
    ]);
    expect([seen.table, seen.kind, seen.receipt.rows.imported]).toEqual(['1:Data', 'sale', 3]);
    const budget = await ok('import.inspect', {
      taskId: 'look',
      fileId: seen.fileId,
      options: { table: '1:Budget' },
    });
    expect([budget.table, budget.kind, budget.receipt.rows.imported]).toEqual(['1:Budget', 'target', 3]);
    const hidden = await ok('import.inspect', { taskId: 'look', fileId: seen.fileId, options: { sheet: 'Gömt' } });
    expect(hidden.tables.map(({ name }) => name)).toEqual(['Gömt']);
    const unknown = { taskId: 'look', fileId: seen.fileId, options: { table: '9:Data' } };
    expect(await way.call('import.inspect', unknown)).toMatchObject({ ok: false, error: { code: 'E_NOT_FOUND' } });
  });

  it('is imported whole, a record for each table', async () => {
    const { stageId } = await look(workbook());
    const tables = [{ table: '1:Data' }, { table: '1:Budget' }];
    const records = await ok('import.commitTables', { taskId: 'go', stageId, tables });
    expect(records.map((record) => [record?.kind, record?.sheet, record?.rows])).toEqual([
      ['sale', 'Data + Feb', 3],
      ['target', 'Budget', 3],
    ]);
    expect((await ok('workspace.current', {}))?.rows).toEqual({ sale: 3, target: 3 });
    const again = await look(workbook());
    const refused = await way.call('import.commitTables', { taskId: 'go', stageId: again.stageId, tables });
    expect(refused).toMatchObject({ ok: false, error: { code: 'E_ALREADY_IMPORTED' } });
  });

  it('leaves nothing when one of its tables cannot be imported', async () => {
    const { stageId } = await look(workbook());
    const tables = [{ table: '1:Data' }, { table: '1:Anteckningar' }];
    const refused = await way.call('import.commitTables', { taskId: 'go', stageId, tables });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'E_MISSING_FIELD', details: { table: 'Anteckningar', kind: 'sale', field: 'date' } },
    });
    expect(await ok('import.list', {})).toEqual([]);
  });

  it('gives null for a table whose rows are all there, and the rest', async () => {
    const first = await look(workbook());
    await ok('import.commit', { taskId: 'go', stageId: first.stageId, options: { table: '1:Budget' } });
    const { stageId } = await look(workbook());
    const tables = [{ table: '1:Data' }, { table: '1:Budget' }];
    const records = await ok('import.commitTables', { taskId: 'go', stageId, tables });
    expect(records.map((record) => record?.kind ?? null)).toEqual(['sale', null]);
    expect((await ok('import.list', {})).map(({ kind }) => kind)).toEqual(['target', 'sale']);
  });
});

describeWithData('real files', () => {
  it('Store data.xlsx: both stores, and one of them is known again', async () => {
    const seen = await look(dataFile('messy_layouts/Store data.xlsx'));
    expect(seen.receipt.rows).toMatchObject({ imported: 218 });
    expect(seen.receipt.sums).toMatchObject({ quantity: { imported: 1_432 }, amount: { imported: 86_997.79 } });
    await ok('import.commit', { taskId: 'go', stageId: seen.stageId, options: {} });
    const one = await look(dataFile('messy_layouts/Store data.xlsx'), { sheet: 'Store 2' });
    expect(one.receipt.rows).toMatchObject({ imported: 0, duplicates: 194 });
  });

  it('the report with merged regions, its hidden sheet told', async () => {
    const seen = await look(dataFile('messy_layouts/derived_superstore_report_subtotals_merged.xlsx'));
    expect(seen.receipt.rows).toMatchObject({ imported: 9_994, totals: 5 });
    expect(seen.receipt.sums).toMatchObject({ amount: { imported: 2_297_200.8603, control: 2_297_200.8603 } });
    expect(seen.sheets).toContainEqual({ name: 'Gömt', rows: 1, hidden: true });
    expect(seen.tables.filter(({ kind }) => kind !== null).map(({ name }) => name)).toEqual(['Försäljning per region']);
  });

  it('a SIE file is imported as sales and costs', async () => {
    const seen = await look(dataFile('sie4/magenta_bokföring_SIE4E.se'));
    expect(seen.tables.map(({ id, kind }) => [id, kind])).toEqual([
      ['3000\u20133799', 'sale'],
      ['4000\u20134999', 'cost'],
    ]);
    const tables = seen.tables.map(({ id }) => ({ table: id }));
    const records = await ok('import.commitTables', { taskId: 'go', stageId: seen.stageId, tables });
    expect(records[0]?.receipt.sums['amount']).toMatchObject({ imported: 104_319.75, control: 104_319.75 });
    expect(records.map((record) => record?.kind)).toEqual(['sale', 'cost']);
  });
});
