import type { Page } from 'playwright-core';
import type { ExploreView } from '../../renderer/state/explore-slice.ts';
import { plain } from './tables.ts';

/** From the start screen to Explore with the sample company. */
export async function openExplore(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Try it|Prova)$/ }).click();
  await page.getByRole('link', { name: /^(Explore|Utforska)$/ }).click();
  await quiet(page);
}

/** Waits until the table shows what the wells ask for. */
export async function quiet(page: Page): Promise<void> {
  await page.locator('[role=grid][aria-busy=false] .pv-cell').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.pv-cell .pv-wait') === null);
}

export async function startOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Start over from empty' }).click();
  await page.getByText('Choose what to see').waitFor();
}

/** The view as it is kept on this machine. */
export function keptView(page: Page): Promise<ExploreView> {
  return page.evaluate(() => {
    const { state } = JSON.parse(localStorage.getItem('nyckeltal.state') ?? '{}') as {
      readonly state: { readonly explores: Readonly<Record<string, ExploreView>> };
    };
    const [view] = Object.values(state.explores);
    if (view === undefined) throw new Error('nothing is kept');
    return view;
  });
}

export const field = (page: Page, name: string) => page.locator('.field-put').getByText(name, { exact: true }).first();
export const well = (page: Page, name: string) => page.locator('.well', { has: page.getByText(name, { exact: true }) });

/** The rows in sight, the total that stays below them left out: their header and the texts of their cells. */
export async function rowsInSight(page: Page): Promise<readonly (readonly [name: string, cells: readonly string[]])[]> {
  const rows = await page.locator('.pv-body .pv-row').evaluateAll((all) =>
    all.map((row) => {
      const header = row.querySelector('[role=rowheader]')?.textContent ?? '';
      return [header, [...row.querySelectorAll('.pv-cell')].map((cell) => cell.textContent)] as const;
    }),
  );
  return rows.map(([name, cells]) => [plain(name), cells.map(plain)]);
}

/** Waits until the lines of where the table has been scrolled to are drawn: it follows the scrolling a moment later. */
async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const box = document.querySelector('.pv');
    const rows = [...(box?.querySelectorAll('.pv-body .pv-row') ?? [])];
    const [first, last] = [rows[0], rows.at(-1)];
    if (box === null || first === undefined || last === undefined) return false;
    const foot = box.querySelector('.pv-foot');
    const lines = Number(box.getAttribute('aria-rowcount')) - (foot?.querySelectorAll('.pv-row').length ?? 0);
    const top = box.querySelector('.pv-head')?.getBoundingClientRect().bottom ?? box.getBoundingClientRect().top;
    const bottom = (foot?.getBoundingClientRect().top ?? box.getBoundingClientRect().bottom) - 1;
    return (
      (first.ariaRowIndex === '1' || first.getBoundingClientRect().top <= top) &&
      (Number(last.ariaRowIndex) === lines || last.getBoundingClientRect().bottom >= bottom)
    );
  });
}

/** Every row of the table, scrolled through from top to bottom: its header and the texts of its cells. */
export async function wholeTable(page: Page): ReturnType<typeof rowsInSight> {
  const table = page.locator('.pv');
  const lines = new Map<number, Awaited<ReturnType<typeof rowsInSight>>[number]>();
  await table.evaluate((box) => box.scrollTo(0, 0));
  for (let isAtEnd = false; !isAtEnd;) {
    await drawn(page);
    await quiet(page);
    const seen = await table.evaluate((box) => {
      const rows = [...box.querySelectorAll('.pv-row')].map((row) => ({
        place: Number(row.ariaRowIndex),
        name: row.querySelector('[role=rowheader]')?.textContent ?? '',
        cells: [...row.querySelectorAll('.pv-cell')].map((cell) => cell.textContent),
      }));
      const before = box.scrollTop;
      box.scrollBy(0, box.clientHeight / 2);
      return { rows, isLast: box.scrollTop === before };
    });
    for (const { place, name, cells } of seen.rows) lines.set(place, [plain(name), cells.map(plain)]);
    isAtEnd = seen.isLast;
  }
  await table.evaluate((box) => box.scrollTo(0, 0));
  await drawn(page);
  return [...lines].toSorted(([a], [b]) => a - b).map(([, line]) => line);
}

export interface RowsAsked {
  readonly question: unknown;
  readonly cell: unknown;
}

/** The sum of a field over all rows behind a cell, asked for as the page asks. */
export async function sumOfRows(
  page: Page,
  asked: RowsAsked,
  key: string,
): Promise<{ readonly sum: number; readonly rows: number }> {
  return page.evaluate(
    async ({ asked: { question, cell }, key: wanted }) => {
      const token = sessionStorage.getItem('nyckeltal.token') ?? '';
      const LIMIT = 1000;
      let [sum, offset, total] = [0, 0, 1];
      while (offset < total) {
        const response = await fetch('/call/question.rows', {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ question, cell, offset, limit: LIMIT }),
        });
        const { value } = (await response.json()) as {
          readonly value: {
            readonly total: number;
            readonly fields: readonly { readonly key: string }[];
            readonly rows: readonly { readonly values: readonly (string | number | null)[] }[];
          };
        };
        const place = value.fields.findIndex((each) => each.key === wanted);
        for (const row of value.rows) sum += Math.round(Number(row.values[place] ?? 0) * 10_000);
        total = value.total;
        offset += value.rows.length;
      }
      return { sum: sum / 10_000, rows: offset };
    },
    { asked, key },
  );
}
