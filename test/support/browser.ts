import { describe } from 'vitest';
import { findBrowser } from '#host/find-browser.ts';

/** This machine's Chromium, Chrome or Edge. */
export const executablePath = findBrowser();

/** A describe block that needs a browser: skipped, and said so, where this machine has none. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (executablePath !== null) describe(name, tests);
  else describe.skip(`${name} (needs Chromium, Chrome or Edge, or CHROME_PATH set to one)`, tests);
}
