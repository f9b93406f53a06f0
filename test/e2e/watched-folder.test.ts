import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { pick, receipt } from './import-page.ts';
import { plain } from './tables.ts';

const HEADER = 'Datum;Fakturanr;Radnr;Kund;Ansvarig;Belopp';
const month = (number: number, ...amounts: readonly number[]): string =>
  [
    HEADER,
    ...amounts.map((kr, i) => `2026-${String(number).padStart(2, '0')}-03;${number}${i};1;Ada;Bo;${kr},00`),
    '',
  ].join('\n');

describeInBrowser('a watched folder', () => {
  let app: App;
  let root: string;
  let folder: string;
  const button = (name: string) => app.page.getByRole('button', { name, exact: true });
  const offer = (name: string) => app.page.locator('.ui-notice', { hasText: `New file: ${name}` });

  /** A file that is there from one moment to the next. */
  function put(name: string, content: string): void {
    writeFileSync(join(root, 'unfinished'), content);
    renameSync(join(root, 'unfinished'), join(folder, name));
  }
  async function revenue(): Promise<string> {
    await app.page.getByRole('link', { name: 'Overview' }).click();
    const card = app.page.locator('.kpi-card', { hasText: 'Revenue' }).first();
    return plain(await card.locator('.kpi-value').innerText());
  }
  const toData = () => app.page.getByRole('link', { name: 'Data', exact: true }).click();

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'nyckeltal-watched-'));
    folder = join(root, 'Exports');
    mkdirSync(folder);
    app = await openApp({}, ['--watch', folder]);
    await app.page.getByRole('textbox', { name: 'Name' }).fill('Watched');
    await button('Create').click();
    await app.page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
    await pick(app.page, { name: 'july.csv', mimeType: 'text/csv', buffer: Buffer.from(month(7, 100, 200)) });
    await button('Import 2 rows').click();
    await app.page.getByRole('heading', { name: '2 rows imported' }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
    rmSync(root, { recursive: true, force: true });
  });

  it('is the one named at the start, and is watched once the user says so', async () => {
    await toData();
    put('august.csv', month(8, 10, 20, 30));
    await button(`Watch ${folder}`).click();
    await app.page.getByText('Watched now').waitFor();
    await offer('august.csv').getByText('3 new rows, read as last time (july.csv).').waitFor();
    await expect.poll(() => app.page.locator('.data-imports tbody tr').count()).toBe(1);
  });

  it('is imported with one click, with its receipt', async () => {
    await offer('august.csv').getByRole('button', { name: 'Import', exact: true }).click();
    await app.page.getByRole('heading', { name: '3 rows imported' }).waitFor();
    expect(await receipt(app.page)).toMatchObject({ 'Rows in the file': '3', Imported: '3' });
    // Imported, it is no longer new.
    await toData();
    await offer('august.csv').waitFor({ state: 'detached' });
  });

  it('offers on the overview too, where a file can be looked at before it is imported', async () => {
    put('september.csv', month(9, 40));
    put('budget.csv', 'A;B\n1;2\n');
    // By hand: 100 + 200 + 10 + 20 + 30; September is only on offer.
    expect(await revenue()).toBe('360 SEK');
    await offer('september.csv').getByRole('button', { name: 'Show' }).click();
    await app.page.getByText(/Read as august\.csv was the last time/).waitFor();
    await app.page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await toData();
    await app.page.getByText('budget.csv new headers').waitFor();
  });

  it('does not offer again what is declined, until that is taken back', async () => {
    await offer('september.csv').getByRole('button', { name: 'Not this one' }).click();
    await app.page.getByText('september.csv is no longer offered').first().waitFor();
    await offer('september.csv').waitFor({ state: 'detached' });
    await app.page.locator('.ui-toasts').getByRole('button', { name: 'Undo', exact: true }).click();
    await offer('september.csv').waitFor();
  });

  it('imports by itself only when the user has said so, and says that it has', async () => {
    await app.page.getByRole('checkbox', { name: 'Import directly' }).click();
    put('october.csv', month(10, 50, 60));
    const taken = app.page.locator('.ui-notice', { hasText: 'Imported: october.csv' });
    await taken.getByText('2 rows, read as last time.').waitFor({ timeout: 30_000 });
    await app.page.locator('.data-imports').getByText('october.csv').waitFor();
    await offer('september.csv').waitFor();
    await taken.getByRole('button', { name: 'Show the receipt' }).click();
    await app.page.getByRole('heading', { name: '2 rows imported' }).waitFor();
    await toData();
    await taken.getByRole('button', { name: 'Undo the import' }).click();
    await taken.waitFor({ state: 'detached' });
    await offer('october.csv').waitFor({ timeout: 30_000 });
  });

  it('may be gone for a while', async () => {
    renameSync(folder, `${folder} elsewhere`);
    await app.page.getByText('The folder cannot be reached right now.').waitFor({ timeout: 30_000 });
    renameSync(`${folder} elsewhere`, folder);
    await app.page.getByText('Watched now').waitFor({ timeout: 30_000 });
    await offer('october.csv').waitFor();
  });

  it('is let go', async () => {
    await button('Stop watching').click();
    await offer('october.csv').waitFor({ state: 'detached' });
    await button(`Watch ${folder}`).waitFor();
  });

  it('leaves nothing to complain about', () => expect(app.complaints).toEqual([]));
});
