import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import errors from '#shared/messages/en/errors.json' with { type: 'json' };
import { benchCsv, benchXlsx } from '../bench/data.ts';
import { dataFile, describeWithData } from '../support/data.ts';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { drop, openWizard, pick, readings, receipt } from './import-page.ts';
import { addFilter, choosePeriod, clearFilters, passportOf, readCards, toggleMember } from './overview-page.ts';
import { plain, tableTexts } from './tables.ts';

const LARGE_ROWS = 300_000;

const csv = (name: string, ...lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});

describeInBrowser('importing a file in the browser', () => {
  let app: App;
  const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
  const text = (words: string | RegExp) => app.page.getByText(words);

  async function newWorkspace(name: string): Promise<void> {
    await app.page.getByRole('textbox', { name: 'Name' }).fill(name);
    await button('Create').click();
    await app.page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  }
  async function importAll(rows: string): Promise<void> {
    await button(`Import ${rows} rows`).click();
    await app.page.getByRole('heading', { name: `${rows} rows imported` }).waitFor();
  }
  async function undoLatest(): Promise<void> {
    await app.page.getByRole('link', { name: 'Data' }).click();
    await button('Undo the import').first().click();
    await text(/^The import of .* is undone$/)
      .first()
      .waitFor();
  }
  const imports = () => tableTexts(app.page.locator('.data-imports'));

  describeWithData('the Superstore files', () => {
    beforeAll(async () => {
      app = await openApp();
    });
    afterAll(async () => {
      await app.close();
      app.shell.remove();
    });

    it('reads the workbook dropped on the start screen: columns, receipt, import', async () => {
      const { page } = app;
      const file = dataFile('superstore/Sample - Superstore.xls');
      await drop(page, 'Sample - Superstore.xls', readFileSync(file));
      expect(await readings(page)).toMatchObject({
        'Order ID': 'Order number',
        'Order Date': 'Date',
        'Customer Name': 'Customer',
        'Country/Region': 'Country',
        Region: 'Region',
        'Product Name': 'Product',
        Sales: 'Amount (net)',
        Quantity: 'Quantity',
        Profit: 'Profit',
        'Ship Mode': 'Keep as own dimension',
      });
      expect(await receipt(page)).toMatchObject({
        'Rows in the file': '10,194',
        'To import': '10,194',
        'Amount (net) in the file': '2,326,534.3543',
        'In the import': '2,326,534.3543',
      });
      await text('The sums agree with the file.').waitFor();
      await importAll('10,194');
    });

    it('shows its known revenue, whole and by region', async () => {
      const { page } = app;
      await button('Show the overview').click();
      await choosePeriod(page, 2022, 'All data');
      expect((await readCards(page))[0]).toMatchObject({ name: 'Revenue', value: '2.33 M SEK' });
      expect(await passportOf(page, 'Revenue')).toEqual({ amount: '2,326,534.35 SEK', used: '10,194' });
      await addFilter(page, 'Country', 'United States');
      expect(await passportOf(page, 'Revenue')).toEqual({ amount: '2,297,200.86 SEK', used: '9,994' });
      await toggleMember(page, 'Region', 'West');
      expect((await readCards(page))[0]?.value).toBe('725.5 k SEK');
      expect((await passportOf(page, 'Revenue')).amount).toBe('725,457.82 SEK');
    });

    it('knows the same file again and changes nothing', async () => {
      const { page } = app;
      await openWizard(page);
      await pick(page, dataFile('superstore/Sample - Superstore.xls'));
      await text('All 10,194 rows are already there').waitFor();
      expect(await button('Nothing to import').isDisabled()).toBe(true);
      expect(await receipt(page)).toMatchObject({ 'To import': '0', 'Already there': '10,194' });
      await button('Show the imports').click();
      await expect.poll(imports).toHaveLength(1);
    });

    it('gives back what was there before when an import is undone', async () => {
      const { page } = app;
      await page.getByRole('link', { name: 'Overview' }).click();
      const before = await readCards(page);
      await openWizard(page);
      await pick(
        page,
        csv('more.csv', 'Order Date,Order ID,Customer Name,Country/Region,Region,Sales', '2022-05-17,N-1,Ny Kund,United States,West,1000.00', '2022-05-18,N-2,Ny Kund,United States,West,2000.00'), // prettier-ignore
      );
      await importAll('2');
      await button('Show the overview').click();
      await page.getByText('728.5 k SEK').waitFor();
      await undoLatest();
      await page.getByRole('link', { name: 'Overview' }).click();
      await page.getByText('725.5 k SEK').waitFor();
      expect(await readCards(page)).toEqual(before);
    });

    it.each([
      ['superstore/Sample - Superstore.csv', '10,194', '2,326,534.3543', '2.33 M SEK'],
      [
        'superstore/derived/superstore_sv_cp1252_semicolon_decimalcomma_iso.csv',
        '9,994',
        '2,297,200.8603',
        '2.30 M SEK',
      ],
    ])('reads %s to the same sums', async (name, rows, sum, shown) => {
      const { page } = app;
      await undoLatest();
      await text('No data yet').waitFor();
      await openWizard(page);
      await pick(page, dataFile(name));
      await readings(page);
      expect(await receipt(page)).toMatchObject({ 'Rows in the file': rows, 'In the import': sum });
      await importAll(rows);
      await button('Show the overview').click();
      await clearFilters(page);
      await page.locator('.kpi-value', { hasText: shown }).waitFor();
    });

    it('has nothing to complain about', () => expect(app.complaints).toEqual([]));
  });

  describe('files made here', () => {
    beforeAll(async () => {
      app = await openApp();
      await newWorkspace('Made here');
    });
    afterAll(async () => {
      await app.close();
      app.shell.remove();
    });

    const bad = [
      { file: 'empty.csv', buffer: Buffer.alloc(0), sentence: errors.E_FILE_EMPTY },
      { file: 'report.csv', buffer: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj\n'), sentence: errors.E_FILE_TYPE },
      { file: 'cut.xlsx', buffer: null, sentence: errors.E_FILE_DAMAGED },
    ];
    it.each(bad)('says what is wrong with $file', async ({ file, buffer, sentence }) => {
      const whole = buffer ?? readFileSync(benchXlsx(200));
      const bytes = buffer === null ? whole.subarray(0, Math.floor(whole.length / 2)) : whole;
      await pick(app.page, { name: file, mimeType: 'application/octet-stream', buffer: bytes });
      const notice = app.page.getByRole('alert').or(app.page.locator('.ui-notice')).filter({ hasText: file });
      await notice.waitFor();
      expect(await notice.innerText()).toContain(sentence);
    });

    it('says that a file with only a header has nothing to import', async () => {
      await pick(app.page, csv('header.csv', 'Date;Customer;Amount'));
      await text('The file has a header but no rows.').waitFor();
      expect(await button('Nothing to import').isDisabled()).toBe(true);
      await button('Cancel').click();
    });

    it('asks how dates that fit two readings are meant, and imports them as answered', async () => {
      const { page } = app;
      await pick(page, csv('two-ways.csv', 'Date,Customer,Amount', '03/04/2026,Alfa,100.00', '05/06/2026,Beta,250.00'));
      await page.getByRole('heading', { name: 'One column can be read in two ways' }).waitFor();
      expect(await button(/^Import |^Nothing/).isDisabled()).toBe(true);
      await page.getByRole('radio', { name: /^3 Apr 2026/ }).click();
      await importAll('2');
      expect(plain(await page.locator('.import-done-sub').innerText())).toContain('3 Apr–5 Jun 2026');
    });

    it('leaves the workspace as it was when a large import is cancelled', async () => {
      const { page } = app;
      const digest = (): string =>
        createHash('sha256')
          .update(readFileSync(app.shell.workspace('Made here')))
          .digest('hex');
      const before = digest();
      await openWizard(page);
      await pick(page, await benchCsv(LARGE_ROWS));
      await button('Import 300,000 rows').click();
      await text(/[1-9][\d,]* of 300,00\d rows/).waitFor();
      await button('Cancel the import').click();
      await text('The import was cancelled. Nothing was saved.').waitFor();
      await page.getByRole('link', { name: 'Data' }).click();
      await expect.poll(imports).toHaveLength(1);
      expect(digest()).toBe(before);
      await page.goBack();
      await button('Cancel').click();
    });

    it('can stop while a file is being read', async () => {
      const { page } = app;
      await openWizard(page);
      await pick(page, await benchCsv(LARGE_ROWS));
      await page.getByRole('progressbar').waitFor();
      await button('Cancel').click();
      await page.getByRole('heading', { name: 'Drop a sales file here' }).waitFor();
      await pick(page, csv('after.csv', 'Date,Customer,Amount', '2026-04-30,Alfa,100.00'));
      await button('Import 1 row').waitFor();
    });

    it('leaves one file behind and nothing to complain about', async () => {
      expect(app.complaints).toEqual([]);
      await app.shell.stop();
      expect(readdirSync(join(app.shell.home, 'workspaces'))).toEqual(['Made here.nyckeltal']);
    });
  });
});
