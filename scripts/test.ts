import { build } from 'vite';
import { ensureBrowser } from './ensure-browser.ts';
import { runTests } from './run-tests.ts';

const browser = ensureBrowser();
if (browser.path === null) console.error(browser.sentence);
else process.env['CHROME_PATH'] = browser.path;

await build({ configFile: 'vite.config.ts', logLevel: 'warn' });

const { passed, failed, skipped, reasons } = await runTests(['unit', 'slow', 'e2e']);
for (const reason of reasons) console.log(`skipped: ${reason}`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
