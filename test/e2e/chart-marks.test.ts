import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHART_KINDS, type ChartKind } from '#shared/charts/model.ts';
import { openGallery, type Gallery } from '../renderer/charts/gallery/gallery-page.ts';
import { plain } from '../renderer/catalogue.ts';
import { describeInBrowser } from '../support/browser.ts';

/** What the hand does with a kind's marks: the key that walks along them, its second mark, and the stretch from there two marks on. */
interface Hand {
  readonly key: 'ArrowRight' | 'ArrowDown';
  readonly second: string;
  /** Null, with the reason why, where no stretch is any one thing. */
  readonly stretch: string | null;
  readonly why?: string;
}

const months: Hand = { key: 'ArrowRight', second: '2026-02', stretch: '2026-02 2026-03 2026-04' };
const quarters: Hand = { key: 'ArrowRight', second: '2026-Q2', stretch: '2026-Q2 2026-Q3' };
const regions: Hand = { key: 'ArrowDown', second: 'Väst', stretch: 'Väst Syd Norr' };

const HANDS: Readonly<Record<Exclude<ChartKind, 'table'>, Hand>> = {
  column: months,
  bar: regions,
  pie: { key: 'ArrowRight', second: 'Väst', stretch: null, why: 'slices lie in a ring: a drag crosses all of it' },
  scorecard: { key: 'ArrowRight', second: 'total', stretch: null, why: 'numbers on cards are no categories' },
  'stacked-column': quarters,
  'stacked-bar': regions,
  'share-column': quarters,
  'share-bar': regions,
  line: months,
  area: months,
  combo: months,
  funnel: { key: 'ArrowDown', second: 'Qualified', stretch: 'Qualified Demo Quote' },
  // Before the steps stands a level. They go from the largest gain, +820 k, over +540 k to +435 k: the model has Syd before Norr.
  waterfall: { key: 'ArrowDown', second: 'Stockholm', stretch: 'Stockholm Väst Norr' },
  // From left to right, 2 020 k, 2 510 k and 2 760 k, which the model has the other way round.
  scatter: { key: 'ArrowRight', second: 'L. Hedman', stretch: 'L. Hedman P. Sandell S. Öhman' },
  'heat-map': months,
  bullet: { key: 'ArrowDown', second: 'M. Ekström', stretch: 'M. Ekström J. Nyberg S. Öhman' },
  cohort: { key: 'ArrowRight', second: '1', stretch: '1 2 3' },
};

const KINDS = CHART_KINDS.filter((kind) => kind !== 'table');

describeInBrowser('the marks of every kind of chart', () => {
  let gallery: Gallery | null = null;
  let page: Page;
  beforeAll(async () => {
    gallery = await openGallery();
    // All of them on one page that is as tall as they are.
    page = await gallery.open('en&light', { width: 760, height: 9000 });
    await page.waitForFunction((count) => document.querySelectorAll('[data-drawn]').length === count, KINDS.length);
  });
  afterAll(() => gallery?.close());

  const log = async (): Promise<string> => plain((await page.locator('#log').textContent()) ?? '');
  const emptyLog = (): Promise<void> => page.evaluate(() => document.getElementById('log')?.replaceChildren());
  const within = (kind: ChartKind, what: string): Locator => page.locator(`#${kind} ${what}`);

  /** The middle of the mark that the keys have come to. */
  async function markOf(kind: ChartKind): Promise<readonly [x: number, y: number]> {
    const ring = await within(kind, '.chart-ring').boundingBox();
    if (ring === null) throw new Error(`no mark has the focus: ${kind}`);
    return [ring.x + ring.width / 2, ring.y + ring.height / 2];
  }

  async function walkToSecond(kind: ChartKind, key: string): Promise<void> {
    await within(kind, '.chart-layer').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press(key);
  }

  test.each(KINDS)(
    '%s: a click drills, a right click has the menu, a drag or Shift with arrows chooses a stretch',
    async (kind) => {
      const { key, second, stretch } = HANDS[kind];
      await walkToSecond(kind, key);
      const from = await markOf(kind);
      await page.keyboard.press(key);
      await page.keyboard.press(key);
      const to = await markOf(kind);
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());

      await page.mouse.move(...from);
      expect(await within(kind, '.chart-tip-value').textContent()).toMatch(/\d/);
      await page.mouse.click(...from);
      expect(await log()).toBe(`point ${second}`);
      await page.mouse.click(...from, { button: 'right' });
      expect(await log()).toBe(`menu ${second} true`);

      await emptyLog();
      await page.mouse.down();
      await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
      await page.mouse.move(...to, { steps: 4 });
      expect(await within(kind, '.chart-range').count()).toBe(stretch === null ? 0 : 1);
      await page.mouse.up();
      const dragged = await log();
      if (kind === 'scorecard') expect(dragged).toBe('point total');
      else expect(dragged).toBe(stretch === null ? '' : `range ${stretch}`);
      await page.mouse.move(0, 0);

      await emptyLog();
      await walkToSecond(kind, key);
      await page.keyboard.press(`Shift+${key}`);
      await page.keyboard.press(`Shift+${key}`);
      await page.keyboard.press('Enter');
      expect(await log()).toMatch(stretch === null ? /^point / : new RegExp(`^range ${stretch}$`));
    },
  );

  test('a stretch is given up with Escape, and the release that follows is no click', async () => {
    await walkToSecond('column', 'ArrowRight');
    const [x, y] = await markOf('column');
    await emptyLog();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 150, y, { steps: 5 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await log()).toBe('');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 150, y, { steps: 5 });
    await page.mouse.move(x, y, { steps: 5 });
    await page.mouse.up();
    expect(await log()).toBe('range 2026-02');
  });

  test('table: each number is a button with the same menu, by pointer and by key', async () => {
    const number = within('table', '.chart-number').nth(1);
    await number.click();
    expect(await log()).toBe('passport 2026-Q1');
    await number.click({ button: 'right' });
    expect(await log()).toBe('menu 2026-Q1 true');
    await emptyLog();
    await number.press('Shift+F10');
    expect(await log()).toBe('menu 2026-Q1 true');
  });
});
