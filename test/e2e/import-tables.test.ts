import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { pick, readings, receipt } from './import-page.ts';

const BELOW = `Datum;Kund;Belopp
2026-01-05;Alfa;100,50
2026-01-06;Beta;50

Säljare;Period;Mål
Anna;2026-01-01;500

Ord;Kommentar;Antal
Ring;Alfa;1
`;

describeInBrowser('a file with several tables in the browser', () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('lists them with a tick each, shows the columns of one and imports those ticked', async () => {
    const { page } = app;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await pick(page, { name: 'below.csv', mimeType: 'text/csv', buffer: Buffer.from(BELOW) });
    expect(await readings(page)).toEqual({ Datum: 'Date', Kund: 'Customer', Belopp: 'Amount (net)' });
    const ticks = page.getByRole('checkbox');
    const ticked = async () => ticks.evaluateAll((all) => all.map((one) => one.getAttribute('aria-checked')));
    await expect.poll(ticked).toEqual(['true', 'true', 'false']);
    await button('Import 3 rows').waitFor();
    await button('Table 2').click();
    await page.locator('.import-columns').getByText('Mål').waitFor();
    expect(await receipt(page)).toMatchObject({ 'Rows in the file': '1', 'To import': '1' });
    await page.getByRole('checkbox', { name: 'Import Table 2' }).click();
    await button('Import 2 rows').waitFor();
    await page.getByRole('checkbox', { name: 'Import Table 2' }).click();
    await button('Import 3 rows').click();
    await page.getByRole('heading', { name: '3 rows imported' }).waitFor();
    const receipts = page.getByRole('heading', { name: /^Checked against the file: / });
    await expect
      .poll(() => receipts.allTextContents())
      .toEqual(['Checked against the file: sales lines', 'Checked against the file: targets']);
    await button('Undo the import').click();
    await page.getByRole('heading', { name: 'Drop a sales file here' }).waitFor();
    expect(app.complaints).toEqual([]);
  });
});
