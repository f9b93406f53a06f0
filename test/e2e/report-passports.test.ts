import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { openWizard, pick } from './import-page.ts';
import { openSample } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { chosenSheet, counted, listedPage, newReport, readAll } from './reports-page.ts';
import { plain } from './tables.ts';

describeInBrowser('passports of the numbers in a report', () => {
  let app: App;
  const panel = (): Locator => app.page.locator('.passport:not(.late)');
  const headed = (): Promise<string> => app.page.locator('.ui-dialog-panel .ui-dialog-title').innerText();
  const shown = async (): Promise<string> => {
    await panel().waitFor();
    return plain(await panel().locator('.passport-value').innerText());
  };
  const inReport = (): Promise<readonly string[]> =>
    panel()
      .locator('.passport-lines')
      .first()
      .evaluate((lines) => [...lines.querySelectorAll('dt, dd')].map(({ textContent }) => textContent.trim()));
  const close = async (): Promise<void> => {
    await app.page.keyboard.press('Escape');
    await panel().waitFor({ state: 'hidden' });
  };
  /** A number by its row and column on the chosen page's first sheet. */
  const number = (row: string, column: number): Locator =>
    chosenSheet(app.page)
      .locator('tbody tr', { has: app.page.locator('th', { hasText: row }) })
      .first()
      .locator('td')
      .nth(column)
      .locator('.sheet-opens');
  const choose = async (name: string): Promise<void> => {
    await listedPage(app.page, name).first().click();
    await app.page.locator('.report-paper .sheet[data-chosen]').first().waitFor();
  };

  beforeAll(async () => {
    app = await openSample();
    await newReport(app.page, 'Board report');
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('are opened by key on the chosen page, and give the focus back', async () => {
    const { page } = app;
    await page.locator('.report-page-choose').nth(2).click();
    await page.locator('.report-preview-room').focus();
    await page.keyboard.press('Tab');
    const first = chosenSheet(page).locator('.sheet-figure-value').first();
    const text = plain(await first.innerText());
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^Revenue: /);
    await page.keyboard.press('Enter');
    expect([await headed(), await shown()]).toEqual(['Revenue', text]);
    await close();
    await expect.poll(() => first.locator('.sheet-opens').evaluate((own) => own === document.activeElement)).toBe(true);
    expect(await faultsOf(page)).toEqual(NO_FAULTS);
  });

  it('of a table are those of its row and column, and say how the report has what is worked out from them', async () => {
    const { page } = app;
    await page.locator('.report-page-choose').nth(3).click();
    const thousands = async (at: Locator): Promise<number> => Number((await at.innerText()).replace(/[^\d]/g, ''));
    const [actual, change] = [number('Syd', 0), number('Syd', 3)];
    const revenue = await thousands(actual);
    await actual.click();
    // 'Revenue of Syd' in thousands on paper, in millions of two decimals in its passport.
    expect(await shown()).toBe(`${(revenue / 1000).toFixed(2)} M SEK`);
    expect(await page.locator('.ui-dialog-panel .ui-dialog-sub').innerText()).toBe('Syd');
    await close();
    const difference = (await change.innerText()).trim();
    await change.click();
    expect(await shown()).toBe(`${(revenue / 1000).toFixed(2)} M SEK`);
    expect((await inReport()).map(plain)).toEqual(['In the report: Δ year', `${difference} k SEK`]);
    await close();
  });

  it('of the pipeline, a forecast and goals open as well', async () => {
    const { page } = app;
    await choose('open deals');
    const [stage = ''] = await chosenSheet(page).locator('tbody th').allInnerTexts();
    const deals = await number(stage, 0).innerText();
    await number(stage, 0).click();
    expect([await headed(), await shown()]).toEqual(['Number', deals]);
    await close();
    await choose('is expected to come to');
    const lowest = number('Dec 2026', 1);
    const text = plain(await lowest.innerText());
    await lowest.click();
    await panel().waitFor();
    expect([await headed(), ...(await inReport()).map(plain)]).toEqual([
      'Forecast',
      'In the report: Lowest',
      `${text} k SEK`,
    ]);
    await close();
    await choose('goals: ');
    const target = plain(await number('Revenue', 0).innerText());
    await number('Revenue', 0).click();
    expect(await shown()).toBe(target);
    await close();
  });

  it('take no other room than on paper', async () => {
    const moved = await app.page.locator('.report-paper').evaluate((paper) => {
      const boxes = () =>
        [...paper.querySelectorAll('.sheet tr, .sheet-figure p, .sheet-note')].map((each) => {
          const { x, y, width, height } = each.getBoundingClientRect();
          return [x, y, width, height].map((side) => side.toFixed(2)).join(' ');
        });
      const before = boxes();
      const buttons = [...paper.querySelectorAll('.sheet-opens')];
      const texts = buttons.map((button) => {
        const text = document.createTextNode(button.textContent);
        button.replaceWith(text);
        return text;
      });
      const after = boxes();
      texts.forEach((text, at) => text.replaceWith(buttons[at] ?? text));
      return { numbers: buttons.length, moved: before.filter((box, at) => box !== after[at]).length };
    });
    expect(moved.numbers).toBeGreaterThan(200);
    expect(moved.moved).toBe(0);
  });
});

const csv = (name: string, rows: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(['Order,Date,Customer,Amount', ...rows].join('\n')),
});

describeInBrowser('passports of the numbers in a final report', () => {
  let app: App;
  const button = (name: string): Locator => app.page.getByRole('button', { name, exact: true });
  const room = (name: string): Promise<void> => app.page.getByRole('link', { name, exact: true }).click();
  const figure = (): Locator => chosenSheet(app.page).locator('.sheet-figure-value .sheet-opens').first();
  const remarks = async (): Promise<readonly string[]> => {
    await figure().click();
    const panel = app.page.locator('.passport:not(.late)');
    await panel.waitFor();
    const said = await panel.locator('.passport-remark').allInnerTexts();
    await app.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    return said.map(plain).filter((text) => text.startsWith('The report shows'));
  };
  const openFinal = async (): Promise<void> => {
    await room('Reports');
    await button('All reports').click();
    await app.page.locator('.report-list', { hasText: 'Final reports' }).locator('.report-list-open').first().click();
    await counted(app.page);
  };
  const undo = async (file: string): Promise<void> => {
    await room('Data');
    await app.page.getByRole('row', { name: file }).getByRole('button', { name: 'Undo the import' }).click();
    await app.page.getByText(`The import of ${file} is undone`).waitFor();
  };

  beforeAll(async () => {
    app = await openApp();
    const { page } = app;
    await pick(page, csv('a.csv', ['1,2026-09-03,Ek,100', '2,2026-09-10,Gran,200', '3,2026-08-10,Gran,50']));
    await button('Import 3 rows').click();
    await page.getByRole('heading', { name: '3 rows imported' }).waitFor();
    await newReport(page, 'Monthly');
    await readAll(page);
    await button('Make final').click();
    await page.getByText(/is final$/).waitFor();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('say nothing while the data give the same', async () => {
    await openFinal();
    expect(plain(await figure().innerText())).toBe('300');
    expect(await remarks()).toEqual([]);
  });

  it('say both numbers once a later file has changed it', async () => {
    const { page } = app;
    await openWizard(page);
    await pick(page, csv('b.csv', ['4,2026-09-20,Ek,50']));
    await button('Import 1 row').click();
    await page.getByRole('heading', { name: '1 row imported' }).waitFor();
    await openFinal();
    expect(plain(await figure().innerText())).toBe('300');
    // 100 + 200, and 50 since.
    expect(await remarks()).toEqual(['The report shows 300.00 SEK. With the data of today it is 350.00 SEK.']);
  });

  it('and that there is none any more', async () => {
    await undo('b.csv');
    await undo('a.csv');
    await openFinal();
    expect(await remarks()).toEqual(['The report shows 300.00 SEK. The data of today give no value.']);
    const { page } = app;
    await page.locator('.report-paper tr', { hasText: 'Gran' }).first().locator('.sheet-opens').first().click();
    await page.getByText('The data of today do not have this number any more.').waitFor();
    expect((await page.locator('.passport .passport-lines').allInnerTexts()).map(plain).join(' ')).toContain('200');
    await page.keyboard.press('Escape');
  });
});
