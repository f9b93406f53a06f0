import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { settled } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { hasPoppler, pagesOf } from './pdf.ts';
import { chosenSheet, counted, exportAs, listedPage, listedPages, newReport, readAll } from './reports-page.ts';

const HEADLINE = 'A strong year with one weak region';
const COMMENT = 'South lost a wholesaler in July and sold out its stock in September.';

describeInBrowser('a board report from the sample company', () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
    await app.page.getByRole('button', { name: /^Try it/ }).click();
    await settled(app.page);
    await newReport(app.page, 'Board report');
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('has its pages listed and shown, without a fault to the eye', async () => {
    const { page } = app;
    const pages = await listedPages(page);
    expect(pages.length).toBeGreaterThan(6);
    expect(pages.at(-1)).toBe('Definitions and sources');
    // No actions yet, and no report before it: these two take no sheet.
    await expect.poll(() => page.locator('.report-paper .sheet').count()).toBeGreaterThanOrEqual(pages.length - 2);
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
  });

  it('loses a page, gets it back, and has one moved by key', async () => {
    const { page } = app;
    const before = await listedPages(page);
    await listedPage(page, 'Contents').click();
    await page.keyboard.press('Delete');
    await expect.poll(() => listedPages(page)).toEqual(before.filter((name) => name !== 'Contents'));
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await expect.poll(() => listedPages(page)).toEqual(before);
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    const without = before.filter((name) => name !== 'Contents');
    await expect.poll(() => listedPages(page)).toEqual(without);

    await page.locator('.report-page-choose').last().click();
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(() => listedPages(page))
      .toEqual([...without.slice(0, -2), without.at(-1) ?? '', without.at(-2) ?? '']);
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => listedPages(page)).toEqual(without);
  });

  it('shows a headline and a comment on paper as they are written, without asking for numbers', async () => {
    const { page } = app;
    await counted(page);
    await page.locator('.report-page-choose').nth(1).click();
    const draft = await page.getByRole('textbox', { name: 'Headline' }).inputValue();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('report.content') === true || request.url().includes('report.content'))
        asked.push(request.url());
    });
    await page.getByRole('textbox', { name: 'Headline' }).fill(HEADLINE);
    await chosenSheet(page).getByText(HEADLINE).waitFor();
    await page.getByText(`Draft: ${draft}`).waitFor();
    await page.getByRole('textbox', { name: 'Comment' }).fill(COMMENT);
    await chosenSheet(page).getByText(COMMENT).waitFor();
    expect(asked).toEqual([]);
  });

  it('is not made final before every headline is read, and is then kept as it was', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Make final' }).click();
    const refusal = page.getByRole('dialog', { name: /headlines are unread$/ });
    await refusal.waitFor();
    expect(await refusal.locator('li').count()).toBe(await page.locator('.report-page-unread').count());
    await refusal.getByRole('button', { name: 'Go to the first' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('id'))).toBe('report-headline');
    await readAll(page);
    await page.getByRole('button', { name: 'Make final' }).click();
    await page.getByText('The report “Board report” is final').waitFor();

    // What is changed afterwards has no part in it.
    await page.locator('.report-page-choose').nth(1).click();
    await page.getByRole('textbox', { name: 'Headline' }).fill('Changed afterwards');
    await chosenSheet(page).getByText('Changed afterwards').waitFor();
    await page.getByRole('button', { name: 'All reports' }).click();
    await page.locator('.report-list', { hasText: 'Final reports' }).locator('.report-list-open').click();
    await page.getByText(/^Final\s\d+\s[A-Z][a-z]+\s\d{4}\s\d\d:\d\d$/).waitFor();
    await page.locator('.report-paper .sheet').getByText(HEADLINE).first().waitFor();
    await page.locator('.report-paper .sheet').getByText(COMMENT).first().waitFor();
    expect(await page.getByText('Changed afterwards').count()).toBe(0);
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(app.complaints).toEqual([]);
  });

  it('is taken out as a workbook with what was written', async () => {
    const { page } = app;
    const workbook = join(app.shell.home, 'board.xlsx');
    expect(await exportAs(page, 'XLSX with the figures', workbook)).toMatch(/Board report.*\.xlsx$/);
    const { Sheets } = xlsx.read(readFileSync(workbook));
    expect(Object.values(Sheets).map((sheet) => xlsx.utils.sheet_to_csv(sheet))).toContainEqual(
      expect.stringContaining(HEADLINE),
    );
  });

  it('is taken out as paper with what was written', async () => {
    const { page } = app;
    const paper = join(app.shell.home, 'board.pdf');
    expect(await exportAs(page, 'PDF for print', paper)).toMatch(/Board report.*\.pdf$/);
    if (hasPoppler) {
      const text = pagesOf(paper).join('\n').replaceAll(/\s+/g, ' ');
      expect(text).toContain(HEADLINE);
      expect(text).toContain('South lost a wholesaler in July');
    }
  });

  it('final ones and reports come back when their removal is undone', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'All reports' }).click();
    const finals = page.locator('.report-list', { hasText: 'Final reports' }).locator('.report-list-open');
    await page.getByRole('button', { name: 'Delete the final “Board report”' }).click();
    await expect.poll(() => finals.count()).toBe(0);
    await page
      .locator('.ui-toast', { hasText: 'The final report “Board report” is deleted' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect.poll(() => finals.count()).toBe(1);
    await page.getByRole('button', { name: 'More about Board report' }).click();
    await page.getByRole('menuitem', { name: 'Delete the report' }).click();
    await page.getByText('Reports that you work on gather here', { exact: false }).waitFor();
    await page
      .locator('.ui-toast', { hasText: 'The report “Board report” is deleted' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await page
      .getByRole('button', { name: /^Board report/ })
      .last()
      .waitFor();
  });
});
