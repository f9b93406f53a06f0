import { AppError } from '#shared/errors.ts';
import { findBrowser } from '#host/find-browser.ts';
import { PRINT_TIME_LIMIT_MS, type Printer, type PrintJob } from '#host/printer.ts';

/**
 * Prints with a headless Chromium, Chrome or Edge of this machine, in a throw-away profile, without any network but our
 * own page. `addressOf` gives the print page's address with a one-time code of its own.
 */
export function chromiumPrinter(addressOf: (job: PrintJob) => string): Printer {
  return {
    available: () => findBrowser() !== null,
    print: async (job, signal) => {
      const executablePath = findBrowser();
      if (executablePath === null)
        throw new AppError('E_NO_BROWSER', 'No Chromium, Chrome or Edge was found to make the PDF with.');
      // Loaded when it is needed: it costs more than all the rest of the program's start.
      const { chromium } = await import('playwright-core');
      const address = addressOf(job);
      const { origin } = new URL(address);
      const asRoot = process.getuid?.() === 0;
      const browser = await chromium
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
      const end = AbortSignal.any([signal, AbortSignal.timeout(PRINT_TIME_LIMIT_MS)]);
      const stop = (): void => void browser.close();
      end.addEventListener('abort', stop, { once: true });
      if (end.aborted) stop();
      try {
        const context = await browser.newContext({ locale: job.locale, serviceWorkers: 'block' });
        await context.route(
          (url) => url.origin !== origin && !['data:', 'blob:'].includes(url.protocol),
          (route) => route.abort(),
        );
        const page = await context.newPage();
        await page.goto(address);
        const drawn = await page.waitForSelector('html[data-print-ready]', {
          state: 'attached',
          timeout: PRINT_TIME_LIMIT_MS,
        });
        if ((await drawn.getAttribute('data-print-ready')) !== 'true') throw new Error('a question failed');
        return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      } catch {
        if (signal.aborted) throw new AppError('E_CANCELLED', 'Cancelled; nothing was changed.');
        throw new AppError('E_PRINT', 'The pages could not be printed.');
      } finally {
        end.removeEventListener('abort', stop);
        await browser.close();
      }
    },
  };
}
