import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { keptView, quiet } from './explore-page.ts';
import { addFilter, clearFilters, settled } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';

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
