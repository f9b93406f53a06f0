import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { holdBack, openApp, type App } from './browser-page.ts';
import { importSales, libraryValue, type } from './kpis-page.ts';
import { readCards } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { cli } from './shell-process.ts';
import { plain } from './tables.ts';

describeInBrowser('a KPI of the user’s own', () => {
  let app: App;
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const formula = () => app.page.getByRole('combobox', { name: 'Formula' });
  const note = () => app.page.locator('.editor-note');
  const toast = (words: string) => app.page.locator('.ui-toast', { hasText: words });
  const live = async (): Promise<string> => plain(await app.page.locator('.editor-live .passport-value').innerText());
  const option = (name: string) => app.page.getByRole('option', { name, selected: true });
  async function startNew(words = 'New KPI'): Promise<void> {
    await app.page.getByRole('link', { name: 'KPIs' }).click();
    await button(words).focus();
    await type(app.page, '<Enter>');
    await app.page.getByRole('heading', { name: 'New KPI' }).waitFor();
  }
  async function edit(name: string): Promise<void> {
    await libraryValue(app.page, name);
    await app.page.locator('.kpi-line-name', { hasText: name }).click();
    await button('Edit').click();
    await app.page.getByRole('heading', { name: `Edit ${name}` }).waitFor();
  }

  beforeAll(async () => {
    app = await openApp();
    await importSales(app.page, 'Freight');
  });
  afterAll(() => app.shell.remove());

  it('is written by keyboard alone, with names and fields found as they are typed', async () => {
    const { page } = app;
    await startNew();
    await type(page, 'Freight share<Tab>sum(sales li');
    await option('sales lines').waitFor();
    await type(page, '<Enter>frei');
    await option('Freight').waitFor();
    await type(page, '<Enter>) / reven');
    await option('Revenue').waitFor();
    await type(page, '<Enter>');
    expect(await formula().inputValue()).toBe('sum(sale."custom:Freight") / revenue');
    await expect.poll(() => app.page.getByRole('listbox').count()).toBe(0);
  });

  it('shows what it comes to and what that is made of: 240 of 2,000', async () => {
    // A column of the file has no unit, so what it is divided by does not tell one either.
    await expect.poll(live).toBe('0.1');
    await app.page.getByRole('combobox', { name: 'Shown as' }).click();
    await app.page.getByRole('option', { name: 'Share, %' }).click();
    await expect.poll(live).toBe('12.0 %');
    const inputs = async () => (await app.page.locator('.editor-live .passport-lines dd').allInnerTexts()).map(plain);
    await expect.poll(inputs).toEqual(['240', '2,000.00 SEK']);
    await expect.poll(() => faultsOf(app.page)).toEqual(NO_FAULTS);
  });

  it('has its passport and its rows before it is saved', async () => {
    const { page } = app;
    await button('How this was counted').click();
    const passport = page.locator('.passport:not(.late)');
    await passport.waitFor();
    expect(await page.getByRole('dialog').getByRole('heading').first().innerText()).toBe('Freight share');
    expect(plain(await passport.locator('.passport-value').innerText())).toBe('12.0 %');
    const used = passport.locator('.passport-lines > div', { hasText: 'Used' }).locator('dd');
    const count = await used.innerText();
    await page.keyboard.press('Escape');
    await passport.waitFor({ state: 'detached' });
    await button('Show rows').click();
    const rows = page.getByRole('dialog', { name: 'The rows behind freight share' });
    await rows.getByRole('table').waitFor();
    expect(plain(await rows.locator('p').first().innerText())).toMatch(new RegExp(`^${count} rows`));
    await page.keyboard.press('Escape');
    await rows.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').first().waitFor({ state: 'detached' });
  });

  it('has a wrong word underlined where it stands, with the one that was meant', async () => {
    const { page } = app;
    await formula().focus();
    await type(page, '<End> * ordars<Escape>');
    await note().getByText('Nothing is called “ordars”').waitFor();
    await expect.poll(() => page.locator('.formula-wrong').innerText()).toBe('ordars');
    await expect.poll(() => formula().getAttribute('aria-invalid')).toBe('true');
    await note().getByRole('button', { name: 'Orders', exact: true }).click();
    expect(await formula().inputValue()).toBe('sum(sale."custom:Freight") / revenue * orders');
    await type(page, '<Control+z>');
    expect(await formula().inputValue()).toMatch(/\* ordars$/);
    await type(page, '<End>');
    for (let letters = ' * ordars'.length; letters > 0; letters--) await type(page, '<Backspace>');
  });

  it('waits while another screen is looked at', async () => {
    await app.page.getByRole('link', { name: 'Overview' }).click();
    await startNew('Continue the draft');
    expect(await formula().inputValue()).toBe('sum(sale."custom:Freight") / revenue');
    await expect.poll(live).toBe('12.0 %');
  });

  it('is saved and stands in the library with its value', async () => {
    await formula().focus();
    await type(app.page, '<Control+Enter>');
    await toast('Freight share is saved').waitFor();
    expect(await libraryValue(app.page, 'Freight share')).toBe('12.0 %');
  });

  it('is on the overview and has its passport like any other', async () => {
    const { page } = app;
    await button('Add Freight share to the overview').click();
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.locator('.kpi-card', { hasText: 'Freight share' }).waitFor();
    const card = (await readCards(page)).find(({ name }) => name === 'Freight share');
    expect(plain(card?.value ?? '')).toBe('12.0 %');
    await page.locator('.kpi-card', { hasText: 'Freight share' }).click();
    const passport = page.getByRole('dialog', { name: 'Freight share' });
    expect(plain(await passport.locator('.passport-value').innerText())).toBe('12.0 %');
    await passport.getByText('2,000.00 SEK').first().waitFor();
    await type(page, '<Escape>');
  });

  it('may be used by another, which it may not be made of in turn: the path is told', async () => {
    const { page } = app;
    await startNew();
    await type(page, 'Twice<Tab>freight sh');
    await option('Freight share').waitFor();
    await type(page, '<Enter> * 2');
    expect(await formula().inputValue()).toBe('freight-share * 2');
    await expect.poll(live).toBe('24.0 %');
    await type(page, '<Control+Enter>');
    await toast('Twice is saved').waitFor();

    await edit('Freight share');
    await formula().fill('twice / 2');
    await type(page, '<Escape>');
    await note().getByText('The formula leads back to itself: Freight share → Twice → Freight share.').waitFor();
    await expect.poll(() => page.locator('.formula-wrong').innerText()).toBe('twice');
    await type(page, '<Control+Enter>');
    await page.getByRole('heading', { name: 'Edit Freight share' }).waitFor();
    await button('Cancel').click();
    expect(await libraryValue(page, 'Freight share')).toBe('12.0 %');
  });

  it('is not removed while another is made of it, which is named', async () => {
    const { page } = app;
    await page.locator('.kpi-line-name', { hasText: 'Freight share' }).click();
    await button('Delete').click();
    await toast('Other KPIs are made of it: Twice.').waitFor();
    expect(await libraryValue(page, 'Freight share')).toBe('12.0 %');
  });

  it('is taken back by undo, and again comes to the same on the command line', async () => {
    const { page } = app;
    // The message of the first save would be undone instead.
    await page.reload();
    await edit('Twice');
    await formula().fill('freight-share * 3');
    await type(page, '<Escape>');
    await expect.poll(live).toBe('36.0 %');
    // Who goes elsewhere while it is being saved stays there, is told, and can take it back from there.
    const letGo = await holdBack(page, 'kpi.save');
    await type(page, '<Control+Enter>');
    await page.getByRole('link', { name: 'Overview' }).click();
    letGo();
    await toast('Twice is saved').waitFor();
    await page.locator('.kpi-card').first().waitFor();
    await expect.poll(() => libraryValue(page, 'Twice')).toBe('36.0 %');
    await toast('Twice is saved').first().getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => libraryValue(page, 'Twice')).toBe('24.0 %');
    expect(app.complaints).toEqual([]);
    await app.close();
    const workspace = app.shell.workspace('Freight');
    const told = await cli(app.shell.home, 'kpi', 'freight-share', 'twice', '-w', workspace, '--period', '2025', '--json'); // prettier-ignore
    const cells = JSON.parse(told) as readonly { readonly kpi: string; readonly value: number }[];
    expect(cells.map(({ kpi, value }) => [kpi, value])).toEqual([
      ['freight-share', 0.12],
      ['twice', 0.24],
    ]);
  });
});
