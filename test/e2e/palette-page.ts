import type { Page } from 'playwright-core';

/** Opens the palette, writes a part of a command's name, and runs what is chosen then. */
export async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /^Search KPIs/ });
  await field.fill(text);
  // Until all is listed what is sought may not be there, and another thing be chosen in its place.
  await page.locator('.palette-list[aria-busy=false] .palette-option[aria-selected=true]').waitFor();
  await field.press('Enter');
  await page.locator('.palette').waitFor({ state: 'detached' });
}
