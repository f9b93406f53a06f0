import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { quiet } from './explore-page.ts';
import { pick, readings } from './import-page.ts';
import { readCards, settled } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { plain } from './tables.ts';

const MOST_STOPS = 80;

/** Walks with Tab until the control in focus has this name, as somebody without a mouse would. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const stops: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      const ring = element === null ? null : getComputedStyle(element);
      return {
        name: (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim(),
        seen: ring !== null && (ring.outlineStyle !== 'none' || ring.boxShadow !== 'none'),
      };
    });
    stops.push(plain(focus.name));
    if (!name.test(plain(focus.name))) continue;
    expect(focus).toMatchObject({ seen: true });
    return;
  }
  throw new Error(`${String(name)} is not reached by Tab: ${stops.join(' · ')}`);
}

describeInBrowser('by keyboard alone', () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('leads from the start screen over a filter to the rows behind a number and back', async () => {
    const { page } = app;
    const press = (...keys: readonly string[]) => keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve()); // prettier-ignore
    await tabTo(page, /^Try it$/);
    await press('Enter');
    await settled(page);
    const before = await readCards(page);

    await tabTo(page, /^Region/);
    await press('Enter');
    await page.getByRole('option').first().waitFor();
    await page.locator('.ui-multi-search input:focus').waitFor();
    await page.keyboard.type('Norr');
    await page.getByRole('option').nth(1).waitFor({ state: 'detached' });
    await press('ArrowDown', 'Enter', 'Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await page.locator('.ui-chip', { hasText: 'Norr' }).waitFor();
    await settled(page);
    expect(await readCards(page)).not.toEqual(before);

    await tabTo(page, /^Revenue: /);
    const card = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await press('Enter');
    await page.getByRole('dialog', { name: 'Revenue' }).locator('.passport-value').waitFor();
    await tabTo(page, /^Show rows$/);
    await press('Enter');
    await page.locator('.ui-virtual-table tbody td').first().waitFor();
    await tabTo(page, /^The rows behind revenue|^$|Date/);
    await press('End');
    const last = await page.locator('.ui-virtual-table').getAttribute('aria-rowcount');
    await page.locator(`tr[aria-rowindex="${last ?? ''}"]`).waitFor();
    await press('Escape');
    await page.locator('.ui-virtual-table').waitFor({ state: 'detached' });
    await press('Escape');
    await page.locator('.passport').waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(card);
    expect(app.complaints).toEqual([]);
  });

  it('reaches the points of a chart with the arrow keys and says each in words', async () => {
    const { page } = app;
    await tabTo(page, /^Column chart: Revenue by month/);
    await page.keyboard.press('ArrowRight');
    const point = async () =>
      plain((await page.locator('.chart-layers [aria-live=polite]').first().textContent()) ?? '');
    await expect.poll(point).toMatch(/^Feb 2026, Actual: [\d,.]+ k SEK, 2025 [\d,.]+ k SEK \([▲▼] [\d.]+%\)/);
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'How the number is made' }).press('Enter');
    await page.getByRole('dialog', { name: 'Revenue' }).locator('.passport-value').waitFor();
    await page.keyboard.press('Escape');
  });
});

const sizes = [
  // The usual size enlarged to 200 %.
  { width: 720, height: 465 },
  { width: 1024, height: 700 },
  { width: 1440, height: 930 },
] as const;
const languages = [
  { locale: 'sv-SE', start: 'Prova', data: 'Data', importFile: 'Importera fil…', rows: 'Visa raderna' },
  { locale: 'en-GB', start: 'Try it', data: 'Data', importFile: 'Import file…', rows: 'Show rows' },
] as const;
const file = {
  name: 'fakturarader-2026-september-norra-regionen.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'Fakturadatum;Fakturanr;Kundnamn;Artikelbenämning;Region;Belopp exkl moms;Leveranssätt\n' +
      '2026-09-01;104512;Café Björk AB;Espresso Mörk 1 kg;Norr;4536,50;Schenker\n' +
      '2026-09-02;104513;Konditori Ångström & Söner;Bryggmalet;Syd;–;Posten\n',
  ),
};

describeInBrowser('enlarged, at the smallest and at the usual size, light and dark', () => {
  describe.each(languages)('$locale', ({ locale, start, data, importFile, rows }) => {
    let app: App;
    beforeAll(async () => {
      app = await openApp({ locale });
    });
    afterAll(async () => {
      await app.close();
      app.shell.remove();
    });

    /** Looks at the screen as it stands, at all sizes in both themes. */
    async function look(): Promise<void> {
      const { page } = app;
      for (const size of sizes) {
        await page.setViewportSize(size);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const { width } = size;
          await expect.poll(async () => ({ width, colorScheme, ...(await faultsOf(page)) })).toEqual({ width, colorScheme, ...NO_FAULTS }); // prettier-ignore
        }
      }
    }

    it('shows the start screen whole', look);

    it('shows the overview whole', async () => {
      await app.page.getByRole('button', { name: start }).click();
      await settled(app.page);
      await look();
    });

    it('has the room in sight under its menus when it is enlarged', async () => {
      await app.page.setViewportSize(sizes[0]);
      const top = async () => (await app.page.getByRole('heading', { level: 1 }).boundingBox())?.y;
      await expect.poll(top).toBeLessThan(sizes[0].height / 3);
    });

    it('shows Explore whole', async () => {
      await app.page.getByRole('link', { name: /^(Explore|Utforska)$/ }).click();
      await quiet(app.page);
      await look();
      await app.page.getByRole('link', { name: /^(Overview|Översikt)$/ }).click();
      await settled(app.page);
    });

    it('shows the tables of the charts whole', async () => {
      // Not every button that can be pressed: names in tables filter, and all is counted anew with each.
      const twins = app.page.getByRole('button', { name: /^(Show as table|Visa som tabell)$/ });
      for (let left = await twins.count(); left > 0; left--) await twins.first().click();
      await look();
    });

    it('shows the passport whole', async () => {
      await app.page.locator('.kpi-card').nth(1).click();
      await app.page.getByRole('button', { name: rows }).waitFor();
      await look();
      await app.page.keyboard.press('Escape');
    });

    it('shows the imports whole', async () => {
      await app.page.getByRole('link', { name: data }).click();
      await app.page.locator('.data-imports button[aria-expanded]').first().click();
      await look();
    });

    it('shows the wizard whole', async () => {
      await app.page.getByRole('button', { name: importFile }).click();
      await look();
      await pick(app.page, file);
      await readings(app.page);
      await look();
    });

    it('would see what is wrong: the control of the tests before', async () => {
      await app.page.evaluate(() => {
        const plant = (tag: string, className: string, text: string, style: Partial<CSSStyleDeclaration>): void => {
          const element = Object.assign(document.createElement(tag), { className, textContent: text });
          Object.assign(element.style, style);
          document.querySelector('main')?.append(element);
        };
        plant('button', 'planted', '', { width: '20px', height: '20px' });
        plant('p', 'planted', 'grey on grey', { color: '#999', background: '#aaa' });
        plant('div', 'kpi-name', 'Average order value', { width: '30px', overflow: 'hidden', whiteSpace: 'nowrap' });
        plant('div', 'planted', 'wide', { width: '3000px' });
      });
      expect(await faultsOf(app.page)).toMatchObject({
        sideways: true,
        cut: ['div.kpi-name Average order value'],
        nameless: ['button.planted '],
        faint: [expect.stringContaining('grey on grey')],
      });
    });

    it('has nothing to complain about', () => expect(app.complaints).toEqual([]));
  });
});
