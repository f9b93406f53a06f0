import type { Page } from 'playwright-core';

/** Opens the palette, writes a part of a command's name, and runs what is chosen then. */
export async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /^Search KPIs/ });
  await field.fill(text);
  await page.locator('.palette-option[aria-selected=true]').waitFor();
  await field.press('Enter');
  await page.locator('.palette').waitFor({ state: 'detached' });
}
