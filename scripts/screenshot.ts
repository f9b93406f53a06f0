import { mkdirSync } from 'node:fs';
import { openApp } from '../test/e2e/browser-page.ts';
import { setup } from '../test/e2e/build-pages.ts';
import { settled } from '../test/e2e/overview-page.ts';
import { newReport } from '../test/e2e/reports-page.ts';

/** docs/overview.png and docs/report.png: the sample company's overview and a page of its board report, as the app shows them today. */
setup();
mkdirSync('docs', { recursive: true });
const app = await openApp();
try {
  await app.page.getByRole('button', { name: 'Try it' }).click();
  await settled(app.page);
  await app.page.locator('[data-drawn]').last().waitFor();
  await app.page.mouse.move(0, 0);
  await app.page.screenshot({ path: 'docs/overview.png' });
  await newReport(app.page, 'Board report');
  await app.page.locator('.report-paper .sheet[data-page=revenue]').first().screenshot({ path: 'docs/report.png' });
} finally {
  await app.close();
  app.shell.remove();
}
