import type { Page } from 'playwright-core';

/** Opens the palette, types and presses Enter. */
export async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Search KPIs/ }).waitFor();
  await page.keyboard.type(text);
  await page.locator('.palette-option[aria-selected=true]').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.palette').waitFor({ state: 'detached' });
}
