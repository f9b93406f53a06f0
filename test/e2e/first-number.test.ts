import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatFull, formatNumber, formatScaled, moneyScale, type FormatContext } from '#shared/format.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import {
  type Card,
  type CliCell,
  addFilter,
  cardOf,
  chooseComparison,
  choosePeriod,
  clearFilters,
  markTexts,
  readCards,
  settled,
  tile,
  toggleMember,
} from './overview-page.ts';
import { cli } from './shell-process.ts';
import { allVirtualRows, numberOf, plain, tableTexts } from './tables.ts';

const FIRST_NUMBER_MS = 30_000;
const format: FormatContext = { locale: 'en-GB', currency: 'SEK' };
const cards: Readonly<Record<string, string>> = {
  revenue: 'Revenue',
  'gross-margin': 'Gross margin',
  'average-order-value': 'Average order value',
  orders: 'Orders',
  'new-customers': 'New customers',
  'active-customers': 'Active customers',
};

/** What the page showed, with the command line's words for the same question. */
interface Seen {
  readonly shown: readonly Card[];
  readonly question: readonly string[];
}

describeInBrowser('from the start screen to the first number', () => {
  let app: App;
  const seen = new Map<string, Seen>();
  const note = async (what: string, ...question: readonly string[]): Promise<void> => {
    seen.set(what, { shown: await readCards(app.page), question });
  };
  let trend: readonly (readonly string[])[] = [];
  let trendPoints: readonly string[] = [];
  let regions: readonly (readonly string[])[] = [];
  let ranked: readonly (readonly string[])[] = [];
  let passport = { customer: '', sum: 0, rows: 0, full: '' };

  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('shows six KPIs of the sample company within seconds', async () => {
    const started = performance.now();
    await app.page.getByRole('button', { name: 'Try it' }).click();
    await settled(app.page);
    expect(performance.now() - started).toBeLessThan(FIRST_NUMBER_MS);
    await note('at first', '--period', '2026', '--compare', 'last-year');
    const { shown } = seen.get('at first') ?? { shown: [] };
    expect(shown.map(({ name }) => name)).toEqual(Object.values(cards));
    expect(shown.filter(({ value }) => !/\d/.test(value))).toEqual([]);
  });

  it('has the same figures in each chart and its table twin', async () => {
    const { page } = app;
    const months = tile(page, 'Revenue by month, k SEK');
    trendPoints = await markTexts(months);
    await months.getByRole('button', { name: 'Show as table' }).click();
    trend = await tableTexts(months.getByRole('table'));
    const why = tile(page, 'Why did revenue rise?');
    await why.getByRole('button', { name: 'Show as table' }).click();
    regions = await tableTexts(why.getByRole('table'));
    ranked = await tableTexts(tile(page, 'Largest customers').getByRole('table'));
    expect(trend.length).toBe(trendPoints.length + 1);
    trend.slice(0, -1).forEach(([month = '', actual = ''], index) => {
      const scaled = formatScaled(numberOf(actual), moneyScale(27e6), 'en-GB');
      expect(trendPoints[index]).toMatch(`${plain(month)}, Actual: ${scaled} k SEK`);
    });
    await months.getByRole('button', { name: 'Show as chart' }).click();
    await months.locator('canvas').waitFor();
  });

  it('opens a passport whose rows add up to the number', async () => {
    const { page } = app;
    const [customer = ''] = ranked[9] ?? [];
    const row = tile(page, 'Largest customers').getByRole('row', { name: customer });
    await row.getByRole('button', { name: /Revenue/ }).click();
    const panel = page.getByRole('dialog', { name: 'Revenue' });
    const lines = panel.locator('.passport-lines > div');
    const full = await lines.filter({ hasText: 'SEK' }).first().locator('dd').innerText();
    const used = await lines.filter({ hasText: 'Used' }).locator('dd').innerText();
    expect(await panel.innerText()).toContain(customer);
    await panel.getByRole('button', { name: 'Show rows' }).click();
    const dialog = page.getByRole('dialog', { name: 'The rows behind revenue' });
    const table = dialog.getByRole('table');
    await table.waitFor();
    const headers = await table.locator('thead th').allInnerTexts();
    const amount = headers.indexOf('Amount (net)');
    const rows = await allVirtualRows(page, table);
    const sum = rows.reduce((total, cells) => total + Math.round(numberOf(cells[amount] ?? '') * 100), 0) / 100;
    passport = { customer, sum, rows: rows.length, full };
    expect(rows.length).toBe(numberOf(used));
    expect(formatFull(sum, 'money', format)).toBe(full);
    expect(new Set(rows.map((cells) => cells[headers.indexOf('Customer')]))).toEqual(new Set([customer]));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
  });

  it('breaks revenue down by what the filters leave', async () => {
    const { page } = app;
    const contribution = (by: string) => page.getByText(new RegExp(`^Contribution by ${by}, `)).waitFor();
    await contribution('region');
    await toggleMember(page, 'Region', 'Väst');
    await contribution('category');
    await clearFilters(page);
    await addFilter(page, 'Customer', passport.customer);
    await contribution('product');
    await clearFilters(page);
    await contribution('region');
  });

  it('answers anew for another period, comparison and filter', async () => {
    const { page } = app;
    await choosePeriod(page, 2026, 'Q2');
    await note('a quarter', '--period', '2026-Q2', '--compare', 'last-year');
    await chooseComparison(page, 'Previous period');
    await note('the quarter before', '--period', '2026-Q2', '--compare', 'previous');
    await toggleMember(page, 'Region', 'Väst');
    await note('a region', '--period', '2026-Q2', '--compare', 'previous', '--where', 'region=Väst');
    await toggleMember(page, 'Region', 'Norr');
    await note('two regions', '--period', '2026-Q2', '--compare', 'previous', '--where', 'region=Väst|Norr');
    await chooseComparison(page, 'No comparison');
    await choosePeriod(page, 2025, 'All of 2025');
    await note('a year alone', '--period', '2025', '--where', 'region=Väst|Norr');
    const shown = [...seen.values()].map((each) => JSON.stringify(each.shown));
    expect(new Set(shown).size).toBe(seen.size);
    expect(seen.get('a year alone')?.shown.every(({ change }) => change === '')).toBe(true);
  });

  it('has nothing to complain about in the console and asked nobody but itself', () => {
    expect(app.complaints).toEqual([]);
  });

  it('shows the same numbers as the command line', async () => {
    await app.shell.stop();
    const workspace = app.shell.workspace('Norrland Coffee (sample)');
    const ask = async (kpis: readonly string[], question: readonly string[]): Promise<readonly CliCell[]> =>
      JSON.parse(await cli(app.shell.home, 'kpi', ...kpis, '-w', workspace, ...question, '--json')) as CliCell[];

    for (const [what, { shown, question }] of seen) {
      const cells = await ask(Object.keys(cards), question);
      const expected = cells.map((cell) => cardOf(cards[cell.kpi] ?? '', cell, format));
      expect({ what, cards: shown }).toEqual({ what, cards: expected });
    }

    const money = (value: number | null | undefined): string => (value == null ? '–' : formatNumber(value, 'en-GB', 2));
    const thisYear = ['--period', '2026', '--compare', 'last-year'];
    const byMonth = await ask(['revenue'], ['--by', 'month', ...thisYear]);
    expect(trend).toEqual(
      byMonth
        .filter(({ rows, by }) => rows.used > 0 || by['date'] === undefined)
        .map(({ by, value, compare }) => [
          by['date'] == null ? 'Total' : formatPeriodText(by['date'], 'en-GB'),
          money(value),
          money(compare?.value),
        ]),
    );
    const byRegion = await ask(['revenue'], ['--by', 'region', ...thisYear]);
    const expectedRegions = byRegion.map(({ by, value, compare }) => [
      by['region'] ?? 'Total',
      money(value),
      money(compare?.value),
    ]);
    expect(new Set(regions.map((cells) => cells.slice(0, 3)))).toEqual(new Set(expectedRegions));

    const one = await ask(['revenue'], [...thisYear, '--where', `customer=${passport.customer}`]);
    expect(one[0]?.value).toBeCloseTo(passport.sum, 4);
    expect(one[0]?.rows.used).toBe(passport.rows);
  });
});
