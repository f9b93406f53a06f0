import { resolve } from 'node:path';
import { build } from 'vite';
import { ensureBrowser } from './ensure-browser.ts';
import { runTests } from './run-tests.ts';

/** The pages the end-to-end tests open; pages that cannot be built are one failure more, not the end of the run. */
async function buildPages(): Promise<boolean> {
  try {
    await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

// Code read once is not compiled again in every thread of every test.
process.env['NODE_COMPILE_CACHE'] = resolve('node_modules/.cache/node');

const browser = ensureBrowser();
if (browser.path === null) console.error(browser.sentence);
else process.env['CHROME_PATH'] = browser.path;

const built = await buildPages();
const { passed, skipped, reasons, ...tests } = await runTests(['unit', 'slow', 'e2e']);
const failed = tests.failed + (built ? 0 : 1);
if (!built) console.error('The pages could not be built: see above.');
for (const reason of reasons) console.log(`skipped: ${reason}`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
