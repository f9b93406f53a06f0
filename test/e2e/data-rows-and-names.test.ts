import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { benchCsv } from '../bench/data.ts';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { openWizard, pick } from './import-page.ts';
import { readCards } from './overview-page.ts';
import { plain, tableTexts } from './tables.ts';

const LARGE_ROWS = 300_000;

const csv = (name: string, ...lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
});
/** Björk in two spellings: 100 + 200 + 300 = 600 of 1 100, in three orders. */
const JANUARY = csv(
  'january.csv',
  'Date,Order,Customer,Region,Amount',
  '2026-01-05,1,AB Björk,North,100.00',
  '2026-01-06,2,Björk AB,North,200.00',
  '2026-01-07,3,Ek & Co,South,500.00',
  '2026-01-08,4,Björk AB,,300.00',
);
const FEBRUARY = csv('february.csv', 'Date,Order,Customer,Region,Amount', '2026-02-05,5,AB Björk,South,400.00');

describeInBrowser('rows and names in the browser', () => {
  let app: App;
  const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
  const tab = (name: string) => app.page.getByRole('navigation', { name: 'Parts of the data' }).getByText(name);
  const rowsTable = () => app.page.locator('.rows-table .ui-virtual-table');
  /** Rows in sight, without those that only take place above and below. */
  const shownRows = async (): Promise<readonly (readonly string[])[]> =>
    (await tableTexts(rowsTable())).filter((cells) => cells.length > 1).map((cells) => cells.map(plain));
  const column = async (name: string): Promise<readonly string[]> => {
    const heads = await rowsTable().locator('th').allInnerTexts();
    const at = heads.findIndex((head) => head.trim() === name);
    return (await shownRows()).map((cells) => cells[at] ?? '');
  };
  const counted = (words: string) => app.page.locator('.list-count').getByText(words, { exact: true }).waitFor();
  const sorted = (order: 'ascending' | 'descending') =>
    app.page.locator(`.ui-virtual[aria-busy=false] th[aria-sort=${order}]`).waitFor();
  const names = async () =>
    (await tableTexts(app.page.locator('.names-card .ui-virtual-table')))
      .filter((cells) => cells.length > 1)
      .map(([, name = '', rows = '']) => [plain(name), rows]);
  const nameRow = (name: string) => app.page.locator('.names-card tbody tr', { hasText: name });

  async function importFile(file: Parameters<typeof pick>[1], rows: string): Promise<void> {
    await openWizard(app.page);
    await pick(app.page, file);
    await button(`Import ${rows} rows`)
      .or(button(`Import ${rows} row`))
      .click();
    await app.page.locator('.import-done-sub').waitFor();
  }
  async function goTo(name: 'Imports' | 'Rows' | 'Names'): Promise<void> {
    await app.page.getByRole('link', { name: 'Data' }).click();
    await tab(name).click();
  }

  describe('few rows', () => {
    beforeAll(async () => {
      app = await openApp();
      await app.page.getByRole('textbox', { name: 'Name' }).fill('Rows and names');
      await button('Create').click();
      await app.page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
    });
    afterAll(async () => {
      await app.close();
      app.shell.remove();
    });

    it('says what to do while there are none', async () => {
      for (const name of ['Rows', 'Names'] as const) {
        await goTo(name);
        await app.page.getByText('No data yet').waitFor();
      }
    });

    it('shows every row with its file and place', async () => {
      await goTo('Imports');
      await importFile(JANUARY, '4');
      await goTo('Rows');
      await counted('4 rows');
      await expect.poll(shownRows).toEqual([
        ['january.csv', '2', '5 Jan 2026', '100.00', '1', 'AB Björk', 'North'],
        ['january.csv', '3', '6 Jan 2026', '200.00', '2', 'Björk AB', 'North'],
        ['january.csv', '4', '7 Jan 2026', '500.00', '3', 'Ek & Co', 'South'],
        ['january.csv', '5', '8 Jan 2026', '300.00', '4', 'Björk AB', ''],
      ]);
    });

    it('finds rows by words, filters them by column, and says so', async () => {
      const { page } = app;
      await page.getByRole('searchbox', { name: 'Search all texts' }).fill('björk north');
      await counted('2 of 4 rows shown');
      await page.getByRole('searchbox').fill('');
      await counted('4 rows');

      await button('Filter Amount (net)').click();
      await page.getByRole('textbox', { name: 'From' }).fill('150');
      await page.getByRole('textbox', { name: 'To' }).fill('abc');
      await page.getByText('Type a number').waitFor();
      await page.getByRole('textbox', { name: 'To' }).fill('300');
      await counted('2 of 4 rows shown');
      await page.keyboard.press('Escape');

      await button('Filter Region').click();
      await page.getByRole('checkbox', { name: '(missing)' }).click();
      await counted('1 of 4 rows shown');
      await page.keyboard.press('Escape');
      expect(await column('Amount (net)')).toEqual(['300.00']);
      expect(await page.locator('.rows-chip').allInnerTexts()).toEqual([
        'Amount (net)\n150 to 300',
        'Region\n(missing)',
      ]);

      await page.getByRole('searchbox').fill('nobody');
      await page.getByText('No rows match').waitFor();
      await button('Show all rows').click();
      await counted('4 rows');
    });

    it('sorts by a column, both ways and back, by keyboard', async () => {
      const amount = button('Amount (net)');
      await amount.focus();
      await app.page.keyboard.press('Enter');
      await sorted('ascending');
      expect(await column('Amount (net)')).toEqual(['100.00', '200.00', '300.00', '500.00']);
      await app.page.keyboard.press('Enter');
      await sorted('descending');
      expect(await column('Amount (net)')).toEqual(['500.00', '300.00', '200.00', '100.00']);
      await app.page.keyboard.press('Enter');
      await app.page.locator('th[aria-sort]').waitFor({ state: 'detached' });
      await expect.poll(() => column('Customer')).toEqual(['AB Björk', 'Björk AB', 'Ek & Co', 'Björk AB']);
    });

    it('suggests names that may be the same, and shows them as one at a click', async () => {
      await goTo('Names');
      await app.page.getByText('1 pair of names may be the same').waitFor();
      const suggestion = app.page.locator('.names-suggestions li');
      expect(plain(await suggestion.innerText()).split('\n')).toEqual([
        'AB Björk',
        '1 row',
        'Björk AB',
        '2 rows',
        'The words are in another order',
        'Merge',
        'Not the same',
      ]);
      await button('Merge').click();
      await app.page.getByText('AB Björk is now shown as Björk AB').waitFor();
      await nameRow('also AB Björk').waitFor();
      expect(await names()).toEqual([
        ['Björk AB also AB Björk', '3'],
        ['Ek & Co', '1'],
      ]);
      await nameRow('Björk AB').getByRole('button', { name: 'Show rows of Björk AB' }).click();
      await counted('3 of 4 rows shown');
      expect(await column('Customer')).toEqual(['Björk AB AB Björk', 'Björk AB', 'Björk AB']);
    });

    it('counts them as one, in files that come later too', async () => {
      await goTo('Imports');
      await importFile(FEBRUARY, '1');
      await button('Show the overview').click();
      await app.page
        .locator('.kpi-value', { hasText: '1,500' })
        .or(app.page.locator('.kpi-value', { hasText: '1.5' }))
        .first()
        .waitFor();
      const customers = (await readCards(app.page)).find(({ name }) => name === 'Active customers');
      expect(customers?.value).toBe('2');
      await goTo('Names');
      await nameRow('also AB Björk').waitFor();
      expect(await names()).toEqual([
        ['Björk AB also AB Björk', '4'],
        ['Ek & Co', '1'],
      ]);
    });

    it('is undone as it was', async () => {
      await button('Undo the merge into Björk AB').click();
      await app.page.getByText('The merge is undone').waitFor();
      await app.page.getByText('1 pair of names may be the same').waitFor();
      await expect.poll(names).toEqual([
        ['AB Björk', '2'],
        ['Björk AB', '2'],
        ['Ek & Co', '1'],
      ]);
    });

    it('does not ask again about names that are not the same, until that is taken back', async () => {
      await button('Not the same').click();
      await app.page.getByText('Not suggested again').waitFor();
      await app.page.getByText('1 pair of names may be the same').waitFor({ state: 'detached' });
      await app.page
        .locator('.names-decisions')
        .getByRole('button', { name: /^Suggest / })
        .click();
      await app.page.getByText('1 pair of names may be the same').waitFor();
    });

    it('merges what is ticked into a name of its own, by keyboard', async () => {
      for (const name of ['AB Björk', 'Ek & Co']) {
        await app.page.getByRole('checkbox', { name: `Choose ${name}` }).focus();
        await app.page.keyboard.press('Space');
      }
      await app.page.getByText('2 names chosen').waitFor();
      const into = app.page.getByRole('combobox', { name: 'Show as' });
      expect(await into.inputValue()).toBe('AB Björk');
      await into.fill('Björk & Ek');
      await app.page.keyboard.press('Enter');
      await app.page.getByText('2 names are now shown as Björk & Ek').waitFor();
      await nameRow('Björk & Ek').waitFor();
      expect(await names()).toEqual([
        ['Björk & Ek also AB Björk, Ek & Co', '3'],
        ['Björk AB', '2'],
      ]);
      const toast = app.page.locator('.ui-toast', { hasText: 'Björk & Ek' });
      await toast.getByRole('button', { name: 'Undo' }).click();
      await nameRow('Björk & Ek').waitFor({ state: 'detached' });
      expect((await names()).length).toBe(3);
    });

    it('goes back and forward between the parts', async () => {
      await tab('Rows').click();
      await rowsTable().waitFor();
      await app.page.goBack();
      await app.page.locator('.names-card').waitFor();
      await app.page.goForward();
      await rowsTable().waitFor();
    });

    it('has nothing to complain about', () => expect(app.complaints).toEqual([]));
  });

  describe('many rows', () => {
    beforeAll(async () => {
      app = await openApp();
      await app.page.getByRole('textbox', { name: 'Name' }).fill('Many rows');
      await button('Create').click();
      await app.page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
      await pick(app.page, await benchCsv(LARGE_ROWS));
      await button('Import 300,000 rows').click();
      await app.page.locator('.import-done-sub').waitFor();
      await goTo('Rows');
      await counted('300,000 rows');
    });
    afterAll(async () => {
      await app.close();
      app.shell.remove();
    });

    it('scroll from the first to the very last, by keyboard and by wheel', async () => {
      const { page } = app;
      const scroller = page.locator('.rows-table .ui-virtual');
      const fileRows = async (): Promise<readonly string[]> => (await shownRows()).map((cells) => cells[1] ?? '');
      await rowsTable().locator('td', { hasText: /^2$/ }).first().waitFor();
      await scroller.focus();
      await page.keyboard.press('End');
      await rowsTable()
        .locator('td', { hasText: /^300,001$/ })
        .waitFor();
      expect((await fileRows()).at(-1)).toBe('300,001');
      const bottomOf = (part: Locator) => part.evaluate((element) => element.getBoundingClientRect().bottom);
      const lastRow = rowsTable().locator('tr[aria-rowindex="300001"]');
      expect(await bottomOf(lastRow)).toBeLessThanOrEqual(await bottomOf(scroller));
      await scroller.hover();
      await page.mouse.wheel(0, -30 * 100);
      await rowsTable()
        .locator('td', { hasText: /^299,880$/ })
        .waitFor();
      const seen = (await fileRows()).map((text) => Number(text.replace(',', '')));
      expect(seen).toEqual(Array.from(seen, (_, i) => (seen[0] ?? 0) + i));
      await page.keyboard.press('Home');
      await rowsTable().locator('td', { hasText: /^2$/ }).first().waitFor();
    });

    it('are searched and sorted while one types', async () => {
      await app.page.getByRole('searchbox').fill('coffee north');
      await app.page.locator('.list-count', { hasText: 'of 300,000 rows shown' }).waitFor();
      await button('Amount (net)').click();
      await sorted('ascending');
      const amounts = (await column('Amount (net)')).map((text) => Number(text.replaceAll(',', '').replace('−', '-')));
      expect(amounts.length).toBeGreaterThan(10);
      expect(amounts).toEqual(amounts.toSorted((a, b) => a - b));
    });

    it('have nothing to complain about', () => expect(app.complaints).toEqual([]));
  });
});
