import type { Page } from 'playwright-core';
import { openApp } from '../../e2e/browser-page.ts';
import { setup as buildPages } from '../../e2e/build-pages.ts';
import { settled } from '../../e2e/overview-page.ts';
import { chosenSheet, counted, listedPage, newReport } from '../../e2e/reports-page.ts';
import { report } from '../run-case.ts';

/** Changes to the sample's board report, each from its input until the preview's sheets say otherwise: the least of three. */
const ROUNDS = 3;
buildPages();
const app = await openApp();
const { page } = app;
await page.getByRole('button', { name: /^Try it/ }).click();
await settled(page);
await newReport(page, 'Board report');
// What sets a change off, and what follows on paper.
await page.evaluate(() => {
  const times = { input: 0, paper: 0 };
  const begin = (): void => {
    times.input = performance.now();
    times.paper = 0;
  };
  for (const kind of ['keydown', 'input', 'click']) addEventListener(kind, begin, true);
  const look = new MutationObserver(() => {
    if (times.paper === 0) times.paper = performance.now();
  });
  const [paper] = document.getElementsByClassName('report-paper');
  if (paper !== undefined)
    look.observe(paper, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['style', 'data-paper'],
    });
  Object.assign(globalThis, { timesOfPaper: times });
});

async function shownAfter(change: () => Promise<void>): Promise<number> {
  await change();
  const took = await page.waitForFunction(() => {
    const { timesOfPaper: of } = globalThis as unknown as { timesOfPaper: { input: number; paper: number } };
    return of.paper === 0 ? null : { ms: of.paper - of.input };
  });
  const { ms } = (await took.jsonValue()) ?? { ms: Number.NaN };
  await counted(page);
  return ms;
}

const choose = async (label: string, option: string): Promise<void> => {
  await page.locator('.report-side').getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
const turn = (side: string): Promise<void> => page.locator('.report-sides').getByRole('button', { name: side }).click();
const nth = (at: number) => page.locator('.report-page-choose').nth(at);

const changes: readonly (readonly [name: string, make: (page: Page, round: number) => Promise<void>])[] = [
  ['colour', (on, round) => on.locator('.report-colour input').fill(round === 1 ? '#7a1f5c' : '#1f5f3f')],
  ['company', (on, round) => on.getByLabel('Company name').fill(`Company ${String(round)}`)],
  ['paper', (_, round) => choose('Size', round === 1 ? 'A4' : 'Letter')],
  ['names', (_, round) => choose('Customers', ['Numbers', 'Initials', 'As they are'][round] ?? '')],
  ['period', (_, round) => choose('Period', ['Latest quarter with data', 'Latest month with data', 'Last year'][round] ?? '')], // prettier-ignore
];
const onPage: typeof changes = [
  ['headline', (on, round) => on.getByRole('textbox', { name: 'Headline' }).fill(`Headline ${String(round)}`)],
  ['comment', (on, round) => on.getByRole('textbox', { name: 'Comment' }).fill(`Comment ${String(round)}`)],
  ['choice', (_, round) => choose('The change split by', ['Customer', 'Product', 'Region'][round] ?? '')],
];
const times = new Map<string, number[]>();
async function measure(name: string, change: () => Promise<void>): Promise<void> {
  times.set(name, [...(times.get(name) ?? []), await shownAfter(change)]);
}

for (let round = 0; round < ROUNDS; round++) {
  await nth(3).click();
  await turn('The report');
  for (const [name, make] of changes) await measure(name, () => make(page, round));
  await turn('The page');
  for (const [name, make] of onPage) await measure(name, () => make(page, round));
  await nth(4).focus();
  await measure('moved', () => page.keyboard.press('Alt+ArrowDown'));
  await listedPage(page, 'Contents').focus();
  await measure('removed', () => page.keyboard.press('Delete'));
  await measure('undone', () => page.getByRole('button', { name: 'Undo', exact: true }).first().click());
}
await chosenSheet(page).waitFor();
await app.close();
app.shell.remove();
const least = [...times].map(([name, of]) => [name, Math.min(...of)] as const);
report(Math.max(...least.map(([, ms]) => ms)), least.map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`).join(', '));
