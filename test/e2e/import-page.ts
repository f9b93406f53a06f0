import type { Page } from 'playwright-core';
import { tableTexts } from './tables.ts';

type Files = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0];

/** Chooses files on the start screen or in the wizard's first step. */
export async function pick(page: Page, files: Files): Promise<void> {
  await page.locator('input[type=file]:not([webkitdirectory])').setInputFiles(files);
}

/** Drops a file on the window, as from a file manager. */
export async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    ({ name: fileName, base64 }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], fileName));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    { name, base64: bytes.toString('base64') },
  );
}

/** From the data screen to the wizard's first step, which lets go of what was there before. */
export async function openWizard(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Data' }).click();
  await page.getByRole('button', { name: 'Import file…' }).first().click();
  await page.getByRole('heading', { name: 'Drop a sales file here' }).waitFor();
}

/** Column of the file, example, what it becomes, certainty. */
export async function readings(page: Page): Promise<Readonly<Record<string, string>>> {
  const table = page.locator('.import-columns');
  await table.waitFor();
  const rows = await tableTexts(table);
  return Object.fromEntries(rows.map(([header = '', , becomes = '']) => [header, becomes]));
}

/** The receipt's lines: 'Rows in the file' → '10,194'. */
export async function receipt(page: Page): Promise<Readonly<Record<string, string>>> {
  const lines = page.locator('.receipt-line');
  const pairs = await lines.evaluateAll((found) =>
    found.map((line) => [...line.children].map((part) => part.textContent.trim())),
  );
  return Object.fromEntries(pairs.map(([label = '', value = '']) => [label, value]));
}
