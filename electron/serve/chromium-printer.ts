import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { AppError } from '#shared/errors.ts';
import { findBrowser } from '#host/find-browser.ts';
import { PICTURE_SCALE, PRINT_TIME_LIMIT_MS, sheetSelector, type Printer } from '#host/printer.ts';

/** Wider than any sheet, so that none is scrolled to. */
const VIEWPORT = { width: 1400, height: 1400 } as const;

/**
 * Prints with a headless Chromium, Chrome or Edge of this machine, in a throw-away profile, without any network but our
 * own page. `addressOf` gives the print page's address with a one-time code of its own.
 */
export function chromiumPrinter(addressOf: (job: string) => string): Printer {
  /** What is taken of the job's page once it is drawn. */
  async function drawn(
    job: string,
    signal: AbortSignal,
    look: BrowserContextOptions,
    take: (page: Page) => Promise<Uint8Array>,
  ): Promise<Uint8Array> {
    const browser = await launch();
    const end = AbortSignal.any([signal, AbortSignal.timeout(PRINT_TIME_LIMIT_MS)]);
    const stop = (): void => void browser.close();
    end.addEventListener('abort', stop, { once: true });
    if (end.aborted) stop();
    try {
      const address = addressOf(job);
      const { origin } = new URL(address);
      const context = await browser.newContext({ ...look, viewport: VIEWPORT, serviceWorkers: 'block' });
      context.setDefaultTimeout(PRINT_TIME_LIMIT_MS);
      await context.route(
        (url) => url.origin !== origin && !['data:', 'blob:'].includes(url.protocol),
        (route) => route.abort(),
      );
      const page = await context.newPage();
      await page.goto(address);
      // A page that says nothing once it is loaded is not all there.
      const loaded = await stateOf(page);
      if (loaded === null) throw new Error('files of the page are missing');
      if (loaded === 'drawing')
        await page.waitForSelector(`html:not([data-print-ready=${loaded}])`, { state: 'attached' });
      if ((await stateOf(page)) !== 'true') throw new Error('the page could not be drawn');
      return await take(page);
    } catch (error) {
      if (signal.aborted) throw new AppError('E_CANCELLED', 'Cancelled; nothing was changed.');
      throw error instanceof AppError ? error : new AppError('E_PRINT', 'The pages could not be printed.');
    } finally {
      end.removeEventListener('abort', stop);
      await browser.close();
    }
  }

  return {
    available: () => findBrowser() !== null,
    pdf: (job, signal) =>
      drawn(job, signal, {}, (page) =>
        page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }),
      ),
    picture: (job, sheet, signal) =>
      drawn(job, signal, { deviceScaleFactor: PICTURE_SCALE }, async (page) => {
        const element = await page.$(sheetSelector(sheet));
        if (element === null) throw new AppError('E_NOT_FOUND', 'The report has no such sheet.');
        return element.screenshot({ type: 'png' });
      }),
  };
}

const stateOf = (page: Page): Promise<string | null> => page.getAttribute('html', 'data-print-ready');

async function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new AppError('E_NO_BROWSER', 'No Chromium, Chrome or Edge was found to make the PDF with.');
  // Loaded when it is needed: it costs more than all the rest of the program's start.
  const { chromium } = await import('playwright-core');
  const asRoot = process.getuid?.() === 0;
  return chromium
    .launch({
      executablePath,
      headless: true,
      // Chromium's own sandbox refuses to start as root; everyone else has it.
      chromiumSandbox: !asRoot,
      args: ['--disable-background-networking', '--no-first-run', '--disable-sync', '--no-pings'],
    })
    .catch(() => {
      throw new AppError('E_PRINT', 'The browser that makes the PDF did not start.');
    });
}
