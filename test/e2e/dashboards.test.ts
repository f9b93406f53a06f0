import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { command } from './palette-page.ts';
import type { App } from './browser-page.ts';
import { keptView, quiet } from './explore-page.ts';
import { openSample, settled } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { plain } from './tables.ts';

/** Names of the tiles in the order they stand, as they are read out while editing. */
const places = (page: Page): Promise<readonly string[]> =>
  page.locator('[data-tile]').evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('aria-label') ?? ''));

const cards = (page: Page): Promise<readonly string[]> =>
  page
    .locator('.kpi-card')
    .evaluateAll((all) =>
      all.map(
        (card) =>
          `${card.querySelector('.kpi-name')?.textContent ?? ''} ${card.querySelector('.kpi-value')?.textContent.trim() ?? ''}`,
      ),
    );

describeInBrowser('dashboards', () => {
  let app: App;
  beforeAll(async () => {
    app = await openSample();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('stand ready for management, sales team, customers and subscriptions', async () => {
    const { page } = app;
    const links = page.getByRole('navigation', { name: 'Dashboards' }).getByRole('button');
    expect(await links.allInnerTexts()).toEqual(['Management', 'Sales team', 'Customers', 'Subscriptions']);
    for (const name of ['Sales team', 'Customers', 'Subscriptions']) {
      await links.filter({ hasText: name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await settled(page);
      expect(await page.locator('.tile-failure').count()).toBe(0);
      expect((await cards(page)).length).toBeGreaterThan(2);
    }
    await links.filter({ hasText: 'Management' }).click();
    await settled(page);
  });

  it('filter all tiles by a clicked name, say so, and let all in again with Escape', async () => {
    const { page } = app;
    const before = await cards(page);
    const revenue = page.locator('.tile-table', { hasText: 'margin by' });
    const row = revenue.locator('tr', { hasText: 'Espresso' });
    const [, amount = ''] = (await row.innerText()).split(/\s*\t\s*/);
    await row.getByRole('button', { name: 'Show only Espresso' }).press('Enter');
    await page.getByText('Only Espresso', { exact: true }).waitFor();
    await settled(page);
    await expect.poll(async () => (await cards(page))[0]).not.toBe(before[0]);
    // Its own table stays whole; every other number is of its rows: 8 032 k in the row is 8.03 M on the card.
    expect((await cards(page))[0]).toBe(`Revenue ${(Number(amount.replaceAll(/[^\d]/g, '')) / 1000).toFixed(2)} M SEK`);
    expect(await revenue.locator('tbody tr').count()).toBeGreaterThan(3);
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
    await page.keyboard.press('Escape');
    await page.getByText('Only Espresso', { exact: true }).waitFor({ state: 'detached' });
    await settled(page);
    expect(await cards(page)).toEqual(before);
  });

  it('are made, filled, moved and resized by keyboard, undone to the start, and stand the same after reopening', async () => {
    const { page } = app;
    await command(page, 'new dashb');
    await page.getByRole('heading', { level: 1, name: 'My dashboard' }).waitFor();
    for (const [kpi, form] of [
      ['Revenue', 'Card'],
      ['Orders', 'Card'],
      ['Revenue', 'By month'],
    ] as const) {
      await page.getByRole('button', { name: 'Add', exact: true }).first().press('Enter');
      await page.getByRole('searchbox', { name: 'Search KPIs and questions' }).fill(kpi);
      await page
        .locator('.add-line')
        .filter({ hasText: new RegExp(`^${kpi}`) })
        .first()
        .press('Enter');
      await page.getByRole('button', { name: form, exact: true }).press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await settled(page);
    await expect
      .poll(() => places(page))
      .toEqual([
        'Revenue: column 1, row 1, width 2, height 3',
        'Orders: column 3, row 1, width 2, height 3',
        'Revenue by month, k SEK: column 1, row 4, width 6, height 6',
      ]);
    await page.locator('[data-tile]').first().focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => places(page)).toContain('Revenue: column 3, row 1, width 2, height 3');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => places(page)).toContain('Revenue: column 3, row 1, width 3, height 3');
    await page.keyboard.press('ArrowDown');
    const made = [
      'Orders: column 1, row 1, width 2, height 3',
      'Revenue by month, k SEK: column 1, row 4, width 6, height 6',
      'Revenue: column 3, row 10, width 3, height 3',
    ];
    await expect.poll(() => places(page)).toEqual(made);
    await page.getByRole('status').filter({ hasText: 'Revenue: column 3, row 10' }).waitFor({ state: 'attached' });
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);

    // Five keys before the page is drawn again: each counts, on the screen and in the file.
    await page
      .locator('[data-tile]', { hasText: 'Revenue' })
      .last()
      .evaluate((tile) => {
        for (const [key, shiftKey, times] of [
          ['ArrowRight', false, 3],
          ['ArrowDown', true, 2],
        ] as const)
          for (let i = 0; i < times; i++)
            tile.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
      });
    const hurried = [...made.slice(0, -1), 'Revenue: column 6, row 10, width 3, height 5'];
    await expect.poll(() => places(page)).toEqual(hurried);

    // Twelve changes: made, three tiles, moved, resized, moved, and the five.
    await page.getByRole('button', { name: 'Undo', exact: true }).focus();
    for (let i = 0; i < 12; i++) await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Management' }).waitFor();
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled()).toBe(true);
    const redo = page.getByRole('button', { name: 'Redo', exact: true });
    await redo.press('Enter');
    // The first is the dashboard itself, which brings buttons of its own.
    await page.getByRole('heading', { level: 1, name: 'My dashboard' }).waitFor();
    for (let i = 0; i < 11; i++) await redo.press('Enter');
    await page.getByRole('button', { name: 'My dashboard' }).click();
    await expect.poll(() => places(page)).toEqual(hurried);
    await page.getByRole('button', { name: 'Done' }).click();

    await command(page, 'switch workspace');
    await page
      .getByRole('button', { name: /^Open Norrland/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'My dashboard' }).waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expect.poll(() => places(page)).toEqual(hurried);
    await page.keyboard.press('Escape');
  });

  it('say a remark in every chart that shows its day', async () => {
    const { page } = app;
    await command(page, 'new remark');
    await page.getByLabel('Remark', { exact: true }).fill('New price list');
    await page.getByLabel('Day').fill('2026-05-15');
    await page.getByLabel('By', { exact: true }).fill('Åsa');
    await page.getByRole('button', { name: 'Save the remark' }).last().click();
    await page.getByText('New price list').first().waitFor();
    expect(await page.locator('.chart-marker').first().getAttribute('aria-label')).toContain('Åsa');
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
    // In Explore as well: at the quarter of its chart, and at the head of its column.
    await command(page, 'explore');
    const chart = page.locator('.explore-chart');
    await chart.locator('.chart-marker').first().waitFor();
    expect(await chart.locator('.chart-remarks').innerText()).toContain('New price list (Åsa)');
    const head = page.locator('.pv [role=columnheader]', { hasText: 'Q2' });
    await head.getByRole('img', { name: 'New price list (Åsa)' }).waitFor();
    await expect.poll(() => page.locator('.pv .remark-count').count()).toBe(1);
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
  });

  it('take remarks from Explore, at a mark and at a cell, by keyboard', async () => {
    const { page } = app;
    const write = async (item: RegExp, text: string): Promise<void> => {
      await page.getByRole('menuitem', { name: item }).press('Enter');
      await page.getByLabel('Remark', { exact: true }).fill(text);
      await page.getByLabel('By', { exact: true }).press('Enter');
    };
    await page.locator('.explore-chart .chart-layer').focus();
    await page.keyboard.press('Shift+F10');
    await write(/^New remark on Q1/, 'A mild winter');
    await page.locator('.explore-chart .chart-remarks', { hasText: 'A mild winter (Åsa)' }).waitFor();
    const head = page.locator('.pv [role=columnheader]', { hasText: 'Q1' });
    await head.getByRole('img', { name: 'A mild winter (Åsa)' }).waitFor();

    await page.locator('.pv-body .pv-cell').first().click();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    const row = page.locator('.pv-body [role=rowheader]').first();
    const name = plain(await row.innerText());
    await page.keyboard.press('Shift+F10');
    await write(new RegExp(`^New remark on ${name}$`), 'A fair');
    await row.getByRole('img', { name: 'A fair (Åsa)' }).waitFor();
    expect(await faultsOf(page)).toEqual(NO_FAULTS);

    // The palette's command stays in Explore, and lists both with what they are about.
    await command(page, 'new remark');
    const list = page.getByRole('region', { name: 'Remarks' });
    expect(await list.innerText()).toContain('A mild winter');
    expect(await list.innerText()).toContain(`${name} (region)`);
    await page.keyboard.press('Escape');
    expect(await page.locator('.explore-chart').count()).toBe(1);
  });

  it('show only a stretch of marks: the other tiles with a way back, Explore by period and by members', async () => {
    const { page } = app;
    const choose = async (chart: Locator): Promise<void> => {
      await chart.locator('.chart-layer').focus();
      for (const key of ['Home', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter'])
        await page.keyboard.press(key);
    };
    await command(page, 'management');
    await settled(page);
    const months = page.locator('.ui-card', { hasText: 'Revenue by month' }).first();
    await choose(months);
    await page.locator('.cross-chip', { hasText: 'Feb 2026–Apr 2026' }).waitFor();
    await page.getByText('Feb–Apr 2026').first().waitFor();
    expect(await faultsOf(page)).toEqual(NO_FAULTS);
    await page.getByRole('button', { name: 'Show all again' }).click();
    expect(await page.locator('.cross-chip').count()).toBe(0);

    await command(page, 'explore');
    await quiet(page);
    const chart = page.locator('.explore-chart');
    await choose(chart);
    expect((await keptView(page)).period).toBe('2026-Q2..2026-Q4');
    await chart.getByRole('button', { name: 'Pie', exact: true }).click();
    await chart.getByRole('button', { name: 'Bar', exact: true }).click();
    await page
      .locator('.well', { hasText: 'Columns' })
      .getByRole('button', { name: /quarter/ })
      .press('Delete');
    await quiet(page);
    await page.locator('[data-drawn=bar]').waitFor();
    const members = (await page.locator('.pv-body [role=rowheader]').allTextContents()).map(plain);
    await choose(chart);
    await quiet(page);
    const { filters } = await keptView(page);
    expect(filters).toEqual([{ op: 'in', dimension: 'region', values: members.slice(1, 4) }]);
    expect(app.complaints).toEqual([]);
  });

  it('take what is typed while the palette loads for the first time', async () => {
    const { page } = app;
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.route('**/palette-list-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Snittorder');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Average order value' }).first().waitFor();
    await page.locator('.palette').waitFor({ state: 'detached' });
    await page.unroute('**/palette-list-*.js');
  });

  it('are reached with all else by the palette: a screen, a KPI by another name, what was used last', async () => {
    const { page } = app;
    await command(page, 'rows');
    await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
    await command(page, 'snittorder');
    await page.getByRole('heading', { name: 'Average order value' }).first().waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('.palette-list[aria-busy=false] .palette-option').first().waitFor();
    expect((await page.locator('.palette-name').allInnerTexts()).slice(0, 2)).toEqual([
      'Average order value',
      'Rows · Data',
    ]);
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
    await page.keyboard.press('Escape');
    await command(page, 'customers');
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
    expect(app.complaints).toEqual([]);
  });
});
