import type { Locator, Page } from 'playwright-core';

/** The texts of a table's body, cell by cell. */
export function tableTexts(table: Locator): Promise<readonly (readonly string[])[]> {
  return table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
}

/** Text with ordinary spaces where the page's do not break. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ').trim();

/** A number with thousands' commas and the true minus, as English texts have it. */
export const numberOf = (text: string): number => Number(text.replaceAll(',', '').replace('−', '-'));

/** Every row of a virtual table, scrolled through from top to bottom, by its place in the table. */
export async function allVirtualRows(page: Page, table: Locator): Promise<readonly (readonly string[])[]> {
  const rows = new Map<number, readonly string[]>();
  const count = Number(await table.getAttribute('aria-rowcount')) - 1;
  const scroller = page.locator('.ui-virtual');
  while (rows.size < count) {
    const before = rows.size;
    await scroller.locator('.ui-skeleton').first().waitFor({ state: 'detached' });
    const seen = await table
      .locator('tbody tr[aria-rowindex]')
      .evaluateAll((found) =>
        found.map(
          (row) =>
            [
              Number(row.getAttribute('aria-rowindex')),
              [...row.children].map((cell) => cell.textContent.trim()),
            ] as const,
        ),
      );
    for (const [index, cells] of seen) rows.set(index, cells);
    const last = Math.max(...seen.map(([index]) => index));
    await scroller.evaluate((box) => box.scrollBy(0, box.clientHeight));
    if (rows.size < count) await table.locator(`tr[aria-rowindex="${last + 1}"]`).waitFor();
    if (rows.size === before && rows.size < count) throw new Error(`${rows.size} of ${count} rows in reach`);
  }
  return [...rows].toSorted(([a], [b]) => a - b).map(([, cells]) => cells);
}
