import { mkdirSync } from 'node:fs';
import { openApp } from '../test/e2e/browser-page.ts';
import { setup } from '../test/e2e/build-pages.ts';
import { settled } from '../test/e2e/overview-page.ts';

/** docs/overview.png: the sample company's overview as the app shows it today. */
setup();
mkdirSync('docs', { recursive: true });
const app = await openApp();
try {
  await app.page.getByRole('button', { name: 'Try it' }).click();
  await settled(app.page);
  await app.page.locator('[data-drawn]').last().waitFor();
  await app.page.mouse.move(0, 0);
  await app.page.screenshot({ path: 'docs/overview.png' });
} finally {
  await app.close();
  app.shell.remove();
}
