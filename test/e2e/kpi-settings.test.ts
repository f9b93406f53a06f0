import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { importSales, libraryValue, type } from './kpis-page.ts';
import { choosePeriod } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { plain } from './tables.ts';

/** The median gap is 30 days, so a customer is lost after 60: A twice, after 10 January and after 9 June, and won back once in between. After 170 days A is lost once, on 26 November, ten days before the last of the data. */
describeInBrowser('what KPIs go by', () => {
  let app: App;
  const card = (title: string) => app.page.locator('.kpi-rule-card', { has: app.page.getByRole('heading', { name: title }) }); // prettier-ignore
  const lapse = () => card('When a customer counts as lost');
  /** The lines under a setting: name to its value, or to both of them after a change. */
  async function effect(title: string): Promise<Readonly<Record<string, string>>> {
    const lines = await card(title)
      .locator('.passport-lines > div')
      .evaluateAll((all) => all.map((line) => [...line.children].map((part) => part.textContent.trim())));
    return Object.fromEntries(lines.map(([name = '', value = '']) => [name, plain(value)]));
  }
  async function openSettings(): Promise<void> {
    await app.page.getByRole('link', { name: 'KPIs' }).click();
    await app.page.getByRole('navigation', { name: 'Parts of the KPIs' }).getByText('Settings').click();
    await lapse().locator('.passport-lines > div').first().waitFor();
  }

  beforeAll(async () => {
    app = await openApp();
    await importSales(app.page, 'Rules');
    await openSettings();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('is shown with the KPIs it affects and their values', async () => {
    await expect
      .poll(() => effect('When a customer counts as lost'))
      .toMatchObject({ 'Won-back customers': '1', 'Lost customers': '2' });
    await lapse().getByText('60 days (2 × the median gap 30)').waitFor();
  });

  it('tells how many gaps and customers the median is of, and their purchases', async () => {
    const { page } = app;
    await lapse()
      .getByRole('button', { name: /60 days/ })
      .click();
    const passport = page.locator('.passport:not(.late)');
    await passport.waitFor();
    expect(plain(await passport.locator('.passport-value').innerText())).toBe('60 days');
    const lines = Object.fromEntries(
      await passport
        .locator('.passport-lines > div')
        .evaluateAll((all) => all.map((each) => [...each.children].map((part) => part.textContent))),
    ) as Record<string, string>;
    expect(plain(lines['Median gap'] ?? '')).toBe('30 days');
    expect(Number(lines['Gaps'])).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Show rows' }).click();
    const rows = page.getByRole('dialog', { name: /^The rows behind/ });
    await rows.locator('p', { hasText: `${lines['Used'] ?? ''} rows` }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.ui-virtual-table').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await passport.waitFor({ state: 'detached' });
  });

  it('stands apart where nothing goes by it yet, with what to import', async () => {
    const names = ['Chance by stage', 'Costs of winning customers', 'Office hours'];
    await expect.poll(async () => Object.keys(await effect('No data yet'))).toEqual(names);
    const lacking = await effect('No data yet');
    expect(lacking['Costs of winning customers']).toMatch(/^Needs costs/);
    await expect.poll(() => faultsOf(app.page)).toEqual(NO_FAULTS);
  });

  it('shows what a change does, before and after, and the library shows the same', async () => {
    const { page } = app;
    await lapse().getByRole('radio').nth(1).click();
    await lapse().getByRole('textbox', { name: 'Days' }).fill('170');
    await type(page, '<Enter>');
    await expect
      .poll(() => effect('When a customer counts as lost'))
      .toMatchObject({
        'Won-back customers': '1 → 0',
        'Lost customers': '2 → 1',
      });
    expect(await libraryValue(page, 'Lost customers')).toBe('1');
  });

  it('is as it was after undo', async () => {
    const { page } = app;
    await openSettings();
    await lapse().getByRole('textbox', { name: 'Days' }).fill('200');
    await type(page, '<Enter>');
    await lapse().getByText('values changed').waitFor();
    await lapse().getByRole('button', { name: 'Undo the change' }).click();
    await expect.poll(() => lapse().getByRole('textbox', { name: 'Days' }).inputValue()).toBe('170');
    await lapse().getByRole('radio').first().click();
    await expect.poll(() => effect('When a customer counts as lost')).toMatchObject({ 'Lost customers': '1 → 2' });
    expect(await libraryValue(page, 'Lost customers')).toBe('2');
  });

  it('refuses a number of days that is none', async () => {
    const { page } = app;
    await openSettings();
    await lapse().getByRole('radio').nth(1).click();
    await lapse().getByRole('textbox', { name: 'Days' }).fill('0');
    await type(page, '<Enter>');
    await lapse().getByText('A whole number from 1 to 10,000').waitFor();
    await lapse().getByRole('radio').first().click();
  });

  it('counts the working days of a week and a country: 23 weekdays in January, two of them holidays, five of them Fridays', async () => {
    const { page } = app;
    await page.getByRole('link', { name: 'Overview' }).click();
    await choosePeriod(page, 2025, 'Jan');
    await openSettings();
    await card('Working days').getByText('21 working days in').waitFor();
    await card('Working days').getByRole('checkbox', { name: 'Friday' }).click();
    await card('Working days').getByText('16 working days in').waitFor();
    await card('Working days').getByRole('textbox', { name: 'Free days of your own' }).fill('2025-01-13\n2025-01-99');
    await card('Working days').getByText('2025-01-99').last().waitFor();
    await card('Working days').getByRole('textbox', { name: 'Free days of your own' }).fill('2025-01-13');
    await card('Working days').getByRole('button', { name: 'Save the days' }).click();
    await card('Working days').getByText('15 working days in').waitFor();
    await page.locator('.ui-toast').first().getByRole('button', { name: 'Undo' }).click();
    await card('Working days').getByText('16 working days in').waitFor();
  });

  it('holds a KPI against a value from elsewhere', async () => {
    const { page } = app;
    await page.getByRole('combobox', { name: 'Set a reference value for' }).click();
    await page.getByRole('option', { name: 'Average order value' }).click();
    await type(page, '150');
    await page.getByRole('textbox', { name: 'Source' }).fill('Trade report 2025');
    await type(page, '<Enter>');
    const line = card('Reference values').getByRole('row', { name: /Average order value/ });
    // In January A buys for 400 and B for 100.
    await expect.poll(async () => plain(await line.innerText()).replaceAll(/\s+/g, ' ')).toBe('Average order value Trade report 2025 250 SEK 150.00 SEK Change'); // prettier-ignore
    expect(app.complaints).toEqual([]);
  });
});
