import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { settled } from './overview-page.ts';
import { counted, exportAs, listedPage, listedPages, newReport } from './reports-page.ts';

/** One dot each, black. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AIgAf//Z';

const paper = (page: Page) => page.locator('.report-paper');
const pageOrder = (page: Page): Promise<readonly string[]> =>
  paper(page)
    .locator('.sheet')
    .evaluateAll((sheets) => sheets.map((sheet) => sheet.getAttribute('data-page') ?? ''));

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.locator('.report-side').getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

describeInBrowser('what goes for every page of a report', () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
    await app.page.getByRole('button', { name: /^Try it/ }).click();
    await settled(app.page);
    await newReport(app.page, 'Board report');
    await app.page.locator('.report-sides').getByRole('button', { name: 'The report' }).click();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('is the logo: a PNG or JPEG on the cover, any other file refused with what to do', async () => {
    const { page } = app;
    const field = page.locator('.report-logo');
    const pick = (name: string, mimeType: string, buffer: Buffer): Promise<void> =>
      field.locator('input').setInputFiles({ name, mimeType, buffer });
    const onCover = paper(page).locator('.sheet-cover img');
    await pick('logo.png', 'image/png', Buffer.from(PNG, 'base64'));
    await expect.poll(() => onCover.getAttribute('src')).toBe(`data:image/png;base64,${PNG}`);
    await pick('logo.jpg', 'image/jpeg', Buffer.from(JPEG, 'base64'));
    await expect.poll(() => onCover.getAttribute('src')).toBe(`data:image/jpeg;base64,${JPEG}`);
    expect(await onCover.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))).toBe(1);

    const refusals = [
      ['logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /is not a PNG or JPEG/],
      // It begins as a picture and is none.
      ['logo.png', Buffer.from(PNG, 'base64').subarray(0, 20), /is not a PNG or JPEG/],
      ['logo.png', Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(300_000)]), /larger than 300 kB/],
    ] as const;
    for (const [name, bytes, sentence] of refusals) {
      await pick(name, 'image/png', bytes);
      await field.getByText(sentence).waitFor();
    }
    expect(await onCover.getAttribute('src')).toBe(`data:image/jpeg;base64,${JPEG}`);
    await field.getByRole('button', { name: 'Remove' }).click();
    await onCover.waitFor({ state: 'detached' });
  });

  it('is the colour of headings, darkened where it could not be read', async () => {
    const { page } = app;
    const shown = (): Promise<string> =>
      paper(page)
        .locator('.sheet h1')
        .nth(1)
        .evaluate((heading) => getComputedStyle(heading).color);
    const field = page.locator('.report-colour input');
    await field.fill('#7a1f5c');
    await expect.poll(shown).toBe('rgb(122, 31, 92)');
    await field.fill('#ffe680');
    await page.getByText('The colour is hard to see on white paper').waitFor();
    await expect.poll(shown).not.toBe('rgb(122, 31, 92)');
    const channels = (await shown()).match(/\d+/g)?.map(Number) ?? [];
    // Yellow as light as that has a contrast of 1.2; what is printed is a dark ochre.
    expect(Math.max(...channels)).toBeLessThan(160);
    await page.locator('.report-colour').getByRole('button', { name: 'As usual' }).click();
    await expect.poll(shown).toBe('rgb(22, 25, 29)');
  });

  it('is the filter: every page counts what it keeps, and says so', async () => {
    const { page } = app;
    const before = await listedPages(page);
    await page.getByRole('combobox', { name: 'Region: All' }).click();
    await page.getByRole('option', { name: /^Syd/ }).click();
    await page.keyboard.press('Escape');
    await paper(page).getByText('Region: Syd', { exact: false }).first().waitFor();
    await counted(page);
    expect(await listedPages(page)).not.toEqual(before);
    const regions = paper(page).locator('.sheet[data-page=structure-region] tbody th');
    expect(await regions.allInnerTexts()).toEqual(['Syd', 'Total']);
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await expect.poll(() => listedPages(page)).toEqual(before);
    await counted(page);
  });

  it('is who is named: nobody on paper nor in the file once names are numbers', async () => {
    const { page } = app;
    const customers = paper(page).locator('.sheet[data-page=structure-customer] tbody th');
    const names = (await customers.allInnerTexts()).slice(0, 10);
    expect(names).toHaveLength(10);
    await choose(page, 'Customers', 'Numbers');
    await expect.poll(async () => (await customers.allInnerTexts())[0]).toMatch(/^Customer \d+$/);
    await counted(page);
    const shown = await paper(page).innerText();
    expect(names.filter((name) => shown.includes(name))).toEqual([]);
    const path = join(app.shell.home, 'board.xlsx');
    await exportAs(page, 'XLSX with the figures', path);
    const { Sheets } = xlsx.read(readFileSync(path));
    const written = Object.values(Sheets)
      .map((sheet) => xlsx.utils.sheet_to_csv(sheet))
      .join('\n');
    expect(written).toMatch(/Customer \d+/);
    expect(names.filter((name) => written.includes(name))).toEqual([]);
  });

  it('is the order of its pages, by key and by drag alike', async () => {
    const { page } = app;
    const before = await pageOrder(page);
    const [first = '', second = '', ...others] = before;
    await listedPage(page, 'Contents').click();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => pageOrder(page)).toEqual([second, first, ...others]);
    await page.locator('.report-page').first().dragTo(page.locator('.report-page').nth(1));
    await expect.poll(() => pageOrder(page)).toEqual(before);
    expect(app.complaints).toEqual([]);
  });
});
