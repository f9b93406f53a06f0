import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Host } from '../../electron/host/host.ts';
import { CONTENT_SECURITY_POLICY } from '../../electron/host/page-headers.ts';
import { listPages } from '../../electron/host/pages.ts';
import { startServer, type RunningServer } from '../../electron/serve/server.ts';

const root = mkdtempSync(join(tmpdir(), 'nyckeltal-serve-'));
const [pagesFolder, temporary] = [join(root, 'pages'), join(root, 'temporary')];
mkdirSync(join(pagesFolder, 'assets'), { recursive: true });
mkdirSync(temporary);
writeFileSync(join(pagesFolder, 'index.html'), '<!doctype html>the page');
writeFileSync(join(pagesFolder, 'assets', 'a.js'), 'the script');
writeFileSync(join(root, 'canary.js'), 'canary');
writeFileSync(join(root, 'finished.pdf'), '%PDF-canary');

const added: string[] = [];
const host: Host = {
  call: (method, input) => Promise.resolve({ ok: true, value: { method, input } }),
  addFile: (path, name) => {
    added.push(path);
    return Promise.resolve({ ok: true, value: { fileId: 'f1', name, size: statSync(path).size } });
  },
  addWorkspace: () => expect.unreachable(),
  addFolder: () => expect.unreachable(),
  createWorkspace: () => expect.unreachable(),
  download: (id) =>
    Promise.resolve(
      id === 'd1'
        ? {
            ok: true,
            value: { path: join(root, 'finished.pdf'), name: 'Översikt "1".pdf', type: 'application/pdf', size: 11 },
          }
        : { ok: false, error: { code: 'E_NOT_FOUND', message: 'gone', details: {} } },
    ),
  close: () => Promise.resolve(),
};

const onEnd = vi.fn<() => void>();
let server: RunningServer;
let own = '';

async function start(): Promise<void> {
  server = await startServer({ host, pages: listPages(pagesFolder), temporary, port: 0, log: () => undefined, onEnd });
  own = server.origin.slice('http://'.length);
}
beforeAll(start);
beforeEach(() => onEnd.mockClear());
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const replies: Reply[] = [];

/** What our own page would send, with changes; a header of undefined is left out. */
function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string | undefined>> = {},
  body?: string | Buffer,
): Promise<Reply> {
  const base = {
    host: own,
    origin: `http://${own}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  };
  const sent = Object.entries({ ...base, ...headers }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port: Number(own.split(':')[1]),
        method,
        path,
        headers: Object.fromEntries(sent),
        setHost: false,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          const reply = { status: response.statusCode ?? 0, headers: response.headers, body: text };
          replies.push(reply);
          resolve(reply);
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const codeOf = (address: string): string => new URL(address).hash.replace('#code=', '');

async function signIn(): Promise<Record<string, string>> {
  const reply = await send('POST', '/session', {}, JSON.stringify({ code: codeOf(server.address()) }));
  const { token } = JSON.parse(reply.body) as { token: string };
  return { authorization: `Bearer ${token}` };
}

describe('signing in', () => {
  it('swaps a code for a token once', async () => {
    const code = codeOf(server.address());
    const first = await send('POST', '/session', {}, JSON.stringify({ code }));
    expect(first.status).toBe(200);
    expect(JSON.parse(first.body)).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/) as unknown });
    const second = await send('POST', '/session', {}, JSON.stringify({ code }));
    expect(second.status).toBe(401);
  });

  it('keeps the code in the fragment, which is never sent', () => {
    const address = new URL(server.address());
    expect(address.pathname + address.search).toBe('/');
    expect(address.hostname).toBe('127.0.0.1');
  });

  it.each(['', '{', '[]', '{"code":1}', '{"code":"x","more":1}', JSON.stringify({ code: 'x'.repeat(201) })])(
    'refuses %j',
    async (body) => {
      expect([400, 401]).toContain((await send('POST', '/session', {}, body)).status);
    },
  );
});

describe('the contract over HTTP', () => {
  it('carries a call', async () => {
    const reply = await send('POST', '/call/app.info', await signIn(), '{"å":1}');
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual({ ok: true, value: { method: 'app.info', input: { å: 1 } } });
  });

  it('gives nothing without a token', async () => {
    for (const authorization of [undefined, 'Bearer wrong', 'Bearer']) {
      const reply = await send('POST', '/call/app.info', { authorization }, '{}');
      expect(reply.status).toBe(401);
      expect(reply.body).toBe('401\n');
    }
  });

  it('refuses a body that is too large, also when its length is not told', async () => {
    const headers = { ...(await signIn()), 'transfer-encoding': 'chunked' };
    const reply = await send('POST', '/call/app.info', headers, Buffer.alloc(5 * 2 ** 20, 'x'));
    expect(reply.status).toBe(413);
  });

  it('refuses what is no JSON', async () => {
    expect((await send('POST', '/call/app.info', await signIn(), '{')).status).toBe(400);
  });
});

describe('who asks', () => {
  it.each([
    ['a name pointed at this machine', { host: 'rebind.test' }],
    ['another port’s page', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['another site', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }],
    ['a page without origin', { origin: undefined }],
    ['a browser that does not say from where', { 'sec-fetch-site': undefined }],
    ['localhost by name', { host: 'localhost' }],
  ])('is refused: %s', async (_name, headers) => {
    const reply = await send('POST', '/call/app.info', { ...(await signIn()), ...headers }, '{}');
    expect(reply.status).toBe(403);
    expect(reply.body).toBe('403\n');
  });

  it('is refused with two Host headers', async () => {
    const text = await new Promise<string>((resolve) => {
      const socket = connect(Number(own.split(':')[1]), '127.0.0.1', () =>
        socket.write(
          `GET / HTTP/1.1\r\nHost: ${own}\r\nHost: evil.test\r\nSec-Fetch-Site: none\r\nConnection: close\r\n\r\n`,
        ),
      );
      let got = '';
      socket.on('data', (chunk) => (got += chunk.toString()));
      socket.on('close', () => resolve(got));
    });
    expect(text).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(text).not.toContain('the page');
  });

  it('gets no preflight', async () => {
    const reply = await send('OPTIONS', '/call/app.info', { 'access-control-request-method': 'POST' });
    expect(reply.status).toBe(405);
  });
});

describe('pages', () => {
  it('come with type and policy', async () => {
    const page = await send('GET', '/', { 'sec-fetch-site': 'none', origin: undefined });
    expect(page.body).toBe('<!doctype html>the page');
    expect(page.headers).toMatchObject({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect((await send('GET', '/assets/a.js')).body).toBe('the script');
  });

  it.each([
    '/../canary.js',
    '/assets/../../canary.js',
    '/%2e%2e/canary.js',
    '/..%2fcanary.js',
    '/..%5ccanary.js',
    '/assets/%2e%2e/%2e%2e/canary.js',
    '/%252e%252e/canary.js',
    '//etc/passwd',
    '/index.html',
    '/assets/',
    '/a.js%00',
    '/__proto__',
  ])('are those of the list alone: %s', async (path) => {
    const reply = await send('GET', path);
    expect(reply.status).toBe(404);
    expect(reply.body).toBe('404\n');
  });
});

describe('files', () => {
  const binary = { 'content-type': 'application/octet-stream' };

  it('are taken in under their own name, for this user alone', async () => {
    const name = encodeURIComponent('försäljning 2026.csv');
    const reply = await send('POST', `/files?name=${name}`, { ...(await signIn()), ...binary }, 'a;b\n1;2\n');
    expect(JSON.parse(reply.body)).toEqual({
      ok: true,
      value: { fileId: 'f1', name: 'försäljning 2026.csv', size: 8 },
    });
    const path = added.at(-1) ?? '';
    expect(readFileSync(path, 'utf8')).toBe('a;b\n1;2\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each(['../../canary.js', '..\\..\\canary.js', '/etc/passwd', 'C:\\x\\a.csv', 'con', '.', ''])(
    'stay in the private folder: %j',
    async (name) => {
      const before = added.length;
      await send('POST', `/files?name=${encodeURIComponent(name)}`, { ...(await signIn()), ...binary }, 'x');
      for (const path of added.slice(before)) expect(path.startsWith(`${temporary}/`)).toBe(true);
      expect(readFileSync(join(root, 'canary.js'), 'utf8')).toBe('canary');
    },
  );

  it('that break off leave nothing', async () => {
    const headers = { ...(await signIn()), ...binary };
    const before = readdirSync(temporary, { recursive: true }).filter((name) => String(name).endsWith('.csv')).length;
    await new Promise<void>((resolve) => {
      const request = httpRequest({
        host: '127.0.0.1',
        port: Number(own.split(':')[1]),
        method: 'POST',
        path: '/files?name=half.csv',
        headers: {
          ...headers,
          host: own,
          origin: `http://${own}`,
          'sec-fetch-site': 'same-origin',
          'content-length': 100,
        },
      });
      request.on('error', () => undefined);
      request.write('half', () => setTimeout(() => resolve(void request.destroy()), 50));
    });
    await vi.waitFor(() => {
      const now = readdirSync(temporary, { recursive: true }).filter((name) => String(name).endsWith('.csv'));
      expect(now).toHaveLength(before);
    });
  });

  it('that are finished go out by ticket', async () => {
    const reply = await send('GET', '/downloads/d1', { ...(await signIn()), origin: undefined });
    expect(reply).toMatchObject({ status: 200, body: '%PDF-canary' });
    expect(reply.headers['content-disposition']).toBe("attachment; filename*=UTF-8''%C3%96versikt%20%221%22.pdf");
    expect((await send('GET', '/downloads/d2', await signIn())).status).toBe(404);
    expect((await send('GET', '/downloads/d1')).status).toBe(401);
  });
});

describe('a tab', () => {
  it('says that it lives and that it leaves', async () => {
    const headers = { ...(await signIn()), 'content-type': undefined };
    expect((await send('POST', '/alive', headers)).status).toBe(200);
    expect((await send('POST', '/leaving', headers)).status).toBe(200);
    expect((await send('POST', '/alive', { 'content-type': undefined })).status).toBe(401);
  });
});

describe('in no answer of this suite', () => {
  it('is there a cookie or leave for another origin', () => {
    expect(replies.length).toBeGreaterThan(50);
    for (const { headers } of replies) {
      expect(headers).not.toHaveProperty('set-cookie');
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers['cache-control']).toBe('no-store');
    }
  });
});

it('asks to be ended after twenty wrong tokens', async () => {
  await server.close();
  await start();
  for (let n = 0; n < 20; n++) await send('POST', '/call/app.info', { authorization: 'Bearer wrong' }, '{}');
  expect(onEnd).toHaveBeenCalledTimes(1);
});

it('listens on the loopback alone', async () => {
  const others = await Promise.allSettled(
    ['127.0.0.2', '::1'].map(
      (address) =>
        new Promise<void>((resolve, reject) => {
          const socket = connect(Number(own.split(':')[1]), address, () => resolve(void socket.destroy()));
          socket.on('error', reject);
        }),
    ),
  );
  expect(others.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
