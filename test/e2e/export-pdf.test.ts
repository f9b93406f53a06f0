import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { exportPdf, readCards, settled, type Card } from './overview-page.ts';
import { contentOf, hasPoppler, infoOf, missingFonts, pagesOf } from './pdf.ts';
import { plain, tableTexts } from './tables.ts';

const languages = [
  {
    locale: 'sv-SE',
    words: { try: 'Prova', pdf: 'Exportera PDF', twin: 'Visa som tabell', name: 'Översikt.pdf' },
    title: /^Intäkterna (ökade|minskade) /,
    months: /Intäkter per månad i siffror\s+Månad\s+Utfall, kr[^T]*jan 2026[^T]*okt 2026[^T]*Totalt/,
    regions: /Intäkter per region, kr\s+Region\s+Utfall, kr/,
    source: /Källa: fakturarader\.csv, [\d ]+ rader\. Definitioner på sista sidan\./,
    last: /Definitioner[\s\S]*Täckningsgrad[\s\S]*Källor[\s\S]*fakturarader\.csv/,
  },
  {
    locale: 'en-GB',
    words: { try: 'Try it', pdf: 'Export PDF', twin: 'Show as table', name: 'Overview.pdf' },
    title: /^Revenue (rose|fell) /,
    months: /Revenue by month in figures\s+Month\s+Actual, SEK[^T]*Target[^T]*Jan 2026[^T]*Oct 2026[^T]*Total/,
    regions: /Revenue by region, SEK\s+Region\s+Actual, SEK/,
    source: /Source: fakturarader\.csv, [\d,]+ rows\. Definitions on the last page\./,
    last: /Definitions[\s\S]*Gross margin[\s\S]*Sources[\s\S]*fakturarader\.csv/,
  },
] as const;

const tools = hasPoppler ? describe : describe.skip;

describeInBrowser('exporting the overview as PDF', () => {
  describe.each(languages)('$locale', ({ locale, words, title, months, regions, source, last }) => {
    let app: App;
    let path = '';
    let cards: readonly Card[] = [];
    let tables: readonly string[] = [];

    beforeAll(async () => {
      app = await openApp({ locale });
      const { page } = app;
      await page.getByRole('button', { name: words.try }).click();
      await settled(page);
      cards = await readCards(page);
      const twin = page.getByRole('button', { name: words.twin }).first();
      await twin.click();
      await page.getByRole('button', { name: words.twin }).first().click();
      const found = await page.locator('.overview table').all();
      tables = (await Promise.all(found.map(tableTexts))).flat(2).map(plain);
    });
    afterAll(async () => {
      await app.close();
      app.shell.remove();
    });

    it('saves a PDF of real pages without anything that acts', async () => {
      path = join(app.shell.home, words.name);
      expect(await exportPdf(app.page, words.pdf, path)).toBe(words.name);
      const bytes = readFileSync(path);
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      const content = contentOf(bytes);
      expect(content).not.toMatch(/\/(JavaScript|JS|Launch|URI|OpenAction|AA|EmbeddedFile|GoToR|SubmitForm)\b/);
      expect(content).not.toMatch(/file:\/\/|127\.0\.0\.1|#code=/);
      expect(content).not.toContain(app.shell.home);
      expect(app.complaints).toEqual([]);
    });

    tools(`its text and fonts${hasPoppler ? '' : ' (needs pdftotext, pdffonts and pdfinfo)'}`, () => {
      it('has the figures of the screen, each of them', () => {
        const text = pagesOf(path).join('\n');
        expect(text).toMatch(title);
        const shown = cards.flatMap(({ name, value, change }) => [name, value, change]).map(plain);
        const missing = [...shown, ...tables].filter((each) => !text.includes(each));
        expect(missing).toEqual([]);
        expect(tables.length).toBeGreaterThan(100);
      });

      it('has its tables in order, header first and total last, in the unit of their title', () => {
        const text = pagesOf(path).join('\n');
        expect(text).toMatch(months);
        expect(text).toMatch(regions);
      });

      it('has page number and source on every page, definitions and sources on the last', () => {
        const pages = pagesOf(path);
        pages.forEach((page, index) => {
          expect(page).toMatch(new RegExp(` ${index + 1} ?/ ?${pages.length}$`, 'm'));
          expect(page).toMatch(source);
        });
        expect(pages.at(-1)).toMatch(last);
      });

      it('is A4 and tagged, its fonts in it, without a script', () => {
        expect(infoOf(path)).toMatchObject({
          'Page size': expect.stringContaining('(A4)') as string,
          Tagged: 'yes',
          JavaScript: 'no',
        });
        expect(missingFonts(path)).toEqual([]);
      });
    });
  });
});
