import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAPER_SIZES, PAPER_TURNS } from '#shared/report-choices.ts';
import { formatNumber } from '#shared/format.ts';
import { describeInBrowser } from '../support/browser.ts';
import { root } from '../support/tree.ts';
import { contentOf, hasPoppler, infoOf, missingFonts, pagesOf } from './pdf.ts';
import { openDesk } from './print-desk.ts';
import { nameOf, printedReport, revenueOf } from './printed-report.ts';

const ROWS = 5000;
const CANARY = '<img src=x onerror="document.title=\'canary\'">';
const papers = PAPER_SIZES.flatMap((size) => PAPER_TURNS.map((turn) => ({ size, turn })));

describeInBrowser('a report on paper', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  it('is told at once where a file of the pages is missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-pages-'));
    cpSync(join(root, 'dist/renderer'), folder, { recursive: true });
    const torn = await openDesk(folder);
    const drawing = readdirSync(join(folder, 'assets')).filter((name) => /^print-page.*\.js$/.test(name));
    expect(drawing).toHaveLength(1);
    for (const name of drawing) rmSync(join(folder, 'assets', name));
    const paper = { size: 'a4', turn: 'landscape' } as const;
    const printing = torn.print(printedReport({ locale: 'sv-SE', paper, rows: 5, name: '' }), 'pdf');
    await expect(printing).rejects.toThrow('E_PRINT');
    await torn.close();
    rmSync(folder, { recursive: true });
  }, 30_000);

  it.each(papers)('keeps everything on its sheet: $size $turn', async (paper) => {
    const locale = paper.size === 'a4' ? 'sv-SE' : 'en-GB';
    const page = await desk.look(printedReport({ locale, paper, rows: 120, name: CANARY }));
    const found = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.sheet')].flatMap((sheet) => {
        const paper = sheet.getBoundingClientRect();
        const foot = sheet.querySelector('.sheet-foot')?.getBoundingClientRect().top ?? 0;
        return [...sheet.querySelectorAll('*')].flatMap((element) => {
          const box = element.getBoundingClientRect();
          if (box.width === 0 || box.height === 0 || element.closest('.sheet-foot') !== null) return [];
          const wide = box.left < paper.left - 1 || box.right > paper.right - 40;
          const deep = box.top < paper.top || box.bottom > foot + 0.5;
          const cut = element instanceof HTMLTableCellElement && element.scrollWidth > element.clientWidth + 1;
          const where = `${sheet.dataset['sheet'] ?? ''} ${element.tagName} ${element.className.toString()}`;
          return wide || deep || cut ? [`${where} ${wide ? 'wide' : deep ? 'deep' : 'cut'}`] : [];
        });
      }),
    );
    expect(found).toEqual([]);
    const overlapping = await page.evaluate(() =>
      [...document.querySelectorAll('.sheet-column')].flatMap((column) =>
        [...column.children].flatMap((child, at) => {
          const next = column.children[at + 1]?.getBoundingClientRect().top ?? Infinity;
          return child.getBoundingClientRect().bottom > next ? [child.textContent.slice(0, 40)] : [];
        }),
      ),
    );
    expect(overlapping).toEqual([]);
    expect(await page.title()).toBe('Styrelserapport');
    await page.close();
  });

  it('takes a picture of one sheet', async () => {
    const paper = { size: 'a4', turn: 'landscape' } as const;
    const path = await desk.print(printedReport({ locale: 'sv-SE', paper, rows: 5, name: 'x' }), 'png', 2);
    const bytes = readFileSync(path);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    // 1 122.5 × 793.7 CSS pixels, two pixels each way for one.
    expect(Math.abs(bytes.readUInt32BE(16) - 2245)).toBeLessThanOrEqual(3);
    expect(Math.abs(bytes.readUInt32BE(20) - 1588)).toBeLessThanOrEqual(3);
    await expect(desk.print(printedReport({ locale: 'sv-SE', paper, rows: 5, name: 'x' }), 'png', 900)).rejects.toThrow(
      'E_NOT_FOUND',
    );
  });

  describe.skipIf(!hasPoppler)('as PDF with 5 000 rows (needs pdftotext, pdffonts and pdfinfo)', () => {
    let path = '';
    let pages: readonly string[] = [];
    beforeAll(async () => {
      const paper = { size: 'a4', turn: 'landscape' } as const;
      path = await desk.print(printedReport({ locale: 'sv-SE', paper, rows: ROWS, name: CANARY }), 'pdf');
      pages = pagesOf(path);
    });

    it('has every row once and in order, under its heading on every sheet', () => {
      const rows = pages.join('\n').match(/Kund \d{5}/g) ?? [];
      expect(rows).toEqual(Array.from({ length: ROWS }, (_, row) => nameOf(row)));
      const list = pages.filter((page) => /Kund \d{5}/.test(page));
      expect(list.length).toBeGreaterThan(100);
      expect(list.filter((page) => !/Kund\s+Intäkter\s+Föregående år\s+Skillnad/.test(page))).toEqual([]);
    });

    it('carries exact sums from sheet to sheet', () => {
      let [row, sum] = [0, 0];
      const list = pages.filter((page) => /Kund \d{5}/.test(page));
      list.forEach((page, index) => {
        const lines = page.match(/Transport\s+[\d ]+?(?= {2,})/g) ?? [];
        const carried = (): string => `Transport ${formatNumber(sum, 'sv-SE').replaceAll('\u00a0', ' ')}`;
        const plain = lines.map((line) => line.replace(/\s{2,}/g, ' '));
        if (index > 0) expect(plain[0]).toBe(carried());
        for (const _ of page.match(/Kund \d{5}/g) ?? []) sum += revenueOf(row++);
        if (index < list.length - 1) expect(plain.at(-1)).toBe(carried());
      });
    });

    it('has number, source and confidentiality at the foot, and no page but its sheets', () => {
      const count = Number(infoOf(path)['Pages']);
      expect(pages).toHaveLength(count);
      pages.forEach((page, index) => {
        expect(page).toMatch(new RegExp(`Konfidentiellt\\s+${String(index + 1)} / ${String(count)}`));
        expect(page).toContain('Källa: <img src=x onerror');
      });
      const definitions = pages.findIndex((page) => page.startsWith('Rubrik om definitions')) + 1;
      expect(pages[1]).toMatch(new RegExp(`Rubrik om definitions\\s+${String(definitions)}\n`));
      expect(pages[2]).toContain(`Definitioner på sidan ${String(definitions)}.`);
    });

    it('is A4, tagged, titled, with bookmarks, its fonts in it and nothing that acts', () => {
      const info = infoOf(path);
      expect(info).toMatchObject({ Title: 'Styrelserapport', Tagged: 'yes', JavaScript: 'no' });
      expect(info['Page size']).toContain('A4');
      expect(missingFonts(path)).toEqual([]);
      const content = contentOf(readFileSync(path));
      expect(content).toMatch(/\/Outlines/);
      expect(content).toMatch(/\/Lang \(sv\)/);
      expect(content).not.toMatch(/\/(JavaScript|JS|Launch|URI|OpenAction|AA|EmbeddedFile|GoToR|SubmitForm)\b/);
      expect(content).not.toMatch(/file:\/\/|127\.0\.0\.1|#code=/);
    });
  });
});
