import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { AppError } from '#shared/errors.ts';
import { PICTURE_SCALE, PRINT_TIME_LIMIT_MS, printFragment, sheetSelector, type Printer } from '#host/printer.ts';
import { APP_ADDRESS } from './policy.ts';

type Window = Pick<BrowserWindow, 'loadURL' | 'destroy'> & {
  readonly webContents: Pick<BrowserWindow['webContents'], 'executeJavaScript' | 'printToPDF' | 'id'> & {
    readonly debugger: Pick<BrowserWindow['webContents']['debugger'], 'attach' | 'sendCommand'>;
  };
};

const READY = "document.documentElement.dataset.printReady ?? ''";
const PDF = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true };

/** Where a sheet stands on the page, which is not scrolled; null where there is none. */
const placeOf = (sheet: number): string =>
  `document.querySelector('${sheetSelector(sheet)}')?.getBoundingClientRect().toJSON() ?? null`;

/** Prints in a hidden window with a session of its own; `open` makes it, and while it lives its page may call the host. */
export function windowPrinter(open: (options: BrowserWindowConstructorOptions) => Window, known: Set<number>): Printer {
  /** What is taken of the job's page once it is drawn. */
  async function drawn(
    job: string,
    signal: AbortSignal,
    take: (contents: Window['webContents']) => Promise<Uint8Array>,
  ): Promise<Uint8Array> {
    const window = open({ show: false, width: 1400, height: 1400 });
    const { webContents } = window;
    known.add(webContents.id);
    try {
      const until = performance.now() + PRINT_TIME_LIMIT_MS;
      await window.loadURL(`${APP_ADDRESS}#${printFragment(job)}`);
      for (;;) {
        const state: unknown = await webContents.executeJavaScript(READY);
        if (state === 'true') break;
        if (state !== 'drawing') throw new AppError('E_PRINT', 'The pages could not be printed.');
        if (signal.aborted) throw new AppError('E_CANCELLED', 'Cancelled; nothing was changed.');
        if (performance.now() > until) throw new AppError('E_PRINT', 'The pages could not be printed.');
        await wait(100);
      }
      return await take(webContents);
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('E_PRINT', 'The pages could not be printed.');
    } finally {
      known.delete(webContents.id);
      window.destroy();
    }
  }

  return {
    available: () => true,
    pdf: (job, signal) => drawn(job, signal, (contents) => contents.printToPDF(PDF)),
    // The way of Chromium's own tools: it takes what is outside the window too, which `capturePage` does not.
    picture: (job, sheet, signal) =>
      drawn(job, signal, async (contents) => {
        const place: unknown = await contents.executeJavaScript(placeOf(sheet));
        if (place === null) throw new AppError('E_NOT_FOUND', 'The report has no such sheet.');
        contents.debugger.attach('1.3');
        const wish = {
          format: 'png',
          captureBeyondViewport: true,
          clip: { ...(place as object), scale: PICTURE_SCALE },
        };
        const taken = (await contents.debugger.sendCommand('Page.captureScreenshot', wish)) as {
          readonly data: string;
        };
        return Buffer.from(taken.data, 'base64');
      }),
  };
}
