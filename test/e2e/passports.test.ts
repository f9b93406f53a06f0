import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { holdBack, openApp, type App } from './browser-page.ts';
import { addFilter, clearFilters, openSample, settled } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { plain } from './tables.ts';

/** Texts cut at their edge, and values that hang out of their card. */
function cutChanges(app: App): Promise<number> {
  return app.page.locator('.kpi-change, .kpi-state').evaluateAll(
    (all) =>
      all.filter((each) => {
        const card = each.closest('.kpi-card')?.getBoundingClientRect();
        return each.scrollWidth > each.clientWidth + 1 || each.getBoundingClientRect().bottom > (card?.bottom ?? 0);
      }).length,
  );
}

describeInBrowser('passports of numbers that are no cell of a question', () => {
  let app: App;
  const panel = () => app.page.locator('.passport:not(.late)');
  const card = (name: string) => app.page.getByRole('region', { name });
  const lines = async (): Promise<Record<string, string>> => {
    await panel().waitFor();
    const pairs = await panel()
      .locator('.passport-lines > div')
      .evaluateAll((all) =>
        all.map((each) => [each.querySelector('dt')?.textContent, each.querySelector('dd')?.textContent]),
      );
    return Object.fromEntries(pairs.map(([label, value]) => [label, plain(value ?? '')])) as Record<string, string>;
  };
  const number = (text = ''): number => Number(text.replaceAll(',', '').replace('−', '-').split(' ')[0]);
  const close = () => app.page.keyboard.press('Escape');
  /** How many rows the dialog says and what a column of all of them comes to. */
  const rows = async (): Promise<string> => {
    await app.page.getByRole('button', { name: 'Show rows' }).click();
    const dialog = app.page.getByRole('dialog', { name: /^The rows behind/ });
    await dialog.getByRole('table').waitFor();
    const sub = plain(await dialog.locator('p').first().innerText());
    await close();
    await dialog.waitFor({ state: 'hidden' });
    return sub;
  };

  beforeAll(async () => {
    app = await openSample();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('a customer’s expected value, by keyboard: the history, what the models make of it, and his rows', async () => {
    const { page } = app;
    await page.getByRole('link', { name: 'Customer value' }).click();
    const value = page.locator('.clv-customers tbody td:nth-child(3) .number-button').first();
    await value.focus();
    await page.keyboard.press('Enter');
    const said = await lines();
    expect(Object.keys(said)).toEqual(
      expect.arrayContaining(['Repeat purchases (frequency)', 'Age, weeks', 'Expected purchases', 'BG/NBD r']),
    );
    // Discounted at 10 % over a year, as if in the middle of it: within a hundredth.
    const spent = number(said['Expected purchases']) * number(said['Expected amount of a purchase']);
    const shown = number(plain(await value.innerText()));
    expect(Math.abs(shown / (spent / 1.1 ** 0.5) - 1)).toBeLessThan(0.01);
    expect(await rows()).toMatch(new RegExp(`^${said['Used'] ?? ''} rows`));
    await close();
    await expect.poll(() => value.evaluate((each) => each === document.activeElement)).toBe(true);
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
  });

  it('sums and groups of customers, and the marks of their charts', async () => {
    const { page } = app;
    await page.locator('.clv-segments tbody tr').last().locator('.number-button').first().click();
    expect((await lines())['Used']).toMatch(/^\d/);
    await close();
    const chart = page.getByRole('application', { name: /^Bar chart: Expected value by group/ });
    await chart.focus();
    await page.keyboard.press('Enter');
    expect(await lines()).toHaveProperty('Interest a year', '10.00%');
    await close();
    await page.getByRole('application', { name: /^Column chart: Check against data/ }).focus();
    await page.keyboard.press('Enter');
    expect(await lines()).toHaveProperty('Weeks held out');
    await close();
  });

  it('a step of the pipeline’s movement and open deals, by mouse', async () => {
    const { page } = app;
    await page.getByRole('link', { name: 'Forecast' }).click();
    await page.getByRole('button', { name: 'Pipeline', exact: true }).click();
    const moved = card('How the pipeline has changed');
    const won = moved.locator('tbody tr', { hasText: 'Won' }).first();
    const count = await won.locator('td').first().innerText();
    await won.locator('.number-button').last().click();
    expect(await lines()).toMatchObject({ Deals: count, Used: count });
    expect(await rows()).toMatch(new RegExp(`^${count} rows`));
    await close();
    const all = card('Open deals').locator('tbody tr').last();
    const deals = await all.locator('td').first().innerText();
    await all.locator('.number-button').first().click();
    expect(await lines()).toMatchObject({ Used: deals });
    await close();
    await card('Stages').locator('tbody tr').first().locator('.number-button').last().click();
    expect(await lines()).toHaveProperty('Won');
    await close();
  });

  it('a month ahead by history and by both', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'History', exact: true }).click();
    await page.locator('.forecast-number .number-button').first().click();
    expect(await lines()).toMatchObject({ 'Periods ahead': '12', 'Closed periods': '24' });
    await close();
    await page.getByRole('button', { name: 'Both', exact: true }).click();
    const month = card('Month by month').locator('tbody tr').first();
    await month.getByRole('button', { name: /^Nov 2026, Forecast/ }).click();
    const said = await lines();
    expect(number(said['Booked']) + number(said['Pipeline']) + number(said['History'])).toBeGreaterThan(0);
    await close();
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
  });

  it('what a goal should be, its projection, a mark of its chart, and a quota', async () => {
    const { page } = app;
    await page.getByRole('link', { name: 'Goals' }).click();
    await page.locator('.goals-table .number-button').nth(1).click();
    expect(await lines()).toHaveProperty('Share of the target passed');
    await close();
    await page.getByRole('application', { name: /^Line chart: Revenue/ }).focus();
    await page.keyboard.press('Enter');
    await panel().waitFor();
    await close();
    await page.getByRole('button', { name: /^(Show|Unfold).*Quotas/ }).click();
    const rep = page.locator('.goals-table tbody tr').last();
    const expected = plain(await rep.locator('td').nth(1).innerText());
    await rep.locator('.number-button').nth(1).click();
    await panel().waitFor();
    expect(plain(await panel().locator('.passport-value').innerText())).toBe(expected);
    await close();
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
  });

  it('shares, changes and the remainder of a table', async () => {
    const { page } = app;
    await page.getByRole('link', { name: 'Overview' }).click();
    await settled(page);
    const others = page.locator('.table-tile tbody tr', { hasText: 'Others' }).first();
    const value = plain(await others.locator('td').first().innerText());
    await others.locator('.number-button').first().click();
    await panel().waitFor();
    expect(await page.getByRole('dialog').innerText()).toContain('Others');
    expect(number(plain(await panel().locator('.passport-value').innerText())) * 1000).toBeCloseTo(number(value), -1);
    await close();
    await others.locator('.number-button').nth(1).click();
    await panel().waitFor();
    await close();
    expect(app.complaints).toEqual([]);
  });

  it('what the others of a bridge brought, by keyboard, and a fifth that a customer is in', async () => {
    const { page } = app;
    await addFilter(page, 'Customer', 'Hotell Fyren');
    await settled(page);
    const bridge = page.getByRole('application', { name: /^Waterfall chart: .* lowest Others/ });
    await bridge.focus();
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowDown');
        return page.locator('.chart-tip').innerText();
      })
      .toContain('Others');
    const step = plain(await page.locator('.chart-tip').innerText());
    await page.keyboard.press('Enter');
    const said = await lines();
    expect(step).toContain(plain(await panel().locator('.passport-value').innerText()));
    const rest = number(said['All']) - number(said['Shown by themselves']);
    expect(number(said['Value now']) - number(said['Value before'])).toBeCloseTo(rest, 2);
    await close();
    await clearFilters(page);
    await page.getByRole('link', { name: 'Customer value' }).click();
    await page
      .getByRole('button', { name: /, Frequency \(F\): 5$/ })
      .first()
      .click();
    const fifth = await lines();
    expect(number(fifth['Repeat purchases'])).toBeGreaterThanOrEqual(number(fifth['The fifth, from']));
    expect(await rows()).toMatch(new RegExp(`^${fifth['Used'] ?? ''} rows`));
    await close();
    expect(app.complaints).toEqual([]);
  });

  it('a target is written when the names of KPIs are there, and known by its name', async () => {
    const { page } = app;
    const letGo = await holdBack(page, 'catalogue.kpis');
    await page.reload();
    await page.getByRole('link', { name: 'Data' }).click();
    await page.getByRole('navigation', { name: 'Parts of the data' }).getByText('Type in').click();
    await page.getByRole('button', { name: /^Targets/ }).click();
    await page.waitForTimeout(600);
    expect(await page.locator('.ui-grid-row').count()).toBe(0);
    letGo();
    await page.locator('.ui-grid-row').first().waitFor();
  });
});

for (const locale of ['sv-SE', 'en-GB']) {
  describeInBrowser(`cards under a free period in ${locale}`, () => {
    let app: App;
    beforeAll(async () => {
      app = await openApp({ locale });
      await app.page.getByRole('button', { name: /^(Prova|Try it)/ }).click();
      await settled(app.page);
    });
    afterAll(async () => {
      await app.close();
      app.shell.remove();
    });

    it.each([
      ['2026-02-03', '2026-04-17'],
      ['2025-12-03', '2026-04-17'],
    ])('say in full what %s to %s is compared with, 1440 and 1024 wide', async (from, to) => {
      const { page } = app;
      await page.locator('.self-explaining').first().click();
      const dates = page.locator('.period-custom input');
      await dates.nth(0).fill(from);
      await dates.nth(1).fill(to);
      await page.locator('.period-custom button[type=submit]').click();
      const year = String(Number(to.slice(0, 4)) - 1);
      await page
        .locator('.kpi-change', { hasText: `17 ${locale === 'sv-SE' ? 'apr' : 'Apr'} ${year}` })
        .first()
        .waitFor();
      await settled(page);
      for (const size of [
        { width: 1440, height: 930 },
        { width: 1024, height: 700 },
      ]) {
        await page.setViewportSize(size);
        await expect.poll(() => cutChanges(app)).toBe(0);
      }
      await page.setViewportSize({ width: 1440, height: 930 });
    });
  });
}
