import { openApp } from './browser-page.ts';
const app = await openApp({}, ['--workspace', '/tmp/eh/rooms.nyckeltal']);
const { page } = app;
await page.waitForTimeout(5000);
await page.route('**/call/**', () => undefined);
for (const r of ['forecast', 'explore', 'reports']) {
  await page.evaluate((h) => { location.hash = `#/${h}`; }, r);
  await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/eh/wait-${r}.png` });
}
await app.close();
