import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../electron/host/find-browser.ts';
import type { Host } from '../../electron/host/host.ts';
import { listPages } from '../../electron/host/pages.ts';
import { chromiumPrinter } from '../../electron/serve/chromium-printer.ts';
import { startServer } from '../../electron/serve/server.ts';

const root = mkdtempSync(join(tmpdir(), 'nyckeltal-print-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const job = '0b1c-2d';
/** A browser's start on a busy machine, and far less than what a print may take. */
const SOON_MS = 30_000;

/** A print page that waits, tries to reach out, and says it is ready. */
async function printing(script: string) {
  const folder = mkdtempSync(join(root, 'pages-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>x</title><p id="p">Sidan</p><script src="a.js"></script>',
  );
  writeFileSync(join(folder, 'a.js'), script);
  const asked: string[] = [];
  const host = { call: (method: string) => Promise.resolve({ ok: true, value: method }) } as unknown as Host;
  const canary = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  const silent = (): void => undefined;
  const pages = listPages(folder);
  const server = await startServer({ host, pages, temporary: root, port: 0, log: silent, onEnd: silent });
  const { port } = canary.address() as AddressInfo;
  return {
    asked,
    folder,
    printer: chromiumPrinter((one) => server.printAddress(one).replace('/#', `/#canary=${port}&`)),
    close: async () => {
      await server.close();
      canary.close();
    },
  };
}

const drawing = 'document.documentElement.dataset.printReady = "drawing"';
const ready = 'document.documentElement.dataset.printReady = "true"';
const reachOut = `${drawing}; const port = new URLSearchParams(location.hash.slice(1)).get('canary');
const image = new Image(); image.src = 'http://127.0.0.1:' + port + '/image';
const frame = document.createElement('iframe'); frame.src = 'file:///etc/passwd'; document.body.append(frame);
fetch('http://127.0.0.1:' + port + '/fetch').catch(() => undefined).then(() => setTimeout(() => { ${ready}; }, 300));`;

describe.skipIf(findBrowser() === null)('printing with the browser of this machine', () => {
  it('gives a PDF, and nothing of anywhere else is asked for or shown', async () => {
    const { printer, asked, close } = await printing(reachOut);
    const bytes = Buffer.from(await printer.pdf(job, new AbortController().signal));
    await close();
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(asked).toEqual([]);
    for (const key of ['/JavaScript', '/Launch', '/GoToR', '/EmbeddedFile', '/URI', 'root:x:', 'file://'])
      expect(bytes.includes(key), key).toBe(false);
  });

  it('fails at once when the page says that it cannot be drawn', async () => {
    const { printer, close } = await printing("document.documentElement.dataset.printReady = 'failed'");
    await expect(printer.pdf(job, new AbortController().signal)).rejects.toMatchObject({ code: 'E_PRINT' });
    await close();
  });

  it.each([
    ['a script that is not there any more', (folder: string) => rmSync(join(folder, 'a.js'))],
    ['a page that is not there any more', (folder: string) => rmSync(join(folder, 'index.html'))],
  ])('fails soon over %s', async (_what, remove) => {
    const { printer, folder, close } = await printing(ready);
    remove(folder);
    await expect(printer.pdf(job, AbortSignal.timeout(SOON_MS))).rejects.toMatchObject({ code: 'E_PRINT' });
    await close();
  });

  it('is cancelled when it is not ready', async () => {
    const { printer, close } = await printing(drawing);
    const stop = new AbortController();
    const printed = printer.pdf(job, stop.signal);
    setTimeout(() => stop.abort(), 1500);
    await expect(printed).rejects.toMatchObject({ code: 'E_CANCELLED' });
    await close();
  });
});
