import { afterAll, beforeAll, expect, it } from 'vitest';
import { workbookOf } from '../fixtures/workbook.ts';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { openWizard, pick, readings, receipt } from './import-page.ts';
import { readCards } from './overview-page.ts';

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`;
const dollars = (value: number): string => `<c s="1"><v>${value}</v></c>`;
/** Sales by month without a year, formatted as dollars: 100 + 200 + 300 + 10 + 20 + 30 = 660. */
const MONTHS = workbookOf({
  sheet: [
    row(...['Region', 'Jan', 'Feb', 'Mar'].map(text)),
    row(text('North'), ...[100, 200, 300].map(dollars)),
    row(text('South'), ...[10, 20, 30].map(dollars)),
  ].join(''),
  formats: ['"$"#,##0'],
});
const WEEKS = 'Date,Order,Amount,Week\n2026-09-01,A1,$10.00,36\n2026-09-02,A2,$20.00,soon\n2026-09-03,A3,$30.00,38\n';

describeInBrowser('what the wizard asks', () => {
  let app: App;
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });

  beforeAll(async () => {
    app = await openApp();
    await app.page.getByRole('textbox', { name: 'Name' }).fill('Questions');
    await button('Create').click();
    await app.page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('the year of months that are columns, and the currency of a new workspace, before anything is imported', async () => {
    const { page } = app;
    await pick(page, { name: 'months.xlsx', mimeType: 'application/octet-stream', buffer: MONTHS });
    expect(await readings(page)).toMatchObject({ Datum: 'Date', Belopp: 'Amount (net)' });
    expect(await receipt(page)).toMatchObject({ 'Rows in the file': '6', 'Amount (net) in the file': '660.00' });
    const commit = button('Import 6 rows');
    expect(await commit.isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: 'Year' }).fill('2025');
    await button('Use').click();
    await page.getByText('2025-01-01').waitFor();
    expect(await commit.isDisabled()).toBe(true);
    await page.getByRole('radio', { name: 'Count in USD' }).click();
    await page.getByText('The workspace counts in USD.').waitFor();
    await commit.click();
    await button('Show the overview').click();
    expect((await readCards(page))[0]?.name).toBe('Revenue');
    expect((await readCards(page))[0]?.value).toMatch(/^660.*USD$/);
  });

  it('what a column of the file’s own is kept as, and leaves blank what is not', async () => {
    const { page } = app;
    await openWizard(page);
    await pick(page, { name: 'weeks.csv', mimeType: 'text/csv', buffer: Buffer.from(WEEKS) });
    expect(await readings(page)).toMatchObject({ Week: 'Keep as own dimension' });
    await page.getByRole('combobox', { name: /the column Week/ }).click();
    await page.getByRole('option', { name: 'Keep as own number' }).click();
    await page.getByText('1 value in the column “Week” is not a number and is left blank: “soon” in row 3.').waitFor();
    await button('Import 3 rows').click();
    await page.getByRole('heading', { name: '3 rows imported' }).waitFor();
    expect(app.complaints).toEqual([]);
  });
});
