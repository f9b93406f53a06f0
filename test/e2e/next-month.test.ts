import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { openWizard, pick, readings, receipt } from './import-page.ts';
import { plain, tableTexts } from './tables.ts';

const HEADER = 'Datum;Fakturanr;Radnr;Kund;Ansvarig;Belopp';
/** Every date fits two readings; 100 + 200 + 300. */
const AUGUST = ['03/08/2026;1001;1;Ada;Bo;100,00', '03/08/2026;1001;2;Ada;Bo;200,00', '05/08/2026;1002;1;Cy;Bo;300,00'];
/** 1001/2 was 200 and is 250, 1002/1 is as it was, 1003/1 is new. */
const SEPTEMBER = [
  '03/08/2026;1001;2;Ada;Bo;250,00',
  '05/08/2026;1002;1;Cy;Bo;300,00',
  '02/09/2026;1003;1;Di;Bo;400,00',
];

const csv = (name: string, rows: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${[HEADER, ...rows].join('\n')}\n`),
});

describeInBrowser("next month's file", () => {
  let app: App;
  let folder: string;
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const text = (words: string | RegExp) => app.page.getByText(words);
  const rule = (name: string) => app.page.getByRole('radio', { name: new RegExp(`^${name}`) });

  async function revenue(): Promise<string> {
    await app.page.getByRole('link', { name: 'Overview' }).click();
    const card = app.page.locator('.kpi-card', { hasText: 'Revenue' }).first();
    return plain(await card.locator('.kpi-value').innerText());
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nyckeltal-folder-'));
    app = await openApp();
    await app.page.getByRole('textbox', { name: 'Name' }).fill('Months');
    await button('Create').click();
    await app.page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is preceded by a file that has to be explained', async () => {
    const { page } = app;
    await pick(page, csv('august.csv', AUGUST));
    await page.getByRole('radio', { name: /^3 Aug 2026/ }).click();
    await page.getByRole('combobox', { name: /Ansvarig/ }).click();
    await page.getByRole('option', { name: /^Channel/ }).click();
    await button('Import 3 rows').click();
    await page.getByRole('heading', { name: '3 rows imported' }).waitFor();
    expect(await revenue()).toBe('600 SEK');
  });

  it('is read as the last one and asks only what to do with the row that has changed', async () => {
    const { page } = app;
    await openWizard(page);
    await pick(page, csv('september.csv', SEPTEMBER));
    await text(/Read as august\.csv was the last time/).waitFor();
    expect(await readings(page)).toMatchObject({ Datum: 'Date', Ansvarig: 'Channel', Belopp: 'Amount (net)' });
    await page.getByRole('heading', { name: '1 row has changed since last time' }).waitFor();
    expect(await rule('Use what the file says').isChecked()).toBe(true);
    expect(await receipt(page)).toMatchObject({
      'Rows in the file': '3',
      'To import': '2',
      'of which update earlier rows': '1',
      'Already there': '1',
      'Earlier rows replaced': '1',
      'Amount (net) in the file': '950.00',
      'In the import': '650.00',
      'In rows already there': '300.00',
    });
  });

  it('shows the receipt of another choice before anything is saved', async () => {
    const { page } = app;
    await rule('Keep what is there').click();
    await button('Import 1 row').waitFor();
    expect(await receipt(page)).toMatchObject({
      'To import': '1',
      'Already there': '2',
      'of which changed, kept as they were': '1',
      'In the import': '400.00',
    });
    await rule('Replace the whole period').click();
    await button('Import 3 rows').waitFor();
    expect(await receipt(page)).toMatchObject({ 'To import': '3', 'Earlier rows replaced': '3' });
    await rule('Use what the file says').click();
    await button('Import 2 rows').waitFor();
  });

  it('can be read as guessed instead, and as last time again', async () => {
    await button('Read as guessed').click();
    await app.page.getByRole('heading', { name: 'One column can be read in two ways' }).waitFor();
    expect(await readings(app.page)).toMatchObject({ Ansvarig: 'Sales rep' });
    await button('Read as last time').click();
    await text(/Read as august\.csv was the last time/).waitFor();
    expect(await readings(app.page)).toMatchObject({ Ansvarig: 'Channel' });
  });

  it('replaces the row it changes, until it is undone', async () => {
    const { page } = app;
    await button('Import 2 rows').click();
    await page.getByRole('heading', { name: '2 rows imported' }).waitFor();
    await text('1 earlier row was replaced. It comes back if the import is undone.').waitFor();
    // By hand: 100 + 250 + 300 + 400.
    expect(await revenue()).toBe('1,050 SEK');
    await page.getByRole('link', { name: 'Data' }).click();
    await text('1 row replaced by a later import').waitFor();
    await button('Undo the import').first().click();
    await text('The import of september.csv is undone').first().waitFor();
    expect(await revenue()).toBe('600 SEK');
  });

  it('is known by its headers until they are forgotten, which can be taken back', async () => {
    const { page } = app;
    await page.getByRole('link', { name: 'Data' }).click();
    const mappings = page.locator('.data-mappings');
    await mappings.waitFor();
    expect((await tableTexts(mappings)).map(([file]) => file)).toEqual([
      expect.stringMatching(/^september\.csv.*Datum, Fakturanr, Radnr and 3 more$/),
    ]);
    await button('Forget how september.csv was read').click();
    await text('september.csv is no longer recognised').first().waitFor();
    await mappings.waitFor({ state: 'detached' });
    await page.locator('.ui-toasts').getByRole('button', { name: 'Undo', exact: true }).first().click();
    await mappings.waitFor();
  });

  it('may come as a folder: its readable files wait for each other', async () => {
    const { page } = app;
    mkdirSync(join(folder, 'months'));
    const rows = ['04/09/2026;1010;1;Eva;Bo;10,00', '04/10/2026;1011;1;Eva;Bo;20,00'];
    rows.forEach((row, at) => writeFileSync(join(folder, 'months', `${at + 9}.csv`), `${HEADER}\n${row}\n`));
    writeFileSync(join(folder, 'months', 'notes.pdf'), '%PDF-1.7');
    writeFileSync(join(folder, 'months', '.~lock.9.csv#'), 'x');
    await openWizard(page);
    await page.locator('input[type=file][webkitdirectory]').setInputFiles(join(folder, 'months'));
    await text('1 file is waiting: 10.csv.').waitFor();
    await button('Import 1 row').click();
    await button('Next file: 10.csv').click();
    await button('Import 1 row').click();
    await page.getByRole('heading', { name: '1 row imported' }).waitFor();
    expect(await revenue()).toBe('630 SEK');
  });

  it('leaves nothing to complain about', () => expect(app.complaints).toEqual([]));
});
