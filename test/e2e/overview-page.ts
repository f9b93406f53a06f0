import type { Locator, Page } from 'playwright-core';
import { formatChange, formatCompact, type FormatContext } from '#shared/format.ts';
import type { Unit } from '#shared/units.ts';

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
