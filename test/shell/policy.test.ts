import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../electron/host/page-headers.ts';
import { listPages } from '../../electron/host/pages.ts';
import { isOwnUrl, isTrustedSender } from '../../electron/shell/policy.ts';
import { servePages } from '../../electron/shell/protocol.ts';
import { BAD_URLS } from './urls.ts';

describe('our own page', () => {
  it('is app://bundle/, whatever the rest', () => {
    for (const url of ['app://bundle/', 'app://bundle/#print=abc', 'app://bundle/assets/a.js?x'])
      expect(isOwnUrl(url)).toBe(true);
  });

  it.each(BAD_URLS)('is not %s', (url) => {
    expect(isOwnUrl(url)).toBe(false);
  });
});

describe('a sender', () => {
  const own = { url: 'app://bundle/', parent: null, detached: false };
  const known = new Set([7]);

  it('is trusted as the main frame of our window', () => {
    expect(isTrustedSender(own, 7, known)).toBe(true);
  });

  it.each([
    ['gone', null, 7],
    ['a frame inside the page', { ...own, parent: own }, 7],
    ['detached', { ...own, detached: true }, 7],
    ['in an unknown window', own, 8],
    ...['file:///x', 'https://bundle/', 'app://bundle.evil/', 'app://bundle:1/', 'data:text/html,x', 'about:blank'].map(
      (url) => [`at ${url}`, { ...own, url }, 7] as const,
    ),
  ] as const)('is not trusted when %s', (_name, frame, contents) => {
    expect(isTrustedSender(frame, contents, known)).toBe(false);
  });
});

describe('app://bundle/', () => {
  const root = mkdtempSync(join(tmpdir(), 'nyckeltal-pages-'));
  const folder = join(root, 'pages');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(root, 'pages-evil'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>page');
  writeFileSync(join(folder, 'assets', 'a.js'), 'script');
  writeFileSync(join(folder, 'secret.sqlite'), 'canary');
  writeFileSync(join(root, 'pages-evil', 'index.html'), 'canary');
  writeFileSync(join(root, 'canary.js'), 'canary');
  symlinkSync(join(root, 'canary.js'), join(folder, 'assets', 'link.js'));
  afterAll(() => rmSync(root, { recursive: true }));
  const serve = servePages(listPages(folder));

  it('gives the listed files with their type and the policy', async () => {
    const page = await serve(new Request('app://bundle/'));
    expect(page.status).toBe(200);
    expect(await page.text()).toBe('<!doctype html>page');
    expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const script = await serve(new Request('app://bundle/assets/a.js'));
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await (await serve(new Request('app://bundle/', { method: 'HEAD' }))).text()).toBe('');
  });

  it('gives 405 to other methods', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect((await serve(new Request('app://bundle/', { method }))).status).toBe(405);
  });

  it('gives nothing that is not listed, over 5 000 paths', async () => {
    const piece = fc.constantFrom(
      '..',
      '%2e%2e',
      '%252e%252e',
      '.',
      '',
      'pages-evil',
      'canary.js',
      'index.html',
      'assets',
      'link.js',
      'secret.sqlite',
      '\\',
      '%5c',
      '\\\\?\\',
      'C:',
      '%00',
      'etc',
      'passwd',
      '~',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
        const response = await serve(new Request(`app://bundle/${pieces.join('/')}`));
        const listed = ['/', '/assets/a.js'].includes(
          new URL(response.url || `app://bundle/${pieces.join('/')}`).pathname,
        );
        expect(response.status).toBe(listed ? 200 : 404);
        expect(await response.text()).not.toContain('canary');
      }),
      { numRuns: 5000, seed: 27 },
    );
  });

  it('is refused on any other host', async () => {
    expect((await serve(new Request('app://bundle.evil/'))).status).toBe(404);
    expect((await serve(new Request('https://bundle/'))).status).toBe(404);
  });
});
