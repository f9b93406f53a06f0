import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHART_KINDS } from '#shared/charts/model.ts';
import { openGallery, type Gallery } from '../renderer/charts/gallery/gallery-page.ts';
import { plain } from '../renderer/catalogue.ts';
import { describeInBrowser } from '../support/browser.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';

describeInBrowser('charts in a browser', () => {
  let gallery: Gallery | null = null;
  beforeAll(async () => {
    gallery = await openGallery();
  });
  afterAll(() => gallery?.close());

  async function chartOn(wish: string): Promise<{
    readonly page: Page;
    readonly layer: Locator;
    readonly said: () => Promise<string>;
    readonly log: () => Promise<string>;
  }> {
    if (gallery === null) throw new Error('no browser');
    const page = await gallery.open(wish, { width: 760, height: 520 });
    await page.locator('[data-drawn], table').first().waitFor();
    const textOf = async (place: Locator): Promise<string> => plain((await place.textContent()) ?? '');
    return {
      page,
      layer: page.locator('.chart-layer'),
      said: () => textOf(page.locator('[aria-live=polite]').first()),
      log: () => textOf(page.locator('#log')),
    };
  }

  test('by keyboard: one stop, arrows read out each mark, Enter drills, the menu key has more, Shift chooses a range', async () => {
    const { page, layer, said, log } = await chartOn('sv&light&column');
    await layer.focus();
    expect(await said()).toMatch(/^jan 2026, Utfall: 1 720 tkr, 2025 1 690 tkr \(▲ 1,8 %\), Mål 1 750 tkr/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await said()).toMatch(/^mar 2026/);
    await page.keyboard.press('Enter');
    expect(await log()).toBe('point 2026-03');
    await page.keyboard.press('Shift+F10');
    expect(await log()).toBe('menu 2026-03 true');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await said()).toBe('mar 2026 till maj 2026 valda. Retur filtrerar, Escape avbryter.');
    await page.keyboard.press('Enter');
    expect(await log()).toBe('range 2026-03 2026-04 2026-05');
    await page.keyboard.press('End');
    expect(await said()).toMatch(/^dec 2026, Prognos: 2 810 tkr, Intervall/);
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Så har talet räknats');
    await page.keyboard.press('Enter');
    expect(await log()).toBe('passport 2026-01');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await log()).toBe('annotation a');
    await page.context().close();
  });

  test('by pointer: a tooltip that can be reached, a click, a right click', async () => {
    const { page, layer, log } = await chartOn('en&dark&column');
    const box = await layer.boundingBox();
    if (box === null) throw new Error('no chart');
    const slot = box.width / 12;
    const at = (month: number) => ({ x: box.x + (month - 0.5) * slot, y: box.y + box.height / 2 });
    await page.mouse.move(at(2).x, at(2).y);
    const tip = page.locator('.chart-tip');
    expect(plain((await tip.textContent()) ?? '')).toContain('Feb 2026 · Actual1,810 k SEK');
    await tip.getByRole('button', { name: 'How it was counted' }).click();
    expect(await log()).toBe('passport 2026-02');
    await page.keyboard.press('Escape');
    await page.mouse.click(at(9).x, at(9).y);
    expect(await log()).toBe('point 2026-09');
    await page.mouse.click(at(9).x, at(9).y, { button: 'right' });
    expect(await log()).toBe('menu 2026-09 true');
    await page.context().close();
  });

  test('every kind is described, can be walked through, has a tooltip, a menu, and its table one click away', async () => {
    for (const kind of CHART_KINDS) {
      const { page, layer, said, log } = await chartOn(`sv&light&${kind}`);
      if (kind !== 'table') {
        expect(await layer.getAttribute('aria-label'), kind).toMatch(/: .+\. /);
        await layer.focus();
        const first = await said();
        expect(first, kind).toMatch(/\d/);
        expect(await page.locator('.chart-tip').textContent(), kind).toMatch(/\d/);
        await page.keyboard.press('Shift+F10');
        expect(await log(), kind).toMatch(/^menu .+ true$/);
        if (kind !== 'scorecard') {
          await page.keyboard.press('End');
          expect(await said(), kind).not.toBe(first);
        }
        await page.getByRole('button', { name: 'Visa som tabell' }).click();
      }
      expect(await page.locator('tbody tr').count(), kind).toBeGreaterThan(2);
      await expect.poll(async () => ({ kind, ...(await faultsOf(page)) })).toEqual({ kind, ...NO_FAULTS });
      await page.context().close();
    }
  });

  test('exports a sharp picture of each, and a vector picture of those drawn as shapes', async () => {
    for (const kind of CHART_KINDS) {
      const { page, log } = await chartOn(`sv&dark&${kind}`);
      await page.getByRole('button', { name: 'Exportera diagrammet' }).click();
      await page.getByRole('menuitem', { name: 'Bild (PNG)' }).waitFor();
      expect(await page.getByRole('menuitem', { name: 'Vektorbild (SVG)' }).count()).toBe(
        ['funnel', 'waterfall', 'heat-map', 'cohort', 'bullet', 'scorecard', 'table'].includes(kind) ? 1 : 0,
      );
      await page.getByRole('menuitem', { name: 'Bild (PNG)' }).click();
      await expect.poll(log).toMatch(/\.png \d+$/);
      const picture = await page.evaluate(async () => {
        const [blob] = (window as unknown as { readonly exported: readonly Blob[] }).exported;
        if (blob === undefined) throw new Error('nothing exported');
        const image = await createImageBitmap(blob);
        const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
        canvas?.drawImage(image, 0, 0);
        const pixels = canvas?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        let marked = 0;
        for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128) marked += 1;
        return {
          width: image.width,
          corner: Array.from(pixels.subarray(0, 4)),
          marked: marked / (image.width * image.height),
        };
      });
      expect(picture.width, kind).toBeGreaterThanOrEqual(2880);
      expect(picture.corner, kind).toEqual([255, 255, 255, 255]);
      expect(picture.marked, kind).toBeGreaterThan(0.003);
      await page.context().close();
    }
  });
});
