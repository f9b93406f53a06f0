import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';

describeInBrowser('a page loaded again', () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
    await app.page.getByRole('textbox', { name: 'Name' }).fill('Again');
    await app.page.getByRole('button', { name: 'Create', exact: true }).click();
    await app.page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('keeps its session while a question is still under way', async () => {
    const { page } = app;
    const asked = page.waitForRequest('**/call/*');
    await page.route('**/call/*', () => undefined);
    await page.getByRole('link', { name: 'KPIs' }).click();
    await asked;
    await page.unroute('**/call/*');
    await page.reload();
    await page.getByRole('link', { name: 'Data' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('KPIs');
  });
});
