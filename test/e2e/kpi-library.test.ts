import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatCompact, formatFull, type FormatContext } from '#shared/format.ts';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { choose, detail, line, listed, openLibrary, passportOf, valueOf, variants } from './library-page.ts';
import { readCards, settled, type CliCell } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { cli } from './shell-process.ts';
import { allVirtualRows, numberOf, plain } from './tables.ts';

const format: FormatContext = { locale: 'en-GB', currency: 'SEK' };

describeInBrowser('the KPI library', () => {
  let app: App;
  /** What the page said of a reference, to be held against the command line at the end. */
  const seen = new Map<string, string>();
  const search = (text: string): Promise<void> => app.page.getByRole('searchbox', { name: 'Search KPIs' }).fill(text);
  const undo = (): Promise<void> => app.page.getByRole('button', { name: 'Undo' }).first().click();

  beforeAll(async () => {
    app = await openApp();
    await app.page.getByRole('button', { name: 'Try it' }).click();
    await settled(app.page);
    await openLibrary(app.page);
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('lists every KPI under activity, conversion and result, with what it comes to', async () => {
    const { page } = app;
    expect(await page.locator('.kpis-category h2').allInnerTexts()).toEqual(['Activity', 'Conversion', 'Result']);
    expect((await listed(page)).length).toBe(56);
    seen.set('revenue', await valueOf(line(page, 'Revenue')));
    seen.set('calls', await valueOf(line(page, 'Calls')));
    expect(await line(page, 'Quote to close').innerText()).toContain('Needs deals (quoted)');
  });

  it('finds a KPI by its name, by another word for it and by its definition, names first', async () => {
    const { page } = app;
    await search('turnover');
    expect((await listed(page))[0]).toBe('Revenue');
    await search('attrition');
    expect(await listed(page)).toEqual(['Churn']);
    await detail(page).getByRole('heading', { name: 'Churn' }).waitFor();
    await search('margin gross');
    expect((await listed(page))[0]).toBe('Gross margin');
    await search('xyzzy');
    await page.getByText('No KPI matches').waitFor();
    await page.locator('.kpis-list').getByText('Show all', { exact: true }).click();
    expect((await listed(page)).length).toBe(56);
  });

  it('counts in another variant at once, here and in the passport, and back again', async () => {
    const { page } = app;
    await choose(page, 'Win rate');
    const values = await variants(page);
    seen.set('win-rate:count', values['By number'] ?? '');
    seen.set('win-rate:value', values['By value'] ?? '');
    expect(values['By value']).not.toBe(values['By number']);
    expect(await valueOf(line(page, 'Win rate'))).toBe(values['By number']);
    await detail(page).getByRole('radio', { name: 'By value' }).click();
    await expect.poll(() => valueOf(line(page, 'Win rate'))).toBe(values['By value']);
    await line(page, 'Win rate').locator('.kpi-number').click();
    const passport = passportOf(page, 'Win rate');
    await passport.getByText('Variant: By value').waitFor();
    expect(plain(await passport.locator('.passport-value').innerText())).toBe(values['By value']);
    await page.keyboard.press('Escape');
    await passport.waitFor({ state: 'hidden' });
    await undo();
    await expect.poll(() => valueOf(line(page, 'Win rate'))).toBe(values['By number']);
  });

  it('adds a KPI to the overview and takes it back', async () => {
    const { page } = app;
    await line(page, 'Win rate').getByRole('button', { name: 'Add Win rate to the overview' }).click();
    await line(page, 'Win rate').getByRole('button', { name: 'Remove Win rate from the overview' }).waitFor();
    await page.getByRole('link', { name: 'Overview' }).click();
    const cards = await readCards(page);
    expect(cards.map(({ name }) => name)).toContain('Win rate');
    expect(cards.at(-1)?.value).toBe((seen.get('win-rate:count') ?? '').replace(' %', ' %'));
    await openLibrary(page);
    await undo();
    await line(page, 'Win rate').getByRole('button', { name: 'Add Win rate to the overview' }).waitFor();
  });

  it('says so, calmly, when the overview has more KPIs than can be taken in', async () => {
    const { page } = app;
    for (const name of ['Calls', 'Emails', 'Meetings', 'Demos', 'Win rate']) {
      await line(page, name)
        .getByRole('button', { name: `Add ${name} to the overview` })
        .click();
      await line(page, name)
        .getByRole('button', { name: `Remove ${name} from the overview` })
        .waitFor();
    }
    await page.getByRole('link', { name: 'Overview' }).click();
    expect((await readCards(page)).length).toBe(11);
    await page.getByText('11 KPIs are a lot at once.').waitFor();
    await openLibrary(page);
  });

  it('has a passport whose rows add up to the number', async () => {
    const { page } = app;
    await line(page, 'Bookings').locator('.kpi-number').click();
    const passport = passportOf(page, 'Bookings');
    const lines = passport.locator('.passport-lines > div');
    const full = plain(await lines.filter({ hasText: 'SEK' }).first().locator('dd').innerText());
    const used = numberOf(await lines.filter({ hasText: 'Used' }).locator('dd').innerText());
    await passport.getByRole('button', { name: 'Show rows' }).click();
    const dialog = page.getByRole('dialog', { name: 'The rows behind bookings' });
    const table = dialog.getByRole('table');
    await table.waitFor();
    const value = (await table.locator('thead th').allInnerTexts()).indexOf('Value');
    const rows = await allVirtualRows(page, table);
    const sum = rows.reduce((total, cells) => total + Math.round(numberOf(cells[value] ?? '') * 100), 0) / 100;
    expect(rows.length).toBe(used);
    expect(plain(formatFull(sum, 'money', format))).toBe(full);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await passport.waitFor({ state: 'hidden' });
  });

  it('shows retention by cohort as a triangle, each cell with its passport', async () => {
    const { page } = app;
    await choose(page, 'Cohort retention');
    const triangle = detail(page).getByRole('table', { name: 'Bought again, % of the cohort' });
    await triangle.waitFor();
    // In the quarter of their first purchase all of a cohort bought.
    expect(new Set(await triangle.locator('tbody td:nth-child(2)').allInnerTexts())).toEqual(new Set(['100']));
    await triangle.getByRole('button').first().click();
    const passport = passportOf(page, 'Cohort retention');
    await passport.getByText('Customers in the cohort').first().waitFor();
    await page.keyboard.press('Escape');
    await passport.waitFor({ state: 'hidden' });
  });

  it('keeps a reference value with its source, and forgets it when told to', async () => {
    const { page } = app;
    await choose(page, 'Gross margin');
    await detail(page).getByRole('button', { name: 'Set a reference value' }).click();
    await detail(page).getByLabel('Value, %').fill('41.5');
    await detail(page).getByLabel('Source').fill('The industry report 2025');
    await detail(page).getByRole('button', { name: 'Save' }).click();
    const reference = detail(page).locator('.passport-lines > div', { hasText: 'Reference, The industry report 2025' });
    await reference.getByText('41.50%').waitFor();
    await line(page, 'Gross margin').locator('.kpi-number').click();
    const passport = passportOf(page, 'Gross margin');
    await passport.getByText('Reference, The industry report 2025').waitFor();
    await page.keyboard.press('Escape');
    await passport.waitFor({ state: 'hidden' });
    await undo();
    await reference.waitFor({ state: 'detached' });
  });

  it.each(['light', 'dark'] as const)('is whole, legible and named in %s, wide and narrow', async (colorScheme) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [width, height] of [
      [1440, 930],
      [1024, 700],
    ] as const) {
      // prettier-ignore
      await page.setViewportSize({ width, height });
      for (const name of ['Churn', 'Cohort retention', 'Quote to close']) {
        await choose(page, name);
        await page.locator('.kpis .late').first().waitFor({ state: 'detached' });
        await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
      }
    }
  });

  it('says whose public holidays it goes by', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('menuitem', { name: 'About Nyckeltal' }).click();
    const about = page.getByRole('dialog', { name: 'About Nyckeltal' });
    await about.getByText(/date-holidays.*CC BY-SA 3\.0/).waitFor();
    await page.keyboard.press('Escape');
    await about.waitFor({ state: 'hidden' });
  });

  it('has nothing to complain about', () => expect(app.complaints).toEqual([]));

  it('shows the same numbers as the command line', async () => {
    await app.shell.stop();
    const workspace = app.shell.workspace('Norrland Coffee (sample)');
    const told = await cli(app.shell.home, 'kpi', ...seen.keys(), '-w', workspace, '--period', '2026', '--json');
    const shown = (JSON.parse(told) as CliCell[]).map(({ value, unit }) => {
      const { number, unit: word } = formatCompact(value ?? Number.NaN, unit, format);
      return plain(`${number} ${word}`);
    });
    expect([...seen.values()]).toEqual(shown);
  });
});
