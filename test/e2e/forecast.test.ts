import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { settled } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { cli } from './shell-process.ts';
import { plain } from './tables.ts';

interface CliHistory {
  readonly points: readonly { readonly key: string; readonly value: number }[];
  readonly total: { readonly value: number };
  readonly backTest: { readonly ours: { readonly mase: number; readonly smape: number } };
}

describeInBrowser('the forecast', () => {
  let app: App;
  let kept = '';
  const card = (name: string) => app.page.getByRole('region', { name });
  const rowsOf = async (name: string): Promise<string[][]> => {
    const lines = await card(name).locator('table').first().locator('tbody tr').all();
    return Promise.all(
      lines.map(async (line) => (await line.locator('th, td').allInnerTexts()).map((text) => plain(text).trim())),
    );
  };
  /** '824.4 k SEK' as a number of SEK, to the digits shown. */
  const amount = (text = ''): number => {
    const [number = '', step] = text.replaceAll(',', '').split(' ');
    return (Number(number.replace('−', '-')) || 0) * (step === 'M' ? 1e6 : step === 'k' ? 1e3 : 1);
  };

  beforeAll(async () => {
    app = await openApp();
    await app.page.getByRole('button', { name: 'Try it' }).click();
    await settled(app.page);
    await app.page.getByRole('link', { name: 'Forecast' }).click();
    await card('Month by month').waitFor();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('shows both together, every month and the whole the sum of their parts', async () => {
    const lines = await rowsOf('Month by month');
    expect(lines).toHaveLength(13);
    for (const [, booked, pipeline, history, whole] of lines) {
      const sum = amount(booked) + amount(pipeline) + amount(history);
      expect(Math.abs(sum - amount(whole))).toBeLessThanOrEqual(11_000);
    }
    await card('How far off the history would have been').getByText('MASE').waitFor();
    await expect.poll(() => faultsOf(app.page)).toEqual(NO_FAULTS);
  });

  it('asks what if with the effects beside, and goes back', async () => {
    const whatIf = card('What if');
    const before = plain(await whatIf.locator('.forecast-number').innerText());
    await whatIf.getByRole('slider', { name: 'Win rate' }).press('PageUp');
    await whatIf.getByText(`instead of ${before}`).waitFor();
    await whatIf.getByText('Assumption').waitFor();
    await whatIf.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(async () => plain(await whatIf.locator('.forecast-number').innerText())).toBe(before);
  });

  it('tells the open deals by month and stage, and takes the weights of history', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Pipeline', exact: true }).click();
    await card('Open deals').waitFor();
    const lines = await rowsOf('Open deals');
    const counts = lines.map(([, count]) => Number(count));
    expect(counts.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(counts.at(-1));
    await card('Stages').getByRole('button', { name: 'Use the weights of history' }).click();
    await page.getByText('The stages have the weights of history').waitFor();
    const [stage = []] = await rowsOf('Stages');
    const learnt = /^(\d+)%/.exec(stage[4] ?? '')?.[1];
    const weight = () => card('Stages').locator('input').first().inputValue();
    await expect.poll(weight).toBe(learnt);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(weight).toBe('');
  });

  it('says how the pipeline has changed, step by step', async () => {
    const moved = card('How the pipeline has changed');
    await moved.locator('tbody tr').first().waitFor();
    const all = await rowsOf('How the pipeline has changed');
    const total = amount(all.at(-1)?.[2]);
    const sum = all.slice(0, -1).reduce((so, [, , value]) => so + amount(value), 0);
    expect(Math.abs(sum - total)).toBeLessThanOrEqual(25_000);
    await expect.poll(() => faultsOf(app.page)).toEqual(NO_FAULTS);
  });

  it('carries a history on, opens its numbers and keeps the forecast', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'History', exact: true }).click();
    await card('Forecast for the whole time').locator('.forecast-number').waitFor();
    kept = plain(await card('Forecast for the whole time').locator('.forecast-number').innerText());
    await card('How far off the history would have been').getByText('The forecast', { exact: true }).waitFor();
    const whatIf = card('What if');
    const before = plain(await whatIf.locator('.forecast-number').innerText());
    await whatIf.getByRole('slider', { name: 'Price level' }).press('PageUp');
    await whatIf.getByText(`instead of ${before}`).waitFor();
    expect(await whatIf.getByRole('slider').count()).toBe(3);
    await whatIf.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('button', { name: 'Save the forecast' }).click();
    await card('Saved forecasts').getByText('No period is over yet').waitFor();
    await card('Saved forecasts').locator('summary').click();
    expect((await rowsOf('Saved forecasts')).length).toBe(12);
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
    await card('Saved forecasts')
      .getByRole('button', { name: /^Remove the forecast/ })
      .click();
    await card('Saved forecasts').waitFor({ state: 'hidden' });
    await page.locator('.ui-toast', { hasText: 'is removed' }).getByRole('button', { name: 'Undo' }).click();
    await card('Saved forecasts').waitFor();
  });

  it('says the same as the command line, and complains of nothing', async () => {
    expect(app.complaints).toEqual([]);
    await app.close();
    const { home } = app.shell;
    const workspace = app.shell.workspace('Norrland Coffee (sample)');
    const { points, total, backTest } = JSON.parse(
      await cli(home, 'forecast', 'revenue', '-w', workspace, '--json'),
    ) as CliHistory;
    expect(points).toHaveLength(12);
    expect(Math.abs(amount(kept) - total.value)).toBeLessThanOrEqual(5_001);
    expect(backTest.ours.smape).toBeGreaterThan(0);
  });
});
