import { describe, expect, it } from 'vitest';
import { windowPrinter } from '../../electron/shell/window-printer.ts';

const job = '0b1c-2d';

const PLACE = { x: 0, y: 794, width: 1123, height: 794 };

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
        executeJavaScript: (code) => {
          if (code.includes('getBoundingClientRect')) return Promise.resolve(code.includes('"2"') ? PLACE : null);
          return Promise.resolve(looks-- <= 0 ? outcome : 'drawing');
        },
        debugger: {
          attach: () => undefined,
          sendCommand: (command: string, wish: unknown) => {
            seen.options.push({ command, wish });
            return Promise.resolve({ data: Buffer.from('PNG').toString('base64') });
          },
        },
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
    expect(Buffer.from(await print.pdf(job, new AbortController().signal)).toString()).toBe('%PDF');
    const url = new URL(seen.urls[0] ?? '');
    expect(url.host).toBe('bundle');
    expect(url.hash).toBe(`#print=${job}`);
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

  it('takes a picture of one sheet, and knows when there is none', async () => {
    const { print, seen } = printer(0);
    expect(Buffer.from(await print.picture(job, 2, new AbortController().signal)).toString()).toBe('PNG');
    expect(seen.options.at(-1)).toEqual({
      command: 'Page.captureScreenshot',
      wish: { format: 'png', captureBeyondViewport: true, clip: { ...PLACE, scale: 2 } },
    });
    await expect(print.picture(job, 9, new AbortController().signal)).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
    expect(seen.destroyed).toBe(2);
  });

  it('fails at once when the page cannot be drawn', async () => {
    const { print, seen } = printer(1, 'failed');
    await expect(print.pdf(job, new AbortController().signal)).rejects.toMatchObject({ code: 'E_PRINT' });
    expect(seen.destroyed).toBe(1);
  });

  it('fails at once when the page is loaded and says nothing, as when its files are missing', async () => {
    const { print, seen } = printer(0, '');
    await expect(print.pdf(job, new AbortController().signal)).rejects.toMatchObject({ code: 'E_PRINT' });
    expect(seen.destroyed).toBe(1);
  });

  it('is cancelled while it waits', async () => {
    const { print, known, seen } = printer(Infinity);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    await expect(print.pdf(job, stop.signal)).rejects.toMatchObject({ code: 'E_CANCELLED' });
    expect({ known: known.size, destroyed: seen.destroyed }).toEqual({ known: 0, destroyed: 1 });
  });
});
