import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataFile, describeWithData } from '../support/data.ts';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { openWizard, pick } from './import-page.ts';
import { addFilter, choosePeriod, passportOf, toggleMember } from './overview-page.ts';
import { plain, tableTexts } from './tables.ts';

const csv = (name: string, ...lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});

describeInBrowser('lists and currency rates in the browser', () => {
  let app: App;
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const card = (title: string) => app.page.getByRole('region', { name: title });
  const undo = (done: string) =>
    app.page.locator('.ui-toast', { hasText: done }).getByRole('button', { name: 'Undo' }).click();
  const goTo = (name: string) => app.page.getByRole('link', { name }).click();

  beforeAll(async () => {
    app = await openApp();
    await app.page.getByRole('textbox', { name: 'Name' }).fill('Lists');
    await button('Create').click();
    await app.page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  async function importFile(file: Parameters<typeof pick>[1], rows: string): Promise<void> {
    await pick(app.page, file);
    await button(`Import ${rows} rows`).click();
    await app.page.getByRole('heading', { name: `${rows} rows imported` }).waitFor();
  }

  it('gives revenue by the teams of a rep list', async () => {
    const { page } = app;
    await importFile(
      csv(
        'sales.csv',
        'Date;Order;Rep;Amount;Currency',
        '2026-03-02;1;Anna;100.00;SEK',
        '2026-03-03;2;Bo;50.00;SEK',
        '2026-03-04;3;Bo;10.00;EUR',
      ),
      '3',
    );
    await openWizard(page);
    await importFile(csv('reps.csv', 'Rep;Team;Manager', 'Anna;Blue;Mona', 'Bo;Red;Mona'), '2');
    await goTo('Overview');
    await choosePeriod(page, 2026, 'All data');
    await addFilter(page, 'Team', 'Blue');
    expect((await passportOf(page, 'Revenue')).amount).toBe('100.00 SEK');
  });

  it('counts no row without a rate, and all of them once it is pasted', async () => {
    const { page } = app;
    await goTo('Data');
    await card('Currency rates').getByText('1 row in EUR has no rate and is not counted.').waitFor();
    await button('Add rates…').click();
    const field = page.getByRole('textbox', { name: 'Rates' });
    await field.fill('EUR\t01/02/2026\t11,45');
    await page.getByText('One line cannot be read: EUR').waitFor();
    expect(await button('Add 0 rates').isDisabled()).toBe(true);
    await field.fill('Currency\tFrom\tRate\nEUR\t2026-01-01\t11,45\nUSD\t2026-01-01\t10,50');
    await button('Add 2 rates').click();
    await button('Remove the rate for USD from 1 Jan 2026').waitFor();
    expect((await tableTexts(page.locator('.data-rates'))).map((cells) => cells.map(plain))).toEqual([
      ['EUR', '1 Jan 2026', '11.45', ''],
      ['USD', '1 Jan 2026', '10.50', ''],
    ]);
    await expect.poll(() => page.locator('.data-missing-rates').count()).toBe(0);
    await goTo('Overview');
    expect((await passportOf(page, 'Revenue')).amount).toBe('100.00 SEK');
    await toggleMember(page, 'Team', 'Red');
    // 100 + 50 + 10 × 11.45
    expect((await passportOf(page, 'Revenue')).amount).toBe('264.50 SEK');
  });

  it('takes the rates back', async () => {
    await goTo('Data');
    await button('Remove the rate for EUR from 1 Jan 2026').click();
    await card('Currency rates').getByText('1 row in EUR has no rate and is not counted.').waitFor();
    await undo('The rate is removed');
    await button('Remove the rate for EUR from 1 Jan 2026').waitFor();
  });

  describeWithData('the Maven pipeline', () => {
    it('names the product its list does not have, and merges it with one click', async () => {
      const { page } = app;
      await openWizard(page);
      await importFile(dataFile('crm_sales_opportunities/sales_pipeline.csv'), '8,800');
      await openWizard(page);
      await importFile(dataFile('crm_sales_opportunities/products.csv'), '7');
      await goTo('Data');
      const missing = card('Names missing from the lists');
      await missing.getByRole('heading', { name: '1 name is missing from the product list' }).waitFor();
      await expect
        .poll(() => tableTexts(missing.getByRole('table').first()))
        .toEqual([['GTXPro', '1,480', 'Merge with GTX Pro']]);
      await button('Merge with GTX Pro').click();
      await missing.getByRole('heading', { name: 'product list' }).waitFor({ state: 'detached' });
      await undo('GTXPro is now shown as GTX Pro');
      await button('Merge with GTX Pro').waitFor();
    });
  });

  it('has nothing to complain about', () => {
    expect(app.complaints).toEqual([]);
  });
});
