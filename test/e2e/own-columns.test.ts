import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { field, quiet, rowsInSight, startOver, well } from './explore-page.ts';
import { pick, readings } from './import-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';

/** Sold, worth, promised for, of which season: the last two are columns of the file's own. */
const FILE = `Datum;Ordernr;Kund;Belopp;Leveransdag;Säsong
2026-01-03;1;Ada;1000,00;2026-02-10;2024
2026-01-20;2;Bo;500,00;2026-02-12;2025
2026-02-02;3;Ada;300,00;2026-03-30;2025
2026-02-09;4;Cleo;200,00;2026-04-03;2023,5
2026-02-15;5;Bo;70,00;;
`;

describeInBrowser('dates and numbers of the file’s own', () => {
  let app: App;
  let page: Page;

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    await page.getByRole('textbox', { name: 'Name' }).fill('Own columns');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
    await pick(page, { name: 'order.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await readings(page);
    await page.getByRole('button', { name: 'Import 5 rows' }).click();
    await page.getByRole('heading', { name: '5 rows imported' }).waitFor();
    await page.getByRole('link', { name: 'Explore' }).click();
    await quiet(page);
  });
  beforeEach(async () => {
    await startOver(page);
    await field(page, 'Revenue').click();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('are dimensions: a date by a unit of one’s choice, drilled into the finer one', async () => {
    await field(page, 'Leveransdag').click();
    await quiet(page);
    expect(await rowsInSight(page)).toEqual([
      ['Feb 2026', ['1,500']],
      ['Mar 2026', ['300']],
      ['Apr 2026', ['200']],
      ['Unknown', ['70']],
    ]);
    await page.getByRole('heading', { name: 'Revenue by leveransdag (month)' }).first().waitFor();
    await well(page, 'Rows')
      .getByRole('button', { name: /^Leveransdag/ })
      .click();
    await page.getByRole('combobox', { name: 'Grain' }).click();
    await page.getByRole('option', { name: 'quarter', exact: true }).click();
    await page.keyboard.press('Escape');
    await quiet(page);
    expect(await rowsInSight(page)).toEqual([
      ['Q1 2026', ['1,800']],
      ['Q2 2026', ['200']],
      ['Unknown', ['70']],
    ]);
    await page.locator('.pv-body .pv-cell').first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: /Leveransdag \(month\)/ }).click();
    await quiet(page);
    expect(await rowsInSight(page)).toEqual([
      ['Feb 2026', ['1,500']],
      ['Mar 2026', ['300']],
    ]);
    await well(page, 'Filters').getByText('Leveransdag (quarter): Q1 2026').waitFor();
    expect(await faultsOf(page)).toEqual(NO_FAULTS);
    expect(app.complaints).toEqual([]);
  });

  it('are dimensions: a number by its values in the order of their size, by keyboard', async () => {
    await page.locator('.field-put', { hasText: 'Säsong' }).focus();
    await page.keyboard.press('Enter');
    await quiet(page);
    expect(await rowsInSight(page)).toEqual([
      ['2023.5', ['200']],
      ['2024', ['1,000']],
      ['2025', ['800']],
      ['Unknown', ['70']],
    ]);
    expect(await faultsOf(page)).toEqual(NO_FAULTS);
  });

  it('are filters as well', async () => {
    await field(page, 'Leveransdag').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /filter/i }).click();
    await well(page, 'Filters')
      .getByText(/^Leveransdag:/)
      .waitFor();
    expect(app.complaints).toEqual([]);
  });
});
