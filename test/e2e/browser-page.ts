import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { executablePath } from '../support/browser.ts';
import { startShell, type Shell } from './shell-process.ts';

export interface App {
  readonly page: Page;
  readonly browser: Browser;
  readonly shell: Shell;
  /** Console errors and warnings, uncaught errors, policy violations and requests to anywhere but this machine. */
  readonly complaints: readonly string[];
  /** Ends the browser and the shell; the workspace files stay until `shell.remove`. */
  close(): Promise<void>;
}

const WAIT_MS = 30_000;

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pings',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath ?? '',
    // Chromium's own sandbox refuses to start as root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: quiet,
    // Without a locale it could not give a file a name with letters beyond ASCII.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}

/** Keeps what the page complains about, as it comes. */
function watch(page: Page, origin: string): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'blob:' && url.protocol !== 'data:') {
      complaints.push(`request: ${request.url()}`);
    }
  });
  return complaints;
}

/** The app as a user opens it: a shell in a fresh home and a browser at its address. */
export async function openApp(options: BrowserContextOptions = {}, args: readonly string[] = []): Promise<App> {
  const shell = await startShell(args);
  const browser = await launchBrowser();
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 930 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const complaints = watch(page, new URL(shell.address).origin);
  await page.goto(shell.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    page,
    browser,
    shell,
    complaints,
    close: async () => {
      await browser.close();
      await shell.stop();
    },
  };
}

/** Holds the calls of a method back until what it gives is called. */
export async function holdBack(page: Page, method: string): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(`**/call/${method}`, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}
