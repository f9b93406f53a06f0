import { describe, expect, it } from 'vitest';
import type { PrintJob } from '../../electron/host/printer.ts';
import { windowPrinter } from '../../electron/shell/window-printer.ts';

const job: PrintJob = {
  template: 'overview',
  period: '2026',
  compare: 'none',
  filters: [],
  locale: 'sv-SE',
  paper: 'a4',
};

/** A hidden window whose page says how it went after some looks. */
function printer(looks: number, outcome = 'true') {
  const known = new Set<number>();
  const seen = { urls: [] as string[], options: [] as unknown[], knownWhileOpen: false, destroyed: 0 };
  const print = windowPrinter((options) => {
    seen.options.push(options);
    return {
      loadURL: (url) => {
        seen.urls.push(url);
        seen.knownWhileOpen = known.has(9);
        return Promise.resolve();
      },
      destroy: () => void seen.destroyed++,
      webContents: {
        id: 9,
        executeJavaScript: () => Promise.resolve(looks-- <= 0 ? outcome : ''),
        printToPDF: (options) => {
          seen.options.push(options);
          return Promise.resolve(Buffer.from('%PDF'));
        },
      },
    };
  }, known);
  return { print, known, seen };
}

describe('printing in a hidden window', () => {
  it('waits for the page, prints its own page size, and leaves nothing open', async () => {
    const { print, known, seen } = printer(2);
    expect(Buffer.from(await print.print(job, new AbortController().signal)).toString()).toBe('%PDF');
    const url = new URL(seen.urls[0] ?? '');
    expect(url.host).toBe('bundle');
    expect(JSON.parse(Buffer.from(url.hash.replace('#print=', ''), 'base64url').toString())).toEqual(job);
    expect(seen.options).toMatchObject([
      { show: false },
      { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
    ]);
    expect({ known: known.size, destroyed: seen.destroyed, whileOpen: seen.knownWhileOpen }).toEqual({
      known: 0,
      destroyed: 1,
      whileOpen: true,
    });
  });

  it('fails at once when the page cannot be drawn', async () => {
    const { print, seen } = printer(1, 'failed');
    await expect(print.print(job, new AbortController().signal)).rejects.toMatchObject({ code: 'E_PRINT' });
    expect(seen.destroyed).toBe(1);
  });

  it('is cancelled while it waits', async () => {
    const { print, known, seen } = printer(Infinity);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    await expect(print.print(job, stop.signal)).rejects.toMatchObject({ code: 'E_CANCELLED' });
    expect({ known: known.size, destroyed: seen.destroyed }).toEqual({ known: 0, destroyed: 1 });
  });
});
