import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as xlsx from 'xlsx';
import { formatPercent, formatScaled } from '#shared/format.ts';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import {
  field,
  keptView,
  openExplore,
  quiet,
  rowsInSight,
  startOver,
  sumOfRows,
  well,
  wholeTable,
  type RowsAsked,
} from './explore-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { plain } from './tables.ts';

/** The pivot of the picture: margin by region and quarter, of two channels. */
const PIVOT = {
  rows: [{ dimension: 'region' }, { dimension: 'category' }],
  columns: [{ dimension: 'date', grain: 'quarter' }],
  values: [
    { kpi: 'revenue', show: { as: 'value' }, look: 'plain' },
    { kpi: 'gross-margin', show: { as: 'value' }, look: 'heat' },
  ],
  filters: [{ op: 'in', dimension: 'channel', values: ['Webb', 'Telefon'] }],
  foldedRows: [['Norr']],
};

describeInBrowser('the pivot', () => {
  let app: App;
  let page: Page;
  /** Of the pivot built by mouse. */
  const cells: (readonly [name: string, cells: readonly string[]])[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-explore-'));
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  // What opens takes the keys a moment after it is seen, and gives them back when it is gone.
  const opened = (role: 'dialog' | 'menu'): Promise<void> => page.locator(`[role=${role}]:focus-within`).waitFor();
  const closed = (): Promise<void> => page.locator('.ui-popover').waitFor({ state: 'detached' });
  const focused = (item: string): Promise<void> => page.locator('[role=menuitem]:focus', { hasText: item }).waitFor();
  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    await openExplore(page);
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is built by mouse: fields dragged into wells, a filter ticked, a tint chosen, a group folded', async () => {
    await startOver(page);
    await field(page, 'Region').dragTo(well(page, 'Rows'));
    await field(page, 'Category').dragTo(well(page, 'Rows'));
    await field(page, 'Quarter').dragTo(well(page, 'Columns'));
    await field(page, 'Gross margin').dragTo(well(page, 'Values'));
    // Before the one that is there.
    await field(page, 'Revenue').dragTo(page.locator('.pill-values'), { targetPosition: { x: 4, y: 10 } });
    await field(page, 'Channel').dragTo(well(page, 'Filters'));
    await page.getByRole('checkbox', { name: /^Webb/ }).check();
    await page.getByRole('checkbox', { name: /^Telefon/ }).check();
    await press('Escape');
    await page.locator('.pill-values').nth(1).click();
    await page.getByRole('button', { name: 'Heat map' }).click();
    await press('Escape');
    await quiet(page);
    await page.locator('.pv-name', { hasText: 'Norr' }).locator('[data-fold]').click();
    await quiet(page);
    expect(await keptView(page)).toMatchObject(PIVOT);
    cells.push(...(await wholeTable(page)));
  });

  it('is undone to the start and made again', async () => {
    const built = await keptView(page);
    const steps = 10;
    await page.getByRole('grid').focus();
    for (let step = 0; step < steps; step++) await press('Control+z');
    await page.getByText('Choose what to see').waitFor();
    for (let step = 0; step < steps; step++) await press('Control+Shift+z');
    await quiet(page);
    expect(await keptView(page)).toEqual(built);
  });

  it('is built by keyboard alone, and is the same', async () => {
    const byMouse = await keptView(page);
    await startOver(page);
    const search = page.getByRole('searchbox', { name: 'Search fields' });
    await search.focus();
    const putFound = async (text: string): Promise<void> => {
      await press('Control+a');
      await page.keyboard.type(text);
      await press('Enter');
    };
    for (const name of ['category', 'region', 'quarter', 'gross margin', 'revenue']) await putFound(name);
    await press('Control+a');
    await page.keyboard.type('channel');
    await press('ArrowDown', 'Shift+F10');
    await opened('menu');
    await press('End');
    await focused('Filter by');
    await press('Enter');
    await opened('dialog');
    await page.getByRole('checkbox', { name: /^Webb/ }).focus();
    await press('Space');
    await page.getByRole('checkbox', { name: /^Telefon/ }).focus();
    await press('Space', 'Escape');
    await closed();
    // Region was put last and moves before, revenue as well.
    await page.locator('[data-place="rows 1"]').focus();
    await press('Alt+ArrowLeft');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-place'))).toBe('rows 0');
    await page.locator('[data-place="values 1"]').focus();
    await press('Alt+ArrowLeft');
    await expect.poll(() => page.getByRole('status').first().textContent()).toContain('Revenue');
    await press('ArrowRight', 'Enter');
    await opened('dialog');
    await page.getByRole('button', { name: 'Heat map' }).focus();
    await press('Enter', 'Escape');
    await closed();
    await quiet(page);
    await page.getByRole('grid').focus();
    await press('Control+Home', 'ArrowLeft');
    const names = page.locator('.pv-name.pv-chosen');
    for (let line = 0; line < 40 && !(await names.textContent())?.startsWith('Norr'); line++) await press('ArrowDown');
    await press('Alt+ArrowLeft');
    await quiet(page);
    expect(await keptView(page)).toEqual(byMouse);
    expect(await wholeTable(page)).toEqual(cells);
  });

  it('moves an item to another well and back with the keys, and takes it out', async () => {
    const before = await keptView(page);
    await page.locator('[data-place="rows 1"]').focus();
    await press('Alt+ArrowDown');
    expect((await keptView(page)).columns).toHaveLength(2);
    await press('Alt+ArrowUp');
    expect((await keptView(page)).rows).toEqual(before.rows);
    await press('Delete');
    expect((await keptView(page)).rows).toHaveLength(1);
    await press('Control+z', 'Control+z', 'Control+z');
    expect(await keptView(page)).toEqual(before);
    await quiet(page);
  });

  it('leads from the grand total to its rows, whose sum it is', async () => {
    await page.getByRole('grid').focus();
    await press('Control+End', 'ArrowLeft');
    const chosen = page.locator('.pv-cell.pv-chosen');
    await page.getByRole('heading', { name: 'Revenue, Total' }).waitFor();
    await page.locator('.inspector[aria-busy=false]').waitFor();
    const [total, asked] = await Promise.all([
      chosen.textContent(),
      page.waitForRequest((request) => request.url().endsWith('/call/question.rows')),
      page.getByRole('button', { name: 'Show rows' }).click(),
    ]);
    const { sum, rows } = await sumOfRows(page, asked.postDataJSON() as RowsAsked, 'amount');
    await page.getByRole('dialog').locator('.ui-virtual-table td').first().waitFor();
    const said = await page.locator('.ui-virtual-table').getAttribute('aria-rowcount');
    expect(rows).toBe(Number(said) - 1);
    expect(rows).toBeGreaterThan(10_000);
    expect(plain(total ?? '')).toBe(plain(formatScaled(sum, { step: 'thousand', decimals: 0 }, 'en-GB')));
    await press('Escape');
    await page.locator('.ui-virtual-table').waitFor({ state: 'detached' });
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('explains the chosen number beside the table, and shows its value in another way from there', async () => {
    const inspector = page.getByRole('complementary', { name: 'The chosen number' });
    await page.locator('#pv-0-3').click();
    await page.locator('.inspector[aria-busy=false]', { hasText: /Gross margin, Export/ }).waitFor();
    const bare = async (part: Locator): Promise<string> => ((await part.textContent()) ?? '').replaceAll(/\s/g, '');
    expect(await bare(inspector.locator('.passport-value'))).toBe(await bare(page.locator('#pv-0-3')));
    const before = await keptView(page);
    await inspector.getByRole('button', { name: '% of row' }).click();
    expect((await keptView(page)).values[1]).toMatchObject({ kpi: 'gross-margin', show: { as: 'share', of: 'row' } });
    await press('Control+z');
    await quiet(page);
    expect(await keptView(page)).toEqual(before);
    await inspector.getByRole('button', { name: 'Hide the chosen number' }).click();
    await inspector.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Explain the chosen number here' }).click();
    await inspector.waitFor();
  });

  it('keeps its total below the rows however far they are scrolled', async () => {
    await page.setViewportSize({ width: 1024, height: 700 });
    const table = page.locator('.pv');
    const gap = () =>
      table.evaluate((box) => {
        const [foot, cell] = ['.pv-foot', '.pv-foot .pv-cell'].map((part) => box.querySelector(part));
        const bottom = box.getBoundingClientRect().top + box.clientHeight;
        return [bottom - (foot?.getBoundingClientRect().bottom ?? 0), cell?.textContent !== ''];
      });
    const rows = await table.getAttribute('aria-rowcount');
    expect(await page.locator('.pv-foot .pv-row').getAttribute('aria-rowindex')).toBe(rows);
    await expect.poll(gap).toEqual([0, true]);
    await table.evaluate((box) => box.scrollTo(0, 90));
    await quiet(page);
    await expect.poll(gap).toEqual([0, true]);
    await page.setViewportSize({ width: 1440, height: 930 });
  });

  it('is ordered from the head of a column by keys alone', async () => {
    const before = await keptView(page);
    await page.getByRole('grid').focus();
    await press('Control+Home', 'ArrowUp');
    const head = page.locator('#pv-chosen-head');
    const names: string[] = [];
    for (const key of ['', 'ArrowUp', 'ArrowRight']) {
      if (key !== '') await press(key);
      names.push(plain((await head.textContent()) ?? ''));
    }
    expect(names).toEqual(['Revenue', 'Q1 2026', 'Q2 2026']);
    expect(await page.getByRole('grid').getAttribute('aria-activedescendant')).toBe('pv-chosen-head');
    await press('ArrowDown', 'Enter');
    await opened('menu');
    await press('Home');
    await focused('Order the rows by Revenue here');
    await press('Enter');
    await quiet(page);
    expect((await keptView(page)).rows[0]?.order).toEqual({ by: 'revenue', descending: true, at: ['2026-Q2'] });
    await page.locator('[role=columnheader][aria-sort=descending]').waitFor();
    await press('Control+z');
    await quiet(page);
    expect(await keptView(page)).toEqual(before);
  });

  it('is exported as a workbook with the numbers of the screen', async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Excel (XLSX)' }).click(),
    ]);
    const path = join(folder, 'pivot.xlsx');
    await download.saveAs(path);
    const book = xlsx.read(readFileSync(path));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    const lines = xlsx.utils.sheet_to_json<readonly (string | number | null)[]>(sheet ?? {}, {
      header: 1,
      defval: null,
    });
    const written = lines.flatMap((line) => {
      const numbers = line.filter((cell) => typeof cell === 'number');
      return numbers.length < 10 ? [] : [[nameOf(line), numbers.map(shown)]];
    });
    await page.getByRole('grid').focus();
    await press('Control+Home');
    await page.locator('.pv-row[aria-rowindex="1"] #pv-0-0.pv-chosen').waitFor();
    expect(written.length).toBeGreaterThan(20);
    expect(written).toEqual(await wholeTable(page));
  });

  it('is copied as text and as HTML, equal to the screen', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByText(/^The table is copied/).waitFor();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? '';
      return { text: await read('text/plain'), html: await read('text/html') };
    });
    const lines = copied.text.split(/\r?\n/);
    const body = lines.slice(2).map((line) => line.split('\t').slice(2).map(plain));
    const seen = await rowsInSight(page);
    expect(body.slice(0, seen.length)).toEqual(seen.map(([, cells]) => cells));
    expect(lines[1]).toMatch(/^Region\tCategory\tRevenue, k SEK\tGross margin/);
    expect(copied.html).toContain('<td');
  });

  it('drills down, keeps only and leaves out from the menu of a cell', async () => {
    const before = await keptView(page);
    await page.locator('#pv-0-0').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Drill down into Export: Category' }).click();
    await quiet(page);
    expect(await keptView(page)).toMatchObject({
      rows: [{ dimension: 'category' }],
      filters: [PIVOT.filters[0], { op: 'in', dimension: 'region', values: ['Export'] }],
    });
    await press('Control+z');
    await quiet(page);
    await page.locator('.pv-name').first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Leave out Export' }).click();
    await quiet(page);
    expect((await rowsInSight(page))[0]?.[0]).not.toBe('Export');
    await press('Control+z');
    await quiet(page);
    expect(await keptView(page)).toEqual(before);
  });

  it('draws the table in every kind of chart, and is whole in both themes at both sizes', async () => {
    for (const kind of ['Bar', 'Line', 'Pie', 'Card', 'Table', 'Column']) {
      await page.locator('.kinds').getByRole('button', { name: kind, exact: true }).click();
      if (kind !== 'Table')
        await page.locator('.explore-chart [data-drawn], .explore-chart .chart-problem').first().waitFor();
    }
    for (const size of [
      { width: 1024, height: 700 },
      { width: 1440, height: 930 },
    ]) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const looked = async () => ({ size, colorScheme, ...(await faultsOf(page)) });
        await expect.poll(looked).toEqual({ size, colorScheme, ...NO_FAULTS });
      }
    }
  });

  it('saves its chart as a picture through the host: sharp for paper, and as shapes where it is drawn so', async () => {
    const saved = async (item: string): Promise<Buffer> => {
      await page.getByRole('button', { name: 'Export the chart' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: item, exact: true }).click(),
      ]);
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      return readFileSync(path);
    };
    const png = await saved('Picture (PNG)');
    // 904 CSS pixels and two margins of 28, three device pixels each.
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 3 * (904 + 2 * 28)]);
    await page.locator('.kinds').getByRole('button', { name: 'More charts' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Waterfall' }).click();
    await page.locator('.explore-chart [data-drawn=waterfall]').waitFor();
    const svg = (await saved('Vector picture (SVG)')).toString();
    expect(svg).toMatch(/^<svg [^>]*><title>|^<svg [^>]*>\n<title>/);
    expect(svg).toContain('Q1');
    await press('Control+z');
    await quiet(page);
  });

  it('keeps its heads over the cells when it is scrolled both ways', async () => {
    await page.setViewportSize({ width: 1024, height: 700 });
    await page.locator('.pv').evaluate((table) => table.scrollTo(table.scrollWidth, 60));
    await quiet(page);
    const covers = () =>
      page.locator('.pv').evaluate((table) => {
        const { right, top, left } = table.getBoundingClientRect();
        const [head, names] = ['.pv-head', '.pv-names'].map((part) =>
          table.querySelector(part)?.getBoundingClientRect(),
        );
        return [Number(head?.right) >= right - 20, head?.top === top, names?.left === left];
      });
    await expect.poll(covers).toEqual([true, true, true]);
    await page.setViewportSize({ width: 1440, height: 930 });
  });

  it('is saved under a name and opened again', async () => {
    const before = await keptView(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Margin by region');
    await press('Enter');
    await page.getByText(/^“Margin by region” is saved/).waitFor();
    await startOver(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Open Margin by region' }).click();
    await quiet(page);
    const { rows, filters, values } = before;
    expect(await keptView(page)).toMatchObject({ rows, filters, values });
    expect(values.map(({ look }) => look)).toEqual(['plain', 'heat']);
  });

  it('is there again after a reload, and nothing was complained about', async () => {
    const before = await keptView(page);
    await page.reload();
    await page.getByRole('link', { name: 'Explore' }).click();
    await quiet(page);
    expect(await keptView(page)).toEqual(before);
    expect(app.complaints).toEqual([]);
  });
});

/** What the screen calls a line of the workbook: the member, of a group and the total their own name. */
const nameOf = ([group, member]: readonly (string | number | null)[]): string =>
  plain(member === null || member === 'Total' ? String(group) : `${String(group)}, ${String(member)}`);

/** A number of the workbook as the screen has it: money in thousands, then the margin. */
function shown(number: number, at: number): string {
  return plain(
    at % 2 === 0 ? formatScaled(number, { step: 'thousand', decimals: 0 }, 'en-GB') : formatPercent(number, 'en-GB'),
  );
}
