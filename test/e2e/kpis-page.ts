import type { Page } from 'playwright-core';
import { pick } from './import-page.ts';
import { settled } from './overview-page.ts';
import { plain } from './tables.ts';

const MONTH_DAYS = 30;
const dayOf2025 = (day: number): string => new Date(Date.UTC(2025, 0, day)).toISOString().slice(0, 10);

/**
 * B buys for 100 with 10 of freight every 30 days from 10 January to 6 December 2025: 12 times, 1,200 and 120. A buys for 400 with 60 on 10 January
 * and, after 150 days, on 9 June: 800 and 120. In all 2,000 with 240 of freight. Eleven gaps are 30 days and one 150, so the median is 30.
 */
const B = Array.from({ length: 12 }, (_, index) => `${dayOf2025(10 + index * MONTH_DAYS)},B,100.00,10.00`);
const A = [10, 160].map((day) => `${dayOf2025(day)},A,400.00,60.00`);
const SALES = {
  name: 'sales.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `Date,Order,Customer,Amount,Freight\n${[...A, ...B].map((row, index) => row.replace(',', `,${String(index + 1)},`)).join('\n')}\n`,
  ),
};

/** A new workspace with these sales, at its overview of 2025. */
export async function importSales(page: Page, workspace: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(workspace);
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByRole('heading', { name: 'Import', exact: true }).waitFor();
  await pick(page, SALES);
  await page.getByRole('button', { name: 'Import 14 rows', exact: true }).click();
  await page.getByRole('heading', { name: '14 rows imported' }).waitFor();
  await page.getByRole('link', { name: 'Overview' }).click();
  await settled(page);
}

/** What the library's line of a KPI says: its value, '12.0 %'. */
export async function libraryValue(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: 'KPIs' }).click();
  await page.getByRole('searchbox', { name: 'Search KPIs' }).fill(name);
  const value = page.locator('.kpi-line', { hasText: name }).first().locator('button.kpi-number');
  await value.waitFor();
  return plain(await value.innerText());
}

/** Types as somebody does; names in <angle brackets> are keys. */
export async function type(page: Page, text: string): Promise<void> {
  for (const part of text.split(/(<[^>]+>)/)) {
    const key = /^<(.+)>$/.exec(part)?.[1];
    if (key === undefined) await page.keyboard.type(part);
    else await page.keyboard.press(key);
  }
}
