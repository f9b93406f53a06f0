import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { holdBack, openApp, type App } from './browser-page.ts';
import { pick } from './import-page.ts';
import { choose, detail, openLibrary } from './library-page.ts';
import { choosePeriod, readCards } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { plain } from './tables.ts';

/** 4 000 of sales that cost 1 800. */
const SALES = {
  name: 'sales.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'Date,Order,Customer,Rep,Amount,Cost\n2026-01-10,1,A,Anna,1000.00,400.00\n2026-02-10,2,B,Bo,3000.00,1400.00\n',
  ),
};
/** 600 in all, as Excel puts them on the clipboard in a Swedish Windows; the last row is their sum. */
const COSTS = [
  ['Datum', 'Kostnadsslag', 'Belopp', 'Kommentar'],
  ['2026-01-31', 'Rent', '100,00', ''],
  ['2026-02-28', 'Rent', '100,00', 'raised next year'],
  ['2026-01-31', 'Ads', '50,50', ''],
  ['2026-02-28', 'Ads', '49,50', ''],
  ['2026-02-28', 'Travel', '300,00', ''],
  ['', 'Summa', '600,00', ''],
];

const KEYS = new Set(['Enter', 'Tab', 'Escape', 'ArrowDown']);

describeInBrowser('tables typed in the app', () => {
  let app: App;
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const cell = (row: number, column: number) =>
    app.page.locator(`[data-row="${String(row - 1)}"][data-column="${String(column)}"]`);
  /** Cells of the rows that hold something. */
  const rows = async () => {
    const all = await app.page
      .locator('.ui-grid-row:not(.ui-grid-head)')
      .evaluateAll((lines) =>
        lines.map((line) => [...line.querySelectorAll('.ui-grid-cell')].map((each) => each.textContent.trim())),
      );
    return all.map((cells) => cells.map(plain)).filter((cells) => cells.some((text) => text !== ''));
  };
  const amounts = async () => (await rows()).map(([, , amount]) => amount);
  const datedAmounts = async () => (await rows()).map(([date, category, amount]) => [date, category, amount]);
  const type = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await (KEYS.has(key) ? app.page.keyboard.press(key) : app.page.keyboard.type(key));
  };
  const tab = (name: string) => app.page.getByRole('navigation', { name: 'Parts of the data' }).getByText(name).click();
  async function paste(lines: readonly (readonly string[])[]): Promise<void> {
    await app.page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      `${lines.map((line) => line.join('\t')).join('\r\n')}\r\n`,
    );
    await app.page.keyboard.press('Control+v');
  }
  async function openTable(name: string): Promise<void> {
    await app.page.getByRole('link', { name: 'Data' }).click();
    await tab('Type in');
    await button(name).click();
    await app.page.locator('.ui-grid').waitFor();
  }
  async function save(words: string): Promise<void> {
    await button('Save').click();
    await app.page.locator('.ui-toast', { hasText: words }).waitFor();
    await app.page.locator('.entry-save', { hasText: 'unsaved changes' }).waitFor({ state: 'detached' });
  }
  async function netMargin(): Promise<string> {
    await app.page.getByRole('link', { name: 'Overview' }).click();
    await choosePeriod(app.page, 2026, 'All data');
    const found = (await readCards(app.page)).find(({ name }) => name === 'Gross margin');
    return plain(found?.value ?? '');
  }

  beforeAll(async () => {
    app = await openApp({ permissions: ['clipboard-read', 'clipboard-write'] });
    await app.page.getByRole('textbox', { name: 'Name' }).fill('Typed');
    await button('Create').click();
    await app.page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
    await pick(app.page, SALES);
    await button('Import 2 rows').click();
    await app.page.getByRole('heading', { name: '2 rows imported' }).waitFor();
    await app.page.getByRole('link', { name: 'Data' }).click();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('two targets by the keyboard alone: choice, month, amount, known name', async () => {
    await openTable('Targets');
    await cell(1, 0).click();
    await type('reven');
    await app.page.getByRole('option', { name: 'Revenue' }).first().waitFor();
    await type('Enter');
    await cell(1, 1).click();
    await type('March 2026', 'Tab', 'Tab', 'Tab', '1,200,000', 'Tab', 'An');
    await app.page.getByRole('option', { name: 'Anna' }).waitFor();
    await type('ArrowDown', 'Enter');
    await cell(2, 0).click();
    await type('Gross m', 'Tab', '2026-04-01', 'Tab', 'q', 'Tab', 'Tab', '38.5 %', 'Enter');
    const targets = [
      ['Revenue', '2026-03-01', 'Month', '', '1,200,000', 'Anna', '', '', '', ''],
      ['Gross margin', '2026-04-01', 'Quarter', '', '38.5 %', '', '', '', '', ''],
    ];
    await cell(2, 4).getByText('38.5').waitFor();
    await save('2 rows saved');
    await expect.poll(rows).toEqual(targets);
    await expect.poll(() => faultsOf(app.page)).toEqual(NO_FAULTS);
  });

  it('marks a wrong cell with its reason, and saves nothing until it is right', async () => {
    await openTable('Costs');
    await cell(1, 0).click();
    await type('soon', 'Tab', 'Rent', 'Tab', 'much', 'Enter');
    await button('Save').click();
    await app.page.getByRole('alert').getByText('2 cells need correcting before the table can be saved').waitFor();
    await app.page.locator('.ui-grid-fault', { hasText: 'Date is not a date' }).waitFor();
    await expect.poll(() => cell(1, 2).getAttribute('title')).toBe('Amount is not a number');
    await expect.poll(() => faultsOf(app.page)).toEqual(NO_FAULTS);
    // What is wrong stays while another screen is looked at.
    await tab('Rows');
    await tab('Type in');
    await expect.poll(rows).toEqual([['soon', 'Rent', 'much', '', '', '', '']]);
    await button('Remove row').click();
    await expect.poll(rows).toEqual([]);
  });

  it('five costs pasted with a header and their sum, in Swedish numbers', async () => {
    await cell(1, 0).click();
    await paste(COSTS);
    const toast = app.page.locator('.ui-toast', { hasText: '5 rows pasted' });
    await toast.getByText('One total is left out. The column “Kommentar” has no place here and is left out.').waitFor();
    await save('5 rows saved');
    await expect.poll(datedAmounts).toEqual([
      ['2026-01-31', 'Rent', '100'],
      ['2026-02-28', 'Rent', '100'],
      ['2026-01-31', 'Ads', '50.5'],
      ['2026-02-28', 'Ads', '49.5'],
      ['2026-02-28', 'Travel', '300'],
    ]);
    await openLibrary(app.page);
    await choose(app.page, 'Gross margin');
    await detail(app.page).getByRole('radio', { name: 'Net profit margin' }).click();
    await app.page.getByText('Gross margin is now counted as: Net profit margin').waitFor();
    // 4 000 less 1 800 of goods and 600 of costs leaves 1 600 of 4 000.
    expect(await netMargin()).toBe('40.0 %');
  });

  it('keep what is written while they are being saved', async () => {
    const { page } = app;
    const saved = () => page.locator('.entry-save', { hasText: 'unsaved changes' }).waitFor({ state: 'detached' });
    const categories = async () => (await rows()).map(([, category]) => category);
    await openTable('Costs');
    const letGo = await holdBack(page, 'entry.save');
    await cell(5, 1).click();
    await type('Trips', 'Enter');
    await button('Save').click();
    await cell(4, 1).click();
    await type('Adverts', 'Enter');
    letGo();
    await page.locator('.ui-toast', { hasText: '5 rows saved' }).first().waitFor();
    await expect.poll(categories).toEqual(['Rent', 'Rent', 'Ads', 'Adverts', 'Trips']);
    await button('Discard changes').click();
    await expect.poll(categories).toEqual(['Rent', 'Rent', 'Ads', 'Ads', 'Trips']);
    await cell(5, 1).click();
    await type('Travel', 'Enter');
    await button('Save').click();
    await saved();
  });

  it('stand as they were after a reload, can be changed, and the change taken back', async () => {
    await app.page.reload();
    await openTable('Costs');
    await cell(5, 2).click();
    // 700 instead of 300: 1 200 of 4 000 is left.
    await type('700', 'Enter');
    await save('5 rows saved');
    expect(await netMargin()).toBe('30.0 %');
    await openTable('Costs');
    await expect.poll(amounts).toEqual(['100', '100', '50.5', '49.5', '700']);
    await tab('Imports');
    const typed = app.page.locator('.data-imports tr', { hasText: 'Typed in the app' });
    await typed.filter({ hasText: 'Costs' }).getByRole('button', { name: 'Undo last save' }).click();
    await app.page.getByText('What was there before counts again.').waitFor();
    expect(await netMargin()).toBe('40.0 %');
    await openTable('Costs');
    await expect.poll(amounts).toEqual(['100', '100', '50.5', '49.5', '300']);
  });

  it('asks about a column that two readings fit, and about a year that nobody says', async () => {
    await cell(6, 0).click();
    await paste([['2026-03-31', 'Fees', '1,234']]);
    const dialog = app.page.getByRole('dialog', { name: 'How should it be read?' });
    await dialog.getByText('1,234', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Paste' }).click();
    await cell(6, 2).getByText('1,234').waitFor();
    await cell(7, 0).click();
    await paste([
      ['', 'nov', 'dec', 'jan'],
      ['Rent', '10', '20', '30'],
    ]);
    await app.page.getByRole('textbox', { name: 'Year of the first month' }).fill('2025');
    await app.page.getByRole('dialog').getByRole('button', { name: 'Paste' }).click();
    await cell(9, 0).getByText('2026-01-01').waitFor();
    await expect
      .poll(async () => (await datedAmounts()).slice(5))
      .toEqual([
        ['2026-03-31', 'Fees', '1,234'],
        ['2025-11-01', 'Rent', '10'],
        ['2025-12-01', 'Rent', '20'],
        ['2026-01-01', 'Rent', '30'],
      ]);
    // Two steps back, and the rest thrown away with its own way back.
    await cell(1, 0).click();
    await type('Escape');
    await button('Undo (Ctrl+Z)').click();
    await cell(9, 0).getByText('2026-01-01').waitFor({ state: 'detached' });
    await button('Discard changes').click();
    await app.page.locator('.entry-save', { hasText: 'unsaved changes' }).waitFor({ state: 'detached' });
    await expect.poll(rows).toHaveLength(5);
  });

  it('has nothing to complain about', () => {
    expect(app.complaints).toEqual([]);
  });
});
