import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../electron/host/find-browser.ts';
import type { Host } from '../../electron/host/host.ts';
import { listPages } from '../../electron/host/pages.ts';
import { startServer, type RunningServer } from '../../electron/serve/server.ts';

const executablePath = findBrowser();
const root = mkdtempSync(join(tmpdir(), 'nyckeltal-loopback-'));
mkdirSync(join(root, 'pages'));
writeFileSync(join(root, 'pages', 'index.html'), '<!doctype html><title>ours</title><script src="a.js"></script>');
writeFileSync(join(root, 'pages', 'a.js'), 'document.title += " alive"');

const calls: string[] = [];
const answer = { ok: true, value: 'canary' } as const;
const host: Host = {
  call: (method) => {
    calls.push(method);
    return Promise.resolve(answer);
  },
  addFile: () => expect.unreachable(),
  addWorkspace: () => expect.unreachable(),
  addFolder: () => expect.unreachable(),
  createWorkspace: () => expect.unreachable(),
  download: () => expect.unreachable(),
  close: () => Promise.resolve(),
};

/** A hostile page on another port of this machine tries every way to reach us and says which ones worked. */
const hostilePage = (origin: string): string => `<!doctype html><title>hostile</title><body><script>
const worked = [];
const attempt = (name, promise) => promise.then(() => worked.push(name), () => undefined);
const element = (tag, attributes) => new Promise((resolve, reject) => {
  const node = Object.assign(document.createElement(tag), attributes);
  node.onload = resolve; node.onerror = reject;
  document.body.append(node);
});
const body = JSON.stringify({});
window.done = Promise.all([
  attempt('fetch', fetch('${origin}/call/app.info', { method: 'POST', body }).then((r) => r.text())),
  attempt('fetch json', fetch('${origin}/call/app.info', { method: 'POST', body, headers: { 'content-type': 'application/json' } }).then((r) => r.text())),
  attempt('fetch no-cors', fetch('${origin}/call/app.info', { method: 'POST', body, mode: 'no-cors' }).then((r) => r.type === 'opaque' && r.text().then((t) => t || Promise.reject()))),
  attempt('img', element('img', { src: '${origin}/' })),
  attempt('script', element('script', { src: '${origin}/a.js' })),
  attempt('EventSource', new Promise((resolve, reject) => { const s = new EventSource('${origin}/'); s.onopen = resolve; s.onerror = reject; })),
  attempt('WebSocket', new Promise((resolve, reject) => { const s = new WebSocket('${origin.replace('http', 'ws')}/'); s.onopen = resolve; s.onerror = reject; })),
]).then(() => worked);
navigator.sendBeacon('${origin}/call/app.info', body);
const frame = document.createElement('iframe'); frame.name = 'frame'; frame.src = '${origin}/'; document.body.append(frame);
const form = Object.assign(document.createElement('form'), { method: 'POST', action: '${origin}/call/app.info', target: 'frame' });
document.body.append(form); setTimeout(() => form.submit(), 300);
</script>`;

const originOf = (one: Server): string => `http://127.0.0.1:${(one.address() as AddressInfo).port}`;

describe.skipIf(executablePath === null)('a real Chromium on this machine', () => {
  let server: RunningServer;
  let hostile: Server;
  let careless: Server;
  let browser: Browser;
  let port = 0;

  beforeAll(async () => {
    const pages = listPages(join(root, 'pages'));
    server = await startServer({ host, pages, temporary: root, port: 0, log: () => undefined, onEnd: () => undefined });
    port = Number(new URL(server.origin).port);
    careless = createServer((request, response) => {
      const type = request.url === '/a.js' ? 'text/javascript' : 'text/event-stream';
      response.writeHead(200, {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        'content-type': type,
      });
      response.end('// canary');
    });
    await new Promise<void>((resolve) => careless.listen(0, '127.0.0.1', resolve));
    hostile = createServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(hostilePage(request.url === '/control' ? originOf(careless) : server.origin));
    });
    await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--host-resolver-rules=MAP rebind.test 127.0.0.1'],
    });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    hostile.close();
    careless.close();
    rmSync(root, { recursive: true });
  });

  it('opens our page, at the typed address and from the private redirect file', async () => {
    const page = await browser.newPage();
    await page.goto(server.address());
    await page.waitForFunction(() => document.title === 'ours alive');
    const file = join(root, 'open.html');
    writeFileSync(file, `<!doctype html><meta http-equiv="refresh" content="0;url=${server.address()}">`);
    await page.goto(pathToFileURL(file).href);
    await page.waitForURL(/^http:.*#code=/);
    await page.waitForFunction(() => document.title === 'ours alive');
    await page.reload();
    await page.waitForFunction(() => document.title === 'ours alive');
  });

  it('gets nothing for a name that points at this machine', async () => {
    const page = await browser.newPage();
    const response = await page.goto(`http://rebind.test:${port}/`);
    expect(response?.status()).toBe(403);
    expect(await page.content()).not.toContain('ours');
  });

  it('gets nothing for a page of another port, whatever it tries', async () => {
    calls.length = 0;
    const page = await browser.newPage();
    await page.goto(originOf(hostile));
    const worked: unknown = await page.evaluate('window.done');
    await wait(800);
    expect(worked).toEqual([]);
    expect(calls).toEqual([]);
    for (const frame of page.frames().slice(1)) expect(await frame.content()).not.toMatch(/ours|canary/);
  });

  it('would get through to a careless program: the control of the test before', async () => {
    const page = await browser.newPage();
    await page.goto(`${originOf(hostile)}/control`);
    const worked: unknown = await page.evaluate('window.done');
    expect(worked).toEqual(expect.arrayContaining(['fetch', 'fetch json', 'script', 'EventSource']));
  });

  it('runs nothing that a page could be made to hold', async () => {
    const page = await browser.newPage();
    await page.goto(server.address());
    const blocked = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
      const attempt = (action: () => unknown): void => {
        try {
          action();
        } catch {
          violations.push('thrown');
        }
      };
      const add = (tag: string, attributes: object): void =>
        document.body.append(Object.assign(document.createElement(tag), attributes));
      const counts: number[] = [];
      const tries: (() => unknown)[] = [
        () => document.body.setAttribute('onclick', '1') ?? document.body.click(),
        // oxlint-disable-next-line no-eval -- it must be refused
        () => void (0, eval)('1'),
        () => add('img', { src: 'http://127.0.0.1:1/x.png' }),
        () => document.body.append(Object.assign(document.createElement('style'), { textContent: 'body{color:red}' })),
        () => void fetch('http://127.0.0.1:1/').catch(() => undefined),
        () => new WebSocket('ws://127.0.0.1:1/'),
        () => add('iframe', { src: 'https://example.com/' }),
        () => add('base', { href: 'https://example.com/' }),
        () => add('object', { data: 'https://example.com/x' }),
        // oxlint-disable-next-line no-restricted-properties -- it must be refused
        () => (document.body.innerHTML = '<b>x</b>'),
        () => add('link', { rel: 'stylesheet', href: 'https://example.com/x.css' }),
        () => new Worker('data:text/javascript,1'),
      ];
      for (const each of tries) {
        const before = violations.length;
        attempt(each);
        // What is refused is told of a moment later: on a busy machine a longer one.
        for (let waits = 0; waits === 0 || (waits < 50 && violations.length === before); waits++)
          await new Promise((resolve) => setTimeout(resolve, 100));
        counts.push(violations.length - before);
      }
      return counts.map((count) => count > 0);
    });
    expect(blocked).toEqual(Array.from({ length: 12 }, () => true));
  });
});
