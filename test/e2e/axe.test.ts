import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { quiet } from './explore-page.ts';
import { settled } from './overview-page.ts';
import { newReport } from './reports-page.ts';

/** What axe calls serious or worse on a part of the page, each with the first place of it; in the dark only colours are others. */
async function seriousOn(page: Page, part: string, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const only = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {};
  const options = JSON.stringify({ resultTypes: ['violations'], ...only });
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run('${part}', ${options})`);
  return violations.flatMap(({ id, impact, nodes }) =>
    impact === 'serious' || impact === 'critical' ? [`${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`] : [],
  );
}

const SETTLES_MS = 30_000;

/** In both themes; the colours change over a moment, and rows fade in. */
async function expectNothingSerious(page: Page, part = 'html'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect
      .poll(() => seriousOn(page, part, colorScheme), { message: colorScheme, timeout: SETTLES_MS })
      .toEqual([]);
  }
}

/** Enters a room by its address; what was there before is gone then. */
const enter = (page: Page, room: string): Promise<void> =>
  page.evaluate(
    (hash) =>
      new Promise<void>((resolve) => {
        if (location.hash === hash) return resolve();
        window.addEventListener('hashchange', () => resolve(), { once: true });
        location.hash = hash;
      }),
    `#/${room}`,
  );

const ROOMS = [
  'overview',
  'explore',
  'kpis',
  'kpi-settings',
  'kpi-editor',
  'goals',
  'forecast',
  'customer-value',
  'reports',
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
    await expectNothingSerious(app.page);
    await app.page.getByRole('button', { name: /^Try it/ }).click();
    await settled(app.page);
  });

  it.each(ROOMS)('in the room %s, light and dark', async (room) => {
    const { page } = app;
    await enter(page, room);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.late').first().waitFor({ state: 'detached' });
    await expectNothingSerious(page);
  });

  it('in a report, its page and the whole of it, light and dark', async () => {
    const { page } = app;
    await enter(page, 'reports');
    await newReport(page, 'Monthly sales');
    await expectNothingSerious(page);
    await page.getByRole('button', { name: 'The report', exact: true }).click();
    await expectNothingSerious(page, '.report-side');
    await page.getByRole('button', { name: 'Make final' }).click();
    await page.getByRole('dialog').waitFor();
    await expectNothingSerious(page, '[role=dialog]');
    await page.keyboard.press('Escape');
  });

  /** What opens over a room: how, what is then there, and the keys that close it. */
  const OVER: readonly {
    readonly what: string;
    readonly room: 'overview' | 'explore';
    readonly open: (page: Page) => Promise<void>;
    readonly there: string;
    readonly escapes: number;
  }[] = [
    {
      what: 'the palette',
      room: 'explore',
      open: (page) => page.keyboard.press('Control+k'),
      there: '[role=dialog] [role=option]',
      escapes: 1,
    },
    {
      what: 'a passport and its rows',
      room: 'overview',
      open: async (page) => {
        await page.locator('.kpi-card').first().click();
        await page.getByRole('button', { name: 'Show rows' }).click();
      },
      there: '[role=dialog] .ui-virtual-table td',
      escapes: 2,
    },
    {
      what: 'a field in a well',
      room: 'explore',
      open: (page) => page.locator('.pill-rows').first().click(),
      there: '[role=dialog]',
      escapes: 1,
    },
    {
      what: 'a value in a well',
      room: 'explore',
      open: (page) => page.locator('.pill-values').first().click(),
      there: '[role=dialog]',
      escapes: 1,
    },
    {
      what: 'the menu of a cell',
      room: 'explore',
      open: (page) => page.locator('#pv-0-0').click({ button: 'right' }),
      there: '[role=menu] [role=menuitem]',
      escapes: 1,
    },
    {
      what: 'saving',
      room: 'explore',
      open: (page) => page.getByRole('button', { name: 'Save', exact: true }).click(),
      there: '[role=dialog]',
      escapes: 1,
    },
    {
      what: 'the ways to export',
      room: 'explore',
      open: (page) => page.getByRole('button', { name: 'Export', exact: true }).click(),
      there: '[role=menu] [role=menuitem]',
      escapes: 1,
    },
  ];

  it.each(OVER)('over a room: $what, light and dark', async ({ room, open, there, escapes }) => {
    const { page } = app;
    await enter(page, room);
    await (room === 'explore' ? quiet(page) : settled(page));
    await open(page);
    await page.locator(there).first().waitFor();
    await expectNothingSerious(page, there.split(' ')[0]);
    for (let time = 0; time < escapes; time++) {
      await page.keyboard.press('Escape');
      await page.locator(there).first().waitFor({ state: 'detached' });
    }
    await page.locator('.ui-dialog, .ui-popup').first().waitFor({ state: 'detached' });
  });

  it('in Explore with every kind of chart, light and dark', async () => {
    const { page } = app;
    await enter(page, 'explore');
    await quiet(page);
    for (const kind of ['Bar', 'Line', 'Pie', 'Card', 'Table', 'Column']) {
      await page.locator('.kinds').getByRole('button', { name: kind, exact: true }).click();
      await expectNothingSerious(page, '.explore-chart');
    }
  });
});
