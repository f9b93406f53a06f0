import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { Host } from '../../electron/host/host.ts';
import { listPages } from '../../electron/host/pages.ts';
import { withPrinter } from '../../electron/host/printing-host.ts';
import { chromiumPrinter } from '../../electron/serve/chromium-printer.ts';
import { startServer } from '../../electron/serve/server.ts';
import { executablePath } from '../support/browser.ts';
import { root } from '../support/tree.ts';
import type { printedReport } from './printed-report.ts';

type Printed = ReturnType<typeof printedReport>;

/** The product's pages, or those of another folder, server and printer over a host that knows one report. */
export async function openDesk(folder = join(root, 'dist/renderer')) {
  const temporary = mkdtempSync(join(tmpdir(), 'nyckeltal-print-'));
  let shown: Printed | null = null;
  const host = {
    call: (method: string) => {
      const value = { 'report.content': shown?.content, 'workspace.current': {} }[method] ?? shown;
      return Promise.resolve({ ok: true, value });
    },
    close: () => Promise.resolve(),
  } as unknown as Host;
  const silent = (): void => undefined;
  const printer = chromiumPrinter((job) => server.printAddress(job));
  const printing = withPrinter(host, printer, temporary, silent);
  const pages = listPages(folder);
  const server = await startServer({ host: printing, pages, temporary, port: 0, log: silent, onEnd: silent });
  // The host itself answers the page here, outside a print job.
  const looking = await startServer({ host, pages, temporary, port: 0, log: silent, onEnd: silent });
  const browser = await chromium.launch({
    executablePath: executablePath ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return {
    /** The finished file's path. */
    print: async (printed: Printed, format: 'pdf' | 'png', sheet = 1): Promise<string> => {
      shown = printed;
      const made = await printing.call('report.print', {
        taskId: 't',
        source: { report: printed.report },
        format,
        sheet,
      });
      if (!made.ok) throw new Error(made.error.code);
      const file = await printing.download((made.value as { downloadId: string }).downloadId);
      if (!file.ok) throw new Error(file.error.code);
      return file.value.path;
    },
    /** The print page itself, drawn. */
    look: async (printed: Printed): Promise<Page> => {
      shown = printed;
      const page = await browser.newPage({ viewport: { width: 1400, height: 1400 } });
      await page.goto(looking.printAddress('looked-at'));
      await page.waitForSelector('html[data-print-ready=true]', { state: 'attached' });
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
      await looking.close();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}
