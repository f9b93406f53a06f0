import { describe, expect, it } from 'vitest';
import { CALL_LIMIT, guard, type GuardRequest } from '../../electron/serve/guard.ts';

const HOST = '127.0.0.1:41234';
const TOKEN = 'good-token';
const knows = (token: string): boolean => token === TOKEN;

const goodCall: GuardRequest = {
  method: 'POST',
  target: '/call/app.info',
  host: HOST,
  origin: `http://${HOST}`,
  fetchSite: 'same-origin',
  fetchMode: 'cors',
  fetchDest: 'empty',
  contentType: 'application/json',
  contentLength: '2',
  authorization: `Bearer ${TOKEN}`,
};

const hosts = [
  HOST,
  undefined,
  '',
  '127.0.0.1',
  '127.0.0.1:41235',
  'localhost:41234',
  '[::1]:41234',
  '0.0.0.0:41234',
  'rebind.test:41234',
  '127.0.0.1:41234.evil.test',
  '127.0.0.1.nip.io:41234',
  '127.0.0.1:41234, evil.test',
];
const origins = [
  `http://${HOST}`,
  undefined,
  'null',
  'http://127.0.0.1:8080',
  `https://${HOST}`,
  'http://localhost:41234',
  'http://evil.test',
  `http://${HOST}.evil.test`,
];
const tokens = [`Bearer ${TOKEN}`, undefined, 'Bearer wrong', `Basic ${TOKEN}`];
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'];
const sites = ['same-origin', 'same-site', 'cross-site', 'none', undefined];

const matrix = (base: GuardRequest): GuardRequest[] =>
  hosts.flatMap((host) =>
    origins.flatMap((origin) =>
      tokens.flatMap((authorization) =>
        methods.flatMap((method) =>
          sites.map((fetchSite) => ({ ...base, host, origin, authorization, method, fetchSite })),
        ),
      ),
    ),
  );

const passing = (base: GuardRequest): GuardRequest[] => matrix(base).filter((row) => guard(row, HOST, knows).pass);

describe('the matrix Host × Origin × token × method × Sec-Fetch-Site', () => {
  it('lets one row of 11 520 pass for a call', () => {
    expect(matrix(goodCall)).toHaveLength(12 * 8 * 4 * 6 * 5);
    expect(passing(goodCall)).toEqual([goodCall]);
  });

  it('lets one row pass for an upload and for a heartbeat', () => {
    const upload = { ...goodCall, target: '/files?name=a.csv', contentType: 'application/octet-stream' };
    expect(passing(upload)).toEqual([upload]);
    const alive = { ...goodCall, target: '/alive', contentLength: undefined, contentType: undefined };
    expect(passing(alive)).toEqual([alive]);
  });

  it('lets a download pass with the token and our origin or none, as browsers send for GET', () => {
    const rows = passing({ ...goodCall, target: '/downloads/abc', contentLength: undefined });
    expect(rows.map(({ origin }) => origin)).toEqual([`http://${HOST}`, undefined]);
    expect(rows.every(({ method, host, authorization }) => method === 'GET' && host === HOST && authorization)).toBe(
      true,
    );
  });

  it('asks no token of the code exchange, but everything else', () => {
    const rows = passing({ ...goodCall, target: '/session' });
    expect(rows).toHaveLength(tokens.length);
    expect(
      new Set(rows.map(({ host, origin, method, fetchSite }) => [host, origin, method, fetchSite].join())),
    ).toEqual(new Set([[HOST, `http://${HOST}`, 'POST', 'same-origin'].join()]));
  });

  it('gives the page itself to a typed address or our own page, not to another site’s fetch', () => {
    const rows = passing({ ...goodCall, target: '/', contentLength: undefined });
    expect(new Set(rows.map(({ fetchSite }) => fetchSite))).toEqual(new Set(['same-origin', 'none']));
    expect(rows.every(({ method, host }) => method === 'GET' && host === HOST)).toBe(true);
    const asset = passing({ ...goodCall, target: '/assets/index.js', contentLength: undefined });
    expect(new Set(asset.map(({ fetchSite }) => fetchSite))).toEqual(new Set(['same-origin']));
  });
});

describe('the first look', () => {
  const opened = { ...goodCall, method: 'GET', target: '/', origin: undefined, contentLength: undefined };

  it('passes as a navigation from the private redirect file', () => {
    const request = { ...opened, fetchSite: 'cross-site', fetchMode: 'navigate', fetchDest: 'document' };
    expect(guard(request, HOST, knows)).toMatchObject({ pass: true, route: { to: 'page', path: '/' } });
  });

  it('is refused to a frame, a script or an image of another site', () => {
    for (const fetchDest of ['iframe', 'script', 'image', 'empty', undefined]) {
      const request = { ...opened, fetchSite: 'cross-site', fetchMode: 'navigate', fetchDest };
      expect(guard(request, HOST, knows).pass).toBe(false);
    }
  });
});

describe('what a request may carry', () => {
  const status = (change: Partial<GuardRequest>): number => {
    const verdict = guard({ ...goodCall, ...change }, HOST, knows);
    return verdict.pass ? 200 : verdict.status;
  };

  it.each([
    ['a form', { contentType: 'application/x-www-form-urlencoded' }, 415],
    ['plain text, which needs no preflight', { contentType: 'text/plain' }, 415],
    ['no content type', { contentType: undefined }, 415],
    ['JSON with a charset', { contentType: 'application/json; charset=utf-8' }, 200],
    ['a body of the largest size', { contentLength: String(CALL_LIMIT) }, 200],
    ['a body one byte larger', { contentLength: String(CALL_LIMIT + 1) }, 413],
    ['a negative length', { contentLength: '-1' }, 400],
    ['a preflight', { method: 'OPTIONS' }, 405],
    ['a query on a call', { target: '/call/app.info?x=1' }, 404],
    ['a path in a method', { target: '/call/../etc/passwd' }, 405],
    ['an upload without a name', { target: '/files', contentType: 'application/octet-stream' }, 404],
    ['a broken percent in a name', { target: '/files?name=%E0%A4%A', contentType: 'application/octet-stream' }, 404],
    ['an empty token', { authorization: 'Bearer ' }, 401],
  ])('%s', (_name, change, expected) => {
    expect(status(change)).toBe(expected);
  });

  it('counts a wrong token as a bad try, a missing one not', () => {
    expect(guard({ ...goodCall, authorization: 'Bearer wrong' }, HOST, knows)).toMatchObject({ badToken: true });
    expect(guard({ ...goodCall, authorization: undefined }, HOST, knows)).toMatchObject({ badToken: false });
  });
});
