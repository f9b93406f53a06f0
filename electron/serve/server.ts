import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Result } from '#shared/errors.ts';
import { attempt, type Log } from '#host/failures.ts';
import type { FileTicket, Host } from '#host/host.ts';
import { PAGE_HEADERS } from '#host/page-headers.ts';
import type { Page } from '#host/pages.ts';
import { printFragment } from '#host/printer.ts';
import { nearestSafeName } from '#host/safe-name.ts';
import { BodyRefused, readJson, saveBody } from './body.ts';
import { guard, type GuardRequest, type Route } from './guard.ts';
import { Lifecycle } from './lifecycle.ts';
import { Sessions } from './sessions.ts';

export interface ServerOptions {
  readonly host: Host;
  readonly pages: ReadonlyMap<string, Page>;
  /** Private folder for uploads. */
  readonly temporary: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly log: Log;
  /** Nobody looks at it any more, or somebody keeps trying wrong tokens. */
  readonly onEnd: () => void;
}

export interface RunningServer {
  readonly origin: string;
  /** The address that opens the app; each holds a new one-time code. */
  readonly address: () => string;
  /** The address of a job's pages. */
  readonly printAddress: (job: string) => string;
  readonly close: () => Promise<void>;
}

const codeSchema = z.strictObject({ code: z.string().max(200) });

function seen(request: IncomingMessage): GuardRequest {
  const { headers, headersDistinct } = request;
  const one = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value.join(',') : value;
  };
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    host: headersDistinct['host']?.length === 1 ? headers.host : undefined,
    origin: one('origin'),
    fetchSite: one('sec-fetch-site'),
    fetchMode: one('sec-fetch-mode'),
    fetchDest: one('sec-fetch-dest'),
    contentType: headers['content-type'],
    contentLength: headers['content-length'],
    authorization: headers.authorization,
  };
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...PAGE_HEADERS, 'Content-Type': 'text/plain', Connection: 'close' });
  response.end(`${status}\n`);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, pages, temporary, log, onEnd } = options;
  const sessions = new Sessions(onEnd);
  const lifecycle = new Lifecycle(onEnd);
  let own = '';

  async function sendPage(response: ServerResponse, path: string): Promise<void> {
    const page = pages.get(path);
    if (page === undefined) return refuse(response, 404);
    const body = await readFile(page.file);
    response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': page.type });
    response.end(body);
  }

  async function exchange(request: IncomingMessage, response: ServerResponse, limit: number): Promise<void> {
    const parsed = codeSchema.safeParse(await readJson(request, limit));
    const token = parsed.success ? sessions.exchange(parsed.data.code) : null;
    if (token === null) return refuse(response, 401);
    sendJson(response, { token });
  }

  async function upload(request: IncomingMessage, limit: number, name: string): Promise<Result<FileTicket>> {
    const safe = nearestSafeName(name.split(/[\\/]/).at(-1) ?? '');
    const folder = join(temporary, randomUUID());
    const path = join(folder, safe);
    const saved = await attempt(async () => {
      await mkdir(folder, { mode: 0o700 });
      await saveBody(request, limit, path);
      return null;
    }, log);
    return saved.ok ? host.addFile(path, safe) : saved;
  }

  async function sendDownload(response: ServerResponse, id: string): Promise<void> {
    const found = await host.download(id);
    if (!found.ok) return refuse(response, 404);
    const { path, name, type, size } = found.value;
    response.writeHead(200, {
      ...PAGE_HEADERS,
      'Content-Type': type,
      'Content-Length': size,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
    });
    await pipeline(createReadStream(path), response);
  }

  async function follow(
    route: Route,
    limit: number,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    switch (route.to) {
      case 'page':
        return sendPage(response, route.path);
      case 'session':
        return exchange(request, response, limit);
      case 'call':
        return sendJson(response, await host.call(route.method, await readJson(request, limit)));
      case 'upload':
        return sendJson(response, await upload(request, limit, route.name));
      case 'download':
        return sendDownload(response, route.id);
      case 'alive':
        lifecycle.alive(request.headers.authorization ?? '');
        return sendJson(response, { ok: true });
      case 'leaving':
        lifecycle.leaving(request.headers.authorization ?? '');
        return sendJson(response, { ok: true });
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const verdict = guard(seen(request), own, (token) => sessions.knows(token));
    if (!verdict.pass) {
      if (verdict.badToken) sessions.badTry();
      return refuse(response, verdict.status);
    }
    const done = request.headers.authorization === undefined ? () => undefined : lifecycle.request();
    try {
      await follow(verdict.route, verdict.bodyLimit, request, response);
    } catch (error) {
      refuse(response, error instanceof BodyRefused ? error.status : 500);
    } finally {
      done();
    }
  }

  const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 600_000 });
  server.maxHeadersCount = 60;
  server.on('request', (request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port }, resolve);
  });
  own = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${own}`;

  return {
    origin,
    address: () => `${origin}/#code=${sessions.newCode()}`,
    printAddress: (job) => `${origin}/#${printFragment(job)}&code=${sessions.newCode()}`,
    close: async () => {
      lifecycle.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
