import type { Locator, Page } from 'playwright-core';
import { plain } from './tables.ts';

/** The line of a KPI in the library, by its whole name. */
export const line = (page: Page, name: string): Locator =>
  page.locator('.kpi-line', { has: page.getByRole('button', { name, exact: true }) });

export const detail = (page: Page): Locator => page.locator('.kpi-detail');

/** The panel of a number, beside messages that name the KPI as well. */
export const passportOf = (page: Page, name: string): Locator =>
  page.locator('.ui-dialog-panel', { has: page.getByRole('heading', { name, exact: true }) });

export async function openLibrary(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'KPIs', exact: true }).click();
  await page.locator('.kpi-line .kpi-number:not(.late)').first().waitFor();
  await page.locator('.kpi-line .late').first().waitFor({ state: 'detached' });
}

/** Opens a KPI at the right. */
export async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search KPIs' }).fill('');
  await line(page, name).getByRole('button', { name, exact: true }).click();
  await detail(page).getByRole('heading', { name, level: 2 }).waitFor();
}

export async function valueOf(place: Locator): Promise<string> {
  return plain(await place.locator('.kpi-number:not(.late)').first().innerText()).trim();
}

/** Every variant of the KPI at the right with its value, those that lack data left out. */
export async function variants(page: Page): Promise<Readonly<Record<string, string>>> {
  await detail(page).locator('.kpi-variants .late').first().waitFor({ state: 'detached' });
  const pairs = await detail(page)
    .locator('.kpi-variants .ui-radio-line')
    .evaluateAll((lines) =>
      lines.map((each) => [
        each.querySelector('.kpi-variant-name')?.firstChild?.textContent ?? '',
        each.querySelector('.kpi-number')?.textContent ?? '',
      ]),
    );
  return Object.fromEntries(
    pairs.filter(([, value]) => value !== '').map(([name = '', value = '']) => [name.trim(), plain(value).trim()]),
  );
}

/** The names of the lines in sight, in order. */
export const listed = (page: Page): Promise<readonly string[]> =>
  page
    .locator('.kpi-line-name')
    .evaluateAll((names) => names.map((name) => (name.firstChild?.textContent ?? '').trim()));
