import { afterAll, beforeAll, expect, it } from 'vitest';
import { executablePath } from '../support/browser.ts';
import { openApp, type App } from './browser-page.ts';
import { importSales } from './kpis-page.ts';
import { settled } from './overview-page.ts';
import { faultsOf, NO_FAULTS } from './page-checks.ts';
import { plain } from './tables.ts';

const ready = executablePath !== null;
let app: App;

beforeAll(async () => {
  if (ready) app = await openApp();
}, 60_000);
afterAll(async () => {
  if (!ready) return;
  await app.close();
  app.shell.remove();
});

const undo = (said: string): Promise<void> =>
  app.page.locator('.ui-toast', { hasText: said }).getByRole('button', { name: 'Undo' }).click();

const rows = async (): Promise<readonly string[]> =>
  (await app.page.locator('.goals-table tbody tr').allInnerTexts()).map((text) =>
    plain(text).replaceAll(/\s+/g, ' ').trim(),
  );

it.skipIf(!ready)(
  'makes a goal from a card in four fields, shows it in the tree, and takes it back',
  async () => {
    const { page } = app;
    await importSales(page, 'Goals');
    await page.locator('.kpi-card').first().hover();
    await page.getByRole('button', { name: 'Set a goal for Revenue', exact: true }).click();
    const form = page.getByRole('dialog', { name: 'New goal' });
    await form.getByRole('combobox', { name: 'The goal is' }).waitFor();
    // Sales end on 6 December 2025: 2,000 in all, set against 2,500 for 2025.
    await form.getByRole('textbox', { name: 'Value (SEK)' }).fill('2 500');
    await form.getByRole('button', { name: 'More choices' }).waitFor();
    await form.getByRole('combobox', { name: 'By when' }).click();
    await page.getByRole('option', { name: 'Own dates' }).click();
    await form.getByLabel('From', { exact: true }).fill('2025-01-01');
    await form.getByLabel('Through').fill('2025-12-31');
    await form.getByRole('textbox', { name: 'Responsible' }).fill('Ann');
    await form.getByText('Comes to 2,500 SEK by 31 Dec 2025').waitFor();
    await form.getByText('the whole company, revenue; Ann is responsible', { exact: false }).waitFor();
    await form.getByRole('button', { name: 'Save the goal' }).last().click();
    await form.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: 'Goals', exact: true }).click();
    await page.locator('.goals-table .ui-badge').first().waitFor();
    await expect.poll(async () => (await rows())[0] ?? '').toContain('Revenue 2,500 SEK 2,000 SEK');
    await expect.poll(() => faultsOf(page)).toEqual(NO_FAULTS);

    // A change is remembered, and its undo is one as well.
    await page.getByRole('button', { name: 'More about Revenue 2,500 SEK' }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    const edit = page.getByRole('dialog', { name: 'Edit goal' });
    await edit.getByRole('textbox', { name: 'Value (SEK)' }).fill('1 900');
    await edit.getByRole('button', { name: 'Save the goal' }).last().click();
    await edit.waitFor({ state: 'detached' });
    await expect.poll(async () => (await rows())[0] ?? '').toContain('Revenue 1,900 SEK');
    await page.getByText('was Revenue 2,500 SEK').waitFor();
    await undo('Revenue 1,900');
    await expect.poll(async () => (await rows())[0] ?? '').toContain('Revenue 2,500 SEK');

    await page.getByRole('button', { name: 'More about Revenue 2,500 SEK' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByText('No goals yet').waitFor();
    await undo('is deleted');
    await expect.poll(async () => (await rows())[0] ?? '').toContain('Revenue 2,500 SEK');

    // Ten per cent more than the first half of 2025, in which 6 × 100 and 2 × 400 make 1,400.
    await page.getByRole('button', { name: 'New goal', exact: true }).click();
    const growth = page.getByRole('dialog', { name: 'New goal' });
    await growth.getByRole('combobox', { name: 'The goal is' }).click();
    await page.getByRole('option', { name: 'a percentage increase on last year' }).click();
    await growth.getByRole('textbox', { name: 'Value (%)' }).fill('10');
    await growth.getByRole('button', { name: 'More choices' }).click();
    const baseline = growth.getByRole('combobox', { name: 'Compared with' });
    for (const choice of ['2025', 'Own dates']) {
      await baseline.click();
      await page.getByRole('option', { name: choice, exact: true }).click();
    }
    await expect.poll(() => growth.getByLabel('From', { exact: true }).inputValue()).toBe('2025-01-01');
    await growth.getByLabel('Through').fill('2025-06-30');
    await growth.getByText('Comes to 1,540 SEK by 31 Dec 2026').waitFor();
    await growth.getByRole('button', { name: 'Cancel' }).click();
    await growth.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Overview' }).click();
    await settled(page);
    expect(app.complaints).toEqual([]);
  },
  90_000,
);
