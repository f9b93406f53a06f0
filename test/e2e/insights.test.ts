import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { keptView, quiet } from './explore-page.ts';
import { addFilter, clearFilters, settled } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { plain } from './tables.ts';

const STEPS: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, bn: 1e9 };

/** The number of a text. Example: '−1.42 M SEK' is −1 420 000, '4%' and '4.1 %' are 4 and 4.1. */
function amountOf(text: string): number {
  const [, sign = '', digits = '', step = ''] = /([−-]?)([\d,.]+)[ %]*(k|M|bn)?/.exec(text) ?? [];
  return Number(digits.replaceAll(',', '')) * (STEPS[step] ?? 1) * (sign === '' ? 1 : -1);
}

describeInBrowser('what to look at', () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
    await app.page.getByRole('button', { name: /^Try it/ }).click();
    await settled(app.page);
    await app.page.getByRole('heading', { name: 'What to look at' }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });
  const titles = (): Promise<readonly string[]> => app.page.locator('.insight .insight-title').allInnerTexts();

  it('stands under the tiles of the overview, the largest first', async () => {
    const { page } = app;
    expect(await titles()).toHaveLength(4);
    expect((await titles())[0]).toMatch(/^Revenue rose by [\d.]+\sM\sSEK \(\+\d+%\), by customer$/);
    await page.getByRole('button', { name: /^Show all \d+$/ }).click();
    expect((await titles()).length).toBeGreaterThan(4);
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
  });

  it('follows the filters of the page', async () => {
    const { page } = app;
    const before = await titles();
    await addFilter(page, 'Customer', 'Hotell Fyren');
    await expect.poll(titles).not.toEqual(before);
    await clearFilters(page);
    await expect.poll(titles).toEqual(before);
  });

  it('opens the rows behind a finding', async () => {
    const { page } = app;
    await page.getByRole('button', { name: /^Rows behind: .* gone silent$/ }).click();
    await page.getByRole('dialog').getByRole('table').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.ui-virtual-table').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').first().waitFor({ state: 'detached' });
  });

  it('opens every number within a sentence, by keyboard too: the passport has the same', async () => {
    const { page } = app;
    const passport = page.locator('.passport:not(.late)');
    const numbers = page.locator('.said-number:not(.kpi-aim)');
    const count = await numbers.count();
    expect(count).toBeGreaterThan(20);
    for (let at = 0; at < count; at++) {
      const said = plain(await numbers.nth(at).innerText());
      await numbers.nth(at).focus();
      await page.keyboard.press('Enter');
      await passport.waitFor();
      const told = plain(await passport.locator('.passport-value').innerText());
      // 'Others' stand with how many they are; a sentence has a coarser number than a passport.
      const [shown, found] = [amountOf(said.replace(/^[\d,]+ others? /, '')), amountOf(told)];
      expect(Math.abs(shown - found), `${said} is ${told}`).toBeLessThanOrEqual(Math.max(0.5, Math.abs(found) * 0.02));
      // Rows lie over their passport and close first.
      const hasRows = (await page.locator('.ui-virtual-table').count()) > 0;
      await page.keyboard.press('Escape');
      if (hasRows) await page.keyboard.press('Escape');
      await passport.waitFor({ state: 'detached' });
    }
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
  });

  it('tells what the others of a change brought: how many they are, and rows of both times', async () => {
    const { page } = app;
    const others = page.locator('.said-number', { hasText: /^[\d,]+ others/ }).first();
    const [many = ''] = (await others.innerText()).split(' ');
    await others.click();
    const passport = page.locator('.passport:not(.late)');
    await passport.waitFor();
    const lines = Object.fromEntries(
      await passport
        .locator('.passport-lines > div')
        .evaluateAll((all) => all.map((each) => [...each.children].map((part) => part.textContent))),
    ) as Record<string, string>;
    expect(lines['Others']).toBe(many);
    const amount = (name: string): number => amountOf(plain(lines[name] ?? ''));
    expect(amount('Value now') - amount('Value before')).toBeCloseTo(amount('All') - amount('Shown by themselves'), 1);
    expect(amount('Now') + amount('Before')).toBe(amount('Used'));
    await page.getByRole('button', { name: 'Show rows' }).click();
    const dialog = page.getByRole('dialog', { name: /^The rows behind/ });
    await dialog.getByRole('button', { name: /^Before/ }).click();
    await dialog.getByRole('table').waitFor();
    await expect
      .poll(async () => amountOf(plain(await dialog.locator('p').first().innerText())))
      .toBe(amount('Before'));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await passport.waitFor({ state: 'detached' });
  });

  it('is silenced one by one, and comes back on a click', async () => {
    const { page } = app;
    const [first = '', ...others] = await titles();
    await page.getByRole('button', { name: `Do not show again: ${first}` }).click();
    await expect.poll(titles).toEqual(others);
    await page.getByRole('button', { name: '1 silenced' }).click();
    await page.getByRole('button', { name: `Show again: ${first}` }).click();
    await expect.poll(async () => (await titles())[0]).toBe(first);
  });

  it('stands under every ready-made dashboard', async () => {
    const { page } = app;
    const here = await titles();
    await page.getByRole('navigation').getByText('Sales team', { exact: true }).click();
    await page.getByRole('heading', { name: 'Sales team' }).waitFor();
    await page.getByRole('heading', { name: 'What to look at' }).waitFor();
    await expect.poll(titles).toEqual(here.slice(0, 4));
    await page.getByRole('navigation').getByText('Management', { exact: true }).click();
    await page.getByRole('heading', { name: 'Management' }).waitFor();
    await page.getByRole('button', { name: /^Show all \d+$/ }).click();
    await expect.poll(titles).toEqual(here);
  });

  it('goes to Explore with the same question', async () => {
    const { page } = app;
    await page.getByRole('button', { name: /^Explore: Revenue rose .* by customer$/ }).click();
    await quiet(page);
    expect(await keptView(page)).toMatchObject({ rows: [{ dimension: 'customer' }], compare: 'last-year' });
    expect(app.complaints).toEqual([]);
  });
});
