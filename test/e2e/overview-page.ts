import type { Locator, Page } from 'playwright-core';
import { formatChange, formatCompact, type FormatContext } from '#shared/format.ts';
import type { Unit } from '#shared/units.ts';
import { openApp, type App } from './browser-page.ts';
import { plain } from './tables.ts';

export interface Card {
  readonly name: string;
  readonly value: string;
  readonly change: string;
}

/** One line of `kpi … --json`. */
export interface CliCell {
  readonly kpi: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly by: Readonly<Record<string, string | null>>;
  readonly value: number | null;
  readonly unit: Unit;
  readonly rows: { readonly used: number; readonly leftOut: number };
  readonly compare: {
    readonly value: number | null;
    readonly difference: number | null;
    readonly ratio: number | null;
  } | null;
}

/** The app with the sample company and its overview. */
export async function openSample(): Promise<App> {
  const app = await openApp();
  await app.page.getByRole('button', { name: /^Try it/ }).click();
  await settled(app.page);
  return app;
}

/** Waits until nothing on the overview is on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.overview[aria-busy=false] .kpi-value').first().waitFor();
  await page.locator('.overview .late').first().waitFor({ state: 'detached' });
}

export async function readCards(page: Page): Promise<readonly Card[]> {
  await settled(page);
  return page.locator('.kpi-card').evaluateAll((cards) =>
    cards.map((card) => {
      const text = (part: string): string => card.querySelector(part)?.textContent.trim() ?? '';
      return {
        name: text('.kpi-name'),
        value: text('.kpi-value'),
        change: card.querySelector('.kpi-change > :not(.muted)')?.textContent.trim() ?? '',
      };
    }),
  );
}

/** The card as it must look for the command line's cell. */
export function cardOf(name: string, cell: CliCell, format: FormatContext): Card {
  const change = formatChange(cell.compare, cell.unit, 'neutral', format);
  const value = cell.value === null ? null : formatCompact(cell.value, cell.unit, format);
  return {
    name,
    value: value === null ? '–' : `${value.number} ${value.unit}`.trim(),
    change: change === null ? '' : change.arrow === '' ? 'unchanged' : `${change.arrow} ${change.text}`,
  };
}

/** The chip of the header with this label. */
const chip = (page: Page, label: string): Locator =>
  page.locator('.screen-header .ui-chip', { has: page.getByText(label, { exact: true }) });

/** Chooses in the period's popover, stepping to the year first. */
export async function choosePeriod(page: Page, year: number, option: string): Promise<void> {
  await chip(page, 'Period').click();
  const whole = page.getByRole('button', { name: /^All of / });
  for (let shown = Number((await whole.innerText()).slice(-4)); shown !== year; shown += shown < year ? 1 : -1) {
    await page.getByRole('button', { name: shown < year ? 'The year after' : 'The year before' }).click();
  }
  await page.getByRole('button', { name: option, exact: true }).click();
  await settled(page);
}

export async function chooseComparison(page: Page, option: string): Promise<void> {
  await chip(page, 'Compare').click();
  await page.getByRole('menuitemcheckbox', { name: option }).click();
  await settled(page);
}

/** Toggles a member of a dimension that has its chip already. */
export async function toggleMember(page: Page, dimension: string, member: string): Promise<void> {
  await chip(page, dimension).click();
  await page.getByRole('option', { name: member }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
  await settled(page);
}

/** The tile under this title. */
export const tile = (page: Page, title: string | RegExp): Locator =>
  page.locator('.overview .ui-card', { has: page.getByRole('heading', { name: title }) });

/** Opens the passport of a card, reads its rows used and its first amount in full, and closes it. */
export async function passportOf(
  page: Page,
  card: string,
): Promise<{ readonly amount: string; readonly used: string }> {
  // A card without its number yet opens nothing.
  await settled(page);
  await page.locator('.kpi-card', { hasText: card }).first().click();
  const panel = page.getByRole('dialog', { name: card });
  const lines = panel.locator('.passport-lines > div');
  const amount = await lines
    .filter({ hasText: /[A-Z]{3}$/ })
    .first()
    .locator('dd')
    .innerText();
  const used = await lines.filter({ hasText: 'Used' }).locator('dd').innerText();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  return { amount: plain(amount), used };
}

/** Adds a filter from the menu and one member to it. */
export async function addFilter(page: Page, dimension: string, member: string): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: dimension, exact: true }).click();
  await toggleMember(page, dimension, member);
}

export async function clearFilters(page: Page): Promise<void> {
  await settled(page);
  const remove = page.getByRole('button', { name: /^Remove the filter/ });
  for (let left = await remove.count(); left > 0; left--) await remove.first().click();
  await settled(page);
}

/** What a chart reads out as the arrow keys go through its marks. */
export async function markTexts(chart: Locator): Promise<readonly string[]> {
  const read = chart.locator('.chart-layers [aria-live=polite]');
  await chart.locator('[data-drawn]').waitFor();
  await chart.locator('.chart-layer').focus();
  const texts: string[] = [];
  for (let last = ''; ; await chart.page().keyboard.press('ArrowRight')) {
    const said = plain((await read.textContent()) ?? '');
    if (said === last) return texts;
    texts.push(said);
    last = said;
  }
}

/** Presses the button of the export and saves what comes; gives the name it was offered under. */
export async function exportPdf(page: Page, button: string, path: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await download.saveAs(path);
  return download.suggestedFilename();
}
