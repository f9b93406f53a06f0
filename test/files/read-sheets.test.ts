import { expect, it } from 'vitest';
import { identifyFile } from '#files/identify-file.ts';
import { readSheets, type TableOptions } from '#files/read-table.ts';
import { cellText } from '#engine/import/cells.ts';
import { dataFile, describeWithData } from '../support/data.ts';

const QUIET = { progress: () => undefined, cancelled: () => false };

async function sheetsOf(name: string, options: TableOptions = {}) {
  const path = dataFile(name);
  return readSheets(path, await identifyFile(path), options, QUIET);
}

describeWithData('the sheets of a file', () => {
  it('are read together, the hidden one only when it is asked for', async () => {
    const name = 'messy_layouts/derived_superstore_report_subtotals_merged.xlsx';
    const read = await sheetsOf(name);
    expect(read.sheet).toBe('Försäljning per region');
    expect(read.read.map(({ sheet, table }) => [sheet, table.rows])).toEqual([
      ['Försäljning per region', 10_003],
      ['Sammanfattning', 3],
    ]);
    expect(read.read[1] === undefined ? '' : cellText(read.read[1].table, 1, 1)).toBe('Försäljning');
    expect(read.sheets).toContainEqual({ name: 'Gömt', rows: 1, hidden: true });
    const hidden = await sheetsOf(name, { sheet: 'Gömt' });
    expect(hidden.read.map(({ sheet }) => sheet)).toEqual(['Försäljning per region', 'Sammanfattning', 'Gömt']);
    const last = hidden.read[2]?.table;
    expect(last === undefined ? '' : cellText(last, 0, 0)).toBe('ignore me');
  });

  it('of an older workbook too', async () => {
    const { read, sheet } = await sheetsOf('superstore/Sample - Superstore.xls');
    expect(sheet).toBe('Orders');
    expect(read.map(({ name, table }) => [name, table.rows])).toEqual([
      ['Orders', 10_195],
      ['People', 5],
      ['Returns', 801],
    ]);
  });

  it('of bookkeeping are two tables ready to import', async () => {
    const { read, isLaidOut, encoding } = await sheetsOf('sie4/magenta_bokföring_SIE4E.se');
    expect([isLaidOut, encoding]).toEqual([true, 'cp437']);
    expect(read.map(({ name }) => name)).toEqual(['3000\u20133799', '4000\u20134999']);
  });
});
