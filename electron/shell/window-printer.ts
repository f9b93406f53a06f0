import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { AppError } from '#shared/errors.ts';
import { PRINT_TIME_LIMIT_MS, printFragment, type Printer } from '#host/printer.ts';
import { APP_ADDRESS } from './policy.ts';

type Window = Pick<BrowserWindow, 'loadURL' | 'destroy'> & {
  readonly webContents: Pick<BrowserWindow['webContents'], 'executeJavaScript' | 'printToPDF' | 'id'>;
};

const READY = "document.documentElement.dataset.printReady ?? ''";

/** Prints in a hidden window with a session of its own; `open` makes it, and while it lives its page may call the host. */
export function windowPrinter(open: (options: BrowserWindowConstructorOptions) => Window, known: Set<number>): Printer {
  return {
    available: () => true,
    print: async (job, signal) => {
      const window = open({ show: false, width: 1024, height: 1400 });
      const { id } = window.webContents;
      known.add(id);
      try {
        const until = performance.now() + PRINT_TIME_LIMIT_MS;
        await window.loadURL(`${APP_ADDRESS}#${printFragment(job)}`);
        for (;;) {
          const state: unknown = await window.webContents.executeJavaScript(READY);
          if (state === 'true') break;
          if (state === 'failed') throw new AppError('E_PRINT', 'The pages could not be printed.');
          if (signal.aborted) throw new AppError('E_CANCELLED', 'Cancelled; nothing was changed.');
          if (performance.now() > until) throw new AppError('E_PRINT', 'The pages could not be printed.');
          await wait(100);
        }
        return await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        });
      } catch (error) {
        throw error instanceof AppError ? error : new AppError('E_PRINT', 'The pages could not be printed.');
      } finally {
        known.delete(id);
        window.destroy();
      }
    },
  };
}
