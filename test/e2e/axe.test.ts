import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { settled } from './overview-page.ts';

/** What axe calls serious or worse on the page, each with the first place of it. */
async function seriousOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations.flatMap(({ id, impact, nodes }) =>
    impact === 'serious' || impact === 'critical' ? [`${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`] : [],
  );
}

const ROOMS = [
  'overview',
  'explore',
  'kpis',
  'kpi-settings',
  'kpi-editor',
  'customer-value',
  'data',
  'rows',
  'names',
  'entry',
] as const;

describeInBrowser('axe finds nothing serious', () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('on the start screen', async () => {
    expect(await seriousOn(app.page)).toEqual([]);
    await app.page.getByRole('button', { name: /^Try it/ }).click();
    await settled(app.page);
  });

  it.each(ROOMS)('in the room %s, light and dark', async (room) => {
    const { page } = app;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate((hash) => (location.hash = hash), `#/${room}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.late').first().waitFor({ state: 'detached' });
      // The colours change over a moment, and rows fade in.
      await expect.poll(() => seriousOn(page), { message: colorScheme }).toEqual([]);
    }
  });
});
