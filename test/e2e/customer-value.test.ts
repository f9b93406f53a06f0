import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import type { App } from './browser-page.ts';
import { openSample } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';

describeInBrowser('customer value', () => {
  let app: App;
  beforeAll(async () => {
    app = await openSample();
    await app.page.getByRole('link', { name: 'Customer value' }).click();
    await app.page.locator('.clv-figures').waitFor();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });
  const cells = (column: number): Promise<readonly string[]> =>
    app.page.locator(`.clv-customers tbody td:nth-child(${String(column)})`).allInnerTexts();

  it('shows what is expected beside what has been, with the check and the groups', async () => {
    const { page } = app;
    await page.getByRole('heading', { name: 'Check against data that was held out' }).waitFor();
    expect(await page.locator('.clv-figures dt').allInnerTexts()).toEqual([
      'Expected value',
      'Expected purchases',
      'Likely active',
      'Historic value',
      'By formula',
    ]);
    await expect.poll(() => page.locator('.clv-segments tbody tr').count()).toBe(11);
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
    expect(app.complaints).toEqual([]);
  });

  it('orders the customers by a column, finds one and shows one group alone', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Purchase days', exact: true }).click();
    const isOrdered = async (): Promise<boolean> => {
      const days = (await cells(8)).map(Number).slice(0, 5);
      return JSON.stringify(days) === JSON.stringify(days.toSorted((a, b) => b - a));
    };
    await expect.poll(isOrdered).toBe(true);
    await page.getByRole('searchbox', { name: 'Search customer' }).fill('hamnen');
    await expect.poll(async () => (await cells(1)).every((name) => name.includes('Hamnen'))).toBe(true);
    await page.getByRole('searchbox', { name: 'Search customer' }).fill('');
    await page.getByRole('button', { name: 'Show only At risk' }).click();
    await expect.poll(async () => [...new Set(await cells(2))]).toEqual(['At risk']);
    await page.locator('.clv-bar').getByRole('button', { name: 'At risk' }).click();
    await expect.poll(async () => new Set(await cells(2)).size).toBeGreaterThan(1);
  });

  it('looks further ahead, and puts customers together by a field', async () => {
    const { page } = app;
    const value = page.locator('.clv-figure').first();
    const before = await value.innerText();
    await page.getByRole('button', { name: /^Horizon/ }).click();
    await page.getByRole('menuitemcheckbox', { name: '24 months' }).click();
    await expect.poll(() => value.innerText()).not.toBe(before);
    await page.getByRole('button', { name: /^Group/ }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Region' }).click();
    await page.getByRole('button', { name: 'Show only Norr' }).waitFor();
  });

  it('leads to the rows of a customer', async () => {
    const { page } = app;
    await page
      .getByRole('button', { name: /^Show the rows of / })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('table').first().waitFor();
  });
});
