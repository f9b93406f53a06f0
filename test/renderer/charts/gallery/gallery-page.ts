import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { executablePath } from '../../../support/browser.ts';
import { root } from '../../../support/tree.ts';

const ORIGIN = 'http://gallery.test';
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' };

export interface Gallery {
  /** `#sv&dark&column`: a page with this in its address. */
  readonly open: (
    wish: string,
    size?: { readonly width: number; readonly height: number },
    scale?: number,
  ) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** The gallery of charts, built as the product's pages are and shown in a real browser without a server. */
export async function openGallery(): Promise<Gallery> {
  const built = await build({
    root: join(root, 'test/renderer/charts/gallery'),
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    build: {
      write: false,
      assetsInlineLimit: 0,
      target: 'chrome120',
      rollupOptions: {
        input: join(root, 'test/renderer/charts/gallery/gallery.tsx'),
        output: { entryFileNames: 'gallery.js' },
      },
    },
  });
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
  const files = new Map<string, Rollup.OutputChunk | Rollup.OutputAsset>(
    outputs.flatMap(({ output }) => output).map((file) => [`/${file.fileName}`, file]),
  );
  const styles = [...files.keys()].filter((name) => name.endsWith('.css'));
  const page = `<!doctype html><html><head><meta charset="utf-8">${styles.map((name) => `<link rel="stylesheet" href="${name}">`).join('')}</head><body><div id="root"></div><script type="module" src="/gallery.js"></script></body></html>`;
  const browser: Browser = await chromium.launch({
    executablePath: executablePath ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  return {
    open: async (wish, viewport = { width: 760, height: 520 }, deviceScaleFactor = 1) => {
      const context = await browser.newContext({ viewport, deviceScaleFactor, reducedMotion: 'reduce' });
      await context.route(`${ORIGIN}/**`, async (route) => {
        const { pathname } = new URL(route.request().url());
        const file = files.get(pathname);
        if (pathname === '/') return route.fulfill({ body: page, contentType: 'text/html' });
        if (file === undefined) return route.fulfill({ status: 404, body: '' });
        const body = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        return route.fulfill({
          body,
          contentType: TYPES[pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        });
      });
      const opened = await context.newPage();
      await opened.goto(`${ORIGIN}/#${wish}`);
      return opened;
    },
    close: () => browser.close(),
  };
}
