import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { field, quiet, rowsInSight, startOver, well } from './explore-page.ts';
import { pick, readings } from './import-page.ts';
import { addFilter, clearFilters, exportPdf, settled, tile } from './overview-page.ts';
import { contentOf, hasPoppler, pagesOf } from './pdf.ts';
import { plain, tableTexts } from './tables.ts';

const canary = 'window.canary=1';
/** Ten thousand bytes. */
const long = 'Ö'.repeat(5000);
const hostile = [
  `<script>${canary}</script>`,
  `<img src=x onerror="${canary}">`,
  `"><svg onload=${canary}>`,
  `javascript:${canary}`,
  `=cmd|'/C calc'!A0`,
  '@SUM(1+1)*cmd',
  '__proto__',
  'constructor',
  'toString',
  `{{${canary}}} $t(frame:retry)`,
  '\u202egpj.exe',
  long,
];
/** A name may not hold brackets, slashes or colons, as no file name may; this is as far as one gets. */
const workspace = "&lt;img&gt; ' onmouseover=1 {{name}} $t(retry) __proto__";
const file = `<img src=x onerror=${canary}> & __proto__.csv`;
const header = [
  'Datum',
  'Ordernr',
  'Kund',
  'Artikel',
  'Region',
  'Belopp',
  `<script>${canary}</script>`,
  '__proto__',
  '=1+1',
];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const lines = hostile.flatMap((text, index) =>
  [2025, 2026].map((year) =>
    [
      `${year}-0${(index % 9) + 1}-15`,
      `${year}${index}`,
      text,
      text,
      text,
      String((index + 1) * 1000),
      text,
      text,
      text,
    ]
      .map(quoted)
      .join(';'),
  ),
);
const table = Buffer.from(`\ufeff${header.map(quoted).join(';')}\n${lines.join('\n')}\n`);

describeInBrowser('text that wants to be more than text', () => {
  let app: App;

  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  /** Nothing ran, nothing was added to the page, and the page does not scroll sideways. */
  async function expectOnlyText(page: Page): Promise<void> {
    const found = await page.evaluate(() => ({
      canary: 'canary' in window,
      elements: document.querySelectorAll('script:not([src]), img, iframe, object, embed, [onerror], [onload], [onmouseover], a[href^="javascript:"]').length, // prettier-ignore
      polluted: Object.keys(Object.prototype).length,
      sideways: document.documentElement.scrollWidth > window.innerWidth,
    }));
    expect(found).toEqual({ canary: false, elements: 0, polluted: 0, sideways: false });
    expect(app.complaints).toEqual([]);
  }

  it('is refused where it would name a file', async () => {
    const create = app.page.getByRole('button', { name: 'Create' });
    const name = app.page.getByRole('textbox', { name: 'Name' });
    await name.fill('<b>Firma</b> ../../x');
    expect(await create.isDisabled()).toBe(true);
    await name.fill(workspace);
    await create.click();
    await app.page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  });

  it('stays text in the wizard and on the receipt', async () => {
    const { page } = app;
    await pick(page, { name: file, mimeType: 'text/csv', buffer: table });
    const columns = await readings(page);
    expect(Object.keys(columns)).toEqual(expect.arrayContaining(['Kund', `<script>${canary}</script>`, '=1+1']));
    await expectOnlyText(page);
    await page.getByRole('button', { name: `Import ${lines.length} rows` }).click();
    await page.getByRole('heading', { name: `${lines.length} rows imported` }).waitFor();
    await expectOnlyText(page);
  });

  it('stays text on the overview, in filters, passports and rows', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Show the overview' }).click();
    await settled(page);
    const ranked = (await tableTexts(tile(page, 'Largest customers').getByRole('table'))).map(([name]) => name);
    expect(ranked).toEqual(expect.arrayContaining(["=cmd|'/C calc'!A0", '__proto__', 'constructor', long]));
    await expectOnlyText(page);
    for (const name of ['__proto__', `<img src=x onerror="${canary}">`]) {
      await addFilter(page, 'Customer', name);
      await page.locator('.kpi-card', { hasText: 'Revenue' }).first().click();
      await page.locator('.passport-lines', { hasText: name }).first().waitFor();
      await page.getByRole('button', { name: 'Show rows' }).click();
      await page.locator('.ui-virtual-table tbody td', { hasText: name }).first().waitFor();
      await expectOnlyText(page);
      await page.keyboard.press('Escape');
      await page.locator('.ui-virtual-table').waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.locator('.passport').waitFor({ state: 'detached' });
      await clearFilters(page);
    }
  });

  it('stays text in the table and the charts of Explore', async () => {
    const { page } = app;
    await page.getByRole('link', { name: 'Explore' }).click();
    await quiet(page);
    await startOver(page);
    await field(page, 'Customer').dragTo(well(page, 'Rows'));
    await field(page, 'Revenue').dragTo(well(page, 'Values'));
    await quiet(page);
    const seen = async () => {
      const rows = new Map((await rowsInSight(page)).map(([name, [value]]) => [name, value]));
      return hostile.map((text) => [text, rows.get(plain(text))]);
    };
    await expect.poll(seen).toEqual(hostile.map((text, index) => [text, `${index + 1}.0`]));
    await expectOnlyText(page);
    for (const kind of ['Column', 'Pie', 'Line', 'Bar']) {
      await page.locator('.kinds').getByRole('button', { name: kind, exact: true }).click();
      await page.locator('.explore-chart [data-drawn]').waitFor();
      await expectOnlyText(page);
    }
    const chart = page.locator('.explore-chart');
    await chart.locator('.chart-layer').focus();
    const said: string[] = [];
    for (const _ of hostile) {
      said.push(plain((await chart.locator('[aria-live=polite]').first().textContent()) ?? ''));
      await page.keyboard.press('ArrowRight');
    }
    for (const text of hostile) expect(said.some((mark) => mark.includes(text))).toBe(true);
    await expectOnlyText(page);
  });

  it('stays text on the data and start screens', async () => {
    const { page } = app;
    await page.getByRole('link', { name: 'Data' }).click();
    await page.getByRole('button', { name: /^Show the receipt of/ }).click();
    await page.getByText('How the columns were read').waitFor();
    await page.locator('.data-imports', { hasText: 'onerror=' }).waitFor();
    await expectOnlyText(page);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('menuitem', { name: 'Switch workspace' }).click();
    await page.getByRole('button', { name: `Open ${workspace}` }).click();
    await settled(page);
    await expectOnlyText(page);
  });

  it('stays text in the PDF', async () => {
    const path = join(app.shell.home, 'hostile.pdf');
    await exportPdf(app.page, 'Export PDF', path);
    const content = contentOf(readFileSync(path));
    expect(content).not.toMatch(/\/(JavaScript|JS|Launch|URI|OpenAction|AA)\b/);
    await expectOnlyText(app.page);
  });

  it.skipIf(!hasPoppler)('can be read in the PDF (needs pdftotext)', () => {
    const text = plain(pagesOf(join(app.shell.home, 'hostile.pdf')).join('\n'));
    expect(text).toContain(`"><svg onload=${canary}>`);
    expect(text).toContain(`javascript:${canary}`);
    expect(text).toContain("=cmd|'/C calc'!A0");
    expect(text).toContain('__proto__');
  });
});
