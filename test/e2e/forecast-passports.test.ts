import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SavedForecast } from '#shared/forecast.ts';
import { describeInBrowser } from '../support/browser.ts';
import { holdBack, type App } from './browser-page.ts';
import { openSample } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { plain } from './tables.ts';

/** What is no number of the data: names of choices and levels, days, what a history is too short for, and how far a slider is drawn. */
const NO_NUMBERS = [
  /^(Seasons take|Ranges for the months|The pipeline is tested on|Booked and weighted pipeline for|The forecast is hatched)/,
  /^(Outcomes in|In) the range of \d+%$/,
  /^\d+% chance$/,
  /^Price level \(now = 100\)$/,
  /^[+−]\d+(%| pp)$/,
  /^(\d+ )?[A-Z][a-z]{2} \d{4}(–[A-Z][a-z]{2} \d{4})?$/,
  /^(Made|As of) \d/,
];

describeInBrowser('the forecast room', () => {
  let app: App;
  const panel = () => app.page.locator('.passport:not(.late)');
  const card = (name: string) => app.page.getByRole('region', { name });
  const tight = (text: string): string => plain(text).replaceAll(/\s/g, '');
  /** Opens every number that is shown: its passport has the same, or the whole of it where a sentence is opened. */
  async function openAll(): Promise<number> {
    const { page } = app;
    const numbers = await page.locator('.forecast .number-button').all();
    const others: unknown[] = [];
    for (const each of numbers) {
      const name = await each.getAttribute('aria-label');
      const text = plain(await each.innerText());
      await each.click();
      await panel().waitFor();
      const value = tight(await panel().locator('.passport-value').innerText());
      const isSentence = /[a-z]{2} [a-z]{2}|\(/.test(text);
      const whole = new RegExp(String.raw`(?<![\d.,])${value.replaceAll(/[.+()]/g, String.raw`\$&`)}(?![\d.,]*\d)`);
      if (isSentence ? !whole.test(tight(text)) : tight(text) !== value) others.push([name, text, value]);
      await page.keyboard.press('Escape');
      await panel().waitFor({ state: 'detached' });
    }
    expect(others).toEqual([]);
    return numbers.length;
  }
  /** Texts with digits that open nothing, nor stand in a table right below as a kept forecast's summary. */
  const loose = async (): Promise<readonly string[]> => {
    const texts = await app.page.locator('.forecast').evaluate((room) => {
      const found: string[] = [];
      const walker = document.createTreeWalker(room, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const { parentElement, textContent } = node;
        const isApart =
          parentElement?.closest('.number-button, th[scope=row], .ui-select, .chart, .forecast-kept summary') != null;
        if (!isApart && parentElement?.checkVisibility() === true && /\d/.test(textContent ?? ''))
          found.push(textContent ?? '');
      }
      return found;
    });
    return texts.map(plain).filter((text) => !NO_NUMBERS.some((each) => each.test(text)));
  };
  const drag = async (): Promise<void> => {
    for (const slider of await card('What if').getByRole('slider').all()) await slider.press('PageUp');
    await card('What if').getByText('Assumption').waitFor();
  };

  beforeAll(async () => {
    app = await openSample();
    await app.page.getByRole('link', { name: 'Forecast' }).click();
    await card('How far off the history would have been').getByText('The forecast', { exact: true }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    app.shell.remove();
  });

  it('tells every number of both together and of what if, and shows no other', async () => {
    await drag();
    expect(await openAll()).toBeGreaterThan(50);
    expect(await loose()).toEqual([]);
    await expect.poll(() => faultsOf(app.page)).toEqual(NO_FAULTS);
  }, 90_000);

  it('tells a changed scenario by what it was and what is changed, with its rows', async () => {
    await card('What if').locator('.forecast-number .number-button').click();
    await panel().getByText(/→/).first().waitFor();
    expect(plain(await panel().innerText())).toContain('As it was');
    await app.page.getByRole('button', { name: 'Show rows' }).click();
    await app.page
      .getByRole('dialog', { name: /^The rows behind/ })
      .getByRole('table')
      .waitFor();
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
  });

  it('has the passport of the number on screen while a new choice is on its way', async () => {
    const { page } = app;
    const total = card('Forecast for the whole time').locator('.forecast-number .number-button');
    const before = tight(await total.innerText());
    const letGo = await holdBack(page, 'forecast.combined');
    await page.getByRole('combobox', { name: 'How far ahead' }).click();
    await page.getByRole('option', { name: '6 months ahead' }).click();
    await page.getByRole('combobox', { name: 'How far ahead' }).getByText('6 months ahead').waitFor();
    expect(tight(await total.innerText())).toBe(before);
    await total.click();
    await panel().waitFor();
    expect(tight(await panel().locator('.passport-value').innerText())).toBe(before);
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    letGo();
    await expect.poll(async () => tight(await total.innerText())).not.toBe(before);
    const after = tight(await total.innerText());
    await total.click();
    await panel().waitFor();
    expect(tight(await panel().locator('.passport-value').innerText())).toBe(after);
    await page.keyboard.press('Escape');
  });

  it('tells every number of the open deals, their stages and how they moved', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Pipeline', exact: true }).click();
    await card('How the pipeline has changed').locator('tbody tr').first().waitFor();
    await card('How the pipeline has changed').locator('summary').click();
    expect(await openAll()).toBeGreaterThan(60);
    expect(await loose()).toEqual([]);
  }, 90_000);

  it('tells every number of a history carried on, and of a kept forecast against what came', async () => {
    const { page } = app;
    // Kept as if a year ago, so that some of its months are over.
    await page.route('**/call/forecast.save', async (route) => {
      const kept = route.request().postDataJSON() as SavedForecast;
      const points = kept.points.slice(0, 3).map((point, i) => ({
        ...point,
        ...[
          { key: '2026-09', from: '2026-09-01', to: '2026-09-30' },
          { key: '2026-10', from: '2026-10-01', to: '2026-10-31' },
          { key: '2026-12', from: '2026-12-01', to: '2026-12-31' },
        ][i],
      }));
      await route.continue({ postData: JSON.stringify({ ...kept, madeOn: '2026-08-31', points }) });
    });
    await page.getByRole('button', { name: 'History', exact: true }).click();
    await card('How far off the history would have been').getByText('The forecast', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save the forecast' }).click();
    const kept = card('Saved forecasts');
    await kept.waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Forecast' }).click();
    await page.getByRole('button', { name: 'History', exact: true }).click();
    await kept.locator('summary').getByText('2 closed periods').waitFor();
    await kept.locator('summary').click();
    await kept.locator('tbody tr').nth(3).waitFor();
    await card('How far off the history would have been').getByText('The forecast', { exact: true }).waitFor();
    await drag();
    expect(await openAll()).toBeGreaterThan(25);
    expect(await loose()).toEqual([]);
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);
    expect(app.complaints).toEqual([]);
  }, 90_000);
});
