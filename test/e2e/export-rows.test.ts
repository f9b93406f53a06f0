import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { openWizard, pick } from './import-page.ts';

/** Two of the three are about Björk; one of those would be a formula elsewhere. */
const SALES = [
  'Date,Order,Customer,Note,Amount',
  '2026-01-05,1,AB Björk,=1+1,100.00',
  '2026-01-06,2,Björk AB,plain,200.50',
  '2026-01-07,3,Ek & Co,plain,500.00',
].join('\n');

describeInBrowser('exporting rows', () => {
  let app: App;
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  async function exported(item: string): Promise<string> {
    const path = join(app.shell.home, item.replaceAll(/\W/g, ''));
    await button('Export').click();
    const [download] = await Promise.all([
      app.page.waitForEvent('download'),
      app.page.getByRole('menuitem', { name: item }).click(),
    ]);
    await download.saveAs(path);
    return path;
  }

  beforeAll(async () => {
    app = await openApp();
    const { page } = app;
    await page.getByRole('textbox', { name: 'Name' }).fill('Export');
    await button('Create').click();
    await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
    await pick(page, { name: 'sales.csv', mimeType: 'text/csv', buffer: Buffer.from(SALES) });
    await button('Import 3 rows').click();
    await page.locator('.import-done-sub').waitFor();
    await page.getByRole('link', { name: 'Data' }).click();
    await page.getByRole('navigation', { name: 'Parts of the data' }).getByText('Rows').click();
    await page.locator('.list-count').getByText('3 rows').waitFor();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('saves the rows in sight as text', async () => {
    await app.page.getByRole('searchbox', { name: 'Search all texts' }).fill('björk');
    await app.page.locator('.list-count').getByText('2 of 3 rows shown').waitFor();
    const text = readFileSync(await exported('CSV file (.csv)'), 'utf8');
    expect(text.split('\r\n')).toEqual([
      '\ufeffDate,Amount (net),Order number,Customer,Note [text],Source file,Source sheet,Source row [Nyckeltal: sale]',
      "2026-01-05,100,1,AB Björk,'=1+1,sales.csv,,2",
      '2026-01-06,200.5,2,Björk AB,plain,sales.csv,,3',
      '',
    ]);
    await app.page.getByText('2 rows saved in Export sales lines.csv').waitFor();
  });

  it('saves them as a workbook that is imported as rows that are there already', async () => {
    const path = await exported('Excel file (.xlsx)');
    await openWizard(app.page);
    await pick(app.page, { name: 'back.xlsx', mimeType: '', buffer: readFileSync(path) });
    await app.page.getByText('Nyckeltal', { exact: true }).first().waitFor();
    await app.page.getByText('All 2 rows are already there').waitFor();
    expect(app.complaints).toEqual([]);
  });

  it('has nothing to save where no row matches', async () => {
    await app.page.getByRole('link', { name: 'Data' }).click();
    await app.page.getByRole('navigation', { name: 'Parts of the data' }).getByText('Rows').click();
    await app.page.getByRole('searchbox', { name: 'Search all texts' }).fill('nobody');
    await app.page.locator('.list-count').getByText('0 of 3 rows shown').waitFor();
    expect(await button('Export').isDisabled()).toBe(true);
  });
});
