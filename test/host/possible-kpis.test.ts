import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Output } from '#shared/contract.ts';
import type { ReadingOptions } from '#shared/importing.ts';
import { sheetRows, workbookOf } from '../fixtures/workbook.ts';
import { hostInFolder, type HostInFolder } from '../support/host-in-folder.ts';

const SALES = 'Datum;Order;Kund;Artikel;Antal;Belopp\n2026-01-05;1;Alfa;Kaffe;2;100,00\n2026-01-06;2;Beta;Te;1;50,00\n';
/** A cost a unit: with it, and only with it, sales have a cost. */
const PRODUCTS = 'Artikel;Kategori;Inköpspris\nKaffe;Dryck;30,00\nTe;Dryck;20,00\n';

let own: HostInFolder;
beforeEach(async () => {
  own = hostInFolder();
  await own.value('workspace.create', { name: 'Listor' });
});
afterEach(() => own.remove());

function look(name: string, bytes: string | Buffer, options: ReadingOptions = {}): Promise<Output<'import.inspect'>> {
  const path = join(own.folder, name);
  writeFileSync(path, bytes);
  return own.inspect(path, options);
}

const margin = ({ possibleKpis }: Output<'import.inspect'>) => possibleKpis.find(({ kpi }) => kpi === 'gross-margin');

it('a list that is stored gives the file its fields, and a file that is a list gives the stored rows theirs', async () => {
  const alone = await look('sales.csv', SALES);
  expect(margin(alone)).toMatchObject({ possible: false, needs: ['sale.cost'] });

  const products = await look('products.csv', PRODUCTS, { kind: 'product_list' });
  expect(margin(products)?.possible).toBe(false);
  await own.value('import.commit', { taskId: 'write', stageId: products.stageId, options: { kind: 'product_list' } });
  expect(margin(await look('sales-2.csv', SALES))).toMatchObject({ possible: true, needs: [] });
  expect(margin(await look('without-quantity.csv', SALES.replace('Antal', 'Egen kolumn')))?.possible).toBe(false);
});

it('stored sales can be answered for once a list is imported', async () => {
  const { stageId } = await look('sales.csv', SALES);
  await own.value('import.commit', { taskId: 'write', stageId, options: {} });
  expect(margin(await look('products.csv', PRODUCTS, { kind: 'product_list' }))).toMatchObject({ possible: true });
  expect(margin(await look('reps.csv', 'Säljare;Team\nAnna;Norr\n', { kind: 'rep_list' }))?.possible).toBe(false);
});

it('a list in the same file counts, whichever of its tables is looked at', async () => {
  const rows = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => line.split(';').map(numberIf));
  const book = workbookOf({
    sheet: sheetRows(rows(SALES)),
    more: [['Artiklar', 'visible', sheetRows(rows(PRODUCTS))]],
  });
  const sales = await look('both.xlsx', book);
  expect(sales.tables.map(({ name, kind }) => [name, kind])).toEqual([
    ['Data', 'sale'],
    ['Artiklar', 'product_list'],
  ]);
  expect(sales.kind).toBe('sale');
  expect(margin(sales)).toMatchObject({ possible: true });
  expect(margin(await look('both.xlsx', book, { table: '1:Artiklar' }))).toMatchObject({ possible: true });
});

function numberIf(text: string): string | number {
  return /^\d+(,\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}
