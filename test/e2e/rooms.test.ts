import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import type { App } from './browser-page.ts';
import { openSample, settled } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';

const ROOMS = ['Explore', 'Goals', 'Forecast', 'Customer value', 'Reports', 'KPIs', 'Data', 'Overview'];
const LATER = ['Explore', 'Goals', 'Forecast', 'Customer value', 'Reports'];

/** Of rooms that are called by what they show, which is known without asking anew. */
const TITLES: Readonly<Record<string, string>> = {
  Overview: 'Management',
  Explore: 'Revenue by region and quarter',
};

describeInBrowser('rooms', () => {
  let app: App;
  beforeAll(async () => {
    app = await openSample();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  /** Enters a room and says what is there in the next picture: its title, and whether anything under it is drawn. */
  async function entered(page: Page, room: string): Promise<{ readonly title: string; readonly drawn: boolean }> {
    return page.evaluate(async (name) => {
      const link = [...document.querySelectorAll<HTMLElement>('nav a')].find(({ textContent }) => textContent === name);
      link?.click();
      const picture = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve));
      await picture();
      await picture();
      const main = document.getElementById('main');
      const drawn = [...(main?.querySelectorAll('.screen-header ~ *') ?? [])].some(
        (part) => part.getBoundingClientRect().height > 20 && getComputedStyle(part).visibility === 'visible',
      );
      return { title: main?.querySelector('h1')?.textContent ?? '', drawn };
    }, room);
  }

  it('have their name and the places of their parts at once, before any of their code is there', async () => {
    const { page } = app;
    const held: Route[] = [];
    await page.route(/-screen-[^/]*\.js$/, (route) => void held.push(route));
    await page.reload();
    await settled(page);
    for (const room of LATER) {
      expect(await entered(page, room), room).toEqual({ title: room, drawn: true });
      expect(await page.locator('.room-waiting').count(), room).toBe(1);
    }
    expect(await faultsOf(page)).toEqual(NO_FAULTS);
    await Promise.all(held.map((route) => route.continue()));
    await page.unrouteAll();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(app.complaints).toEqual([]);
  });

  it('have them before any answer is there', async () => {
    const { page } = app;
    await entered(page, 'Overview');
    await page.reload();
    await settled(page);
    // The last of the rooms' code, which comes when nothing else is to be done.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /editor-screen-.*\.js$/.test(name)),
    );
    const held: Route[] = [];
    await page.route('**/call/**', (route) => void held.push(route));
    for (const room of ROOMS) {
      const { title, drawn } = await entered(page, room);
      expect(TITLES[room] ?? room, room).toBe(title);
      expect(drawn, room).toBe(true);
      if (room === 'Forecast') expect(await page.locator('.forecast-tabs button').count()).toBe(3);
    }
    await Promise.all(held.map((route) => route.continue()));
    await page.unrouteAll();
    await settled(page);
    expect(app.complaints).toEqual([]);
  });
});
