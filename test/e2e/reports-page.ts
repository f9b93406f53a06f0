import type { Locator, Page } from 'playwright-core';

/** Goes to the room and makes a report from the template of that name. */
export async function newReport(page: Page, template: string): Promise<void> {
  await page.getByRole('link', { name: 'Reports', exact: true }).click();
  await page.locator('.report-template', { hasText: template }).click();
  await counted(page);
}

/** Waits until the numbers of every page are there and drawn. */
export async function counted(page: Page): Promise<void> {
  await page.locator('.report-preview-room[aria-busy=false] .sheet').first().waitFor();
}

/** The words in the list of pages, one text a page. */
export const listedPages = (page: Page): Promise<readonly string[]> =>
  page.locator('.report-page-name').allInnerTexts();

export const listedPage = (page: Page, name: string): Locator => page.locator('.report-page-choose', { hasText: name });

/** The first sheet of the chosen page. */
export const chosenSheet = (page: Page): Locator => page.locator('.report-paper .sheet[data-chosen]').first();

/** Ticks every headline that is still unread. */
export async function readAll(page: Page): Promise<void> {
  for (;;) {
    const unread = page.locator('.report-page-choose', { has: page.locator('.report-page-unread') });
    if ((await unread.count()) === 0) return;
    const left = await unread.count();
    await unread.first().click();
    await page.getByRole('checkbox', { name: 'I have read the headline' }).click();
    await page
      .locator('.report-page-unread')
      .nth(left - 1)
      .waitFor({ state: 'detached' });
  }
}

/** Makes a file from the menu and saves it where it is told; gives the name it was offered under. */
export async function exportAs(page: Page, format: string, path: string): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  await download.saveAs(path);
  return download.suggestedFilename();
}
