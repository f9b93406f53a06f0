import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createHost } from '../../electron/host/create-host.ts';
import type { HostSettings } from '../../electron/host/host-settings.ts';
import type { Host } from '../../electron/host/host.ts';
import type { Printer } from '../../electron/host/printer.ts';
import { withPrinter } from '../../electron/host/printing-host.ts';
import { startWorkerHost } from '../../electron/host/worker-client.ts';
import { startServer } from '../../electron/serve/server.ts';
import { handleCalls } from '../../electron/shell/ipc.ts';
import { contract, type Transport } from '../../shared/contract.ts';
import type { Result } from '../../shared/errors.ts';
import { TODAY } from './small-sales.ts';

/** One way to the contract, as a page or a program has it. */
export interface Way {
  readonly call: Transport;
  readonly addFile: (path: string) => Promise<Result<unknown>>;
  /** Names a folder to the shell, as its dialog or command line does. */
  readonly addFolder: (path: string) => Promise<Result<unknown>>;
  /** The bytes of a download, null where there is none. */
  readonly fetch: (downloadId: string) => Promise<Buffer | null>;
  readonly close: () => Promise<void>;
}

/** Asks for what it prints as the printed page does, and writes its name instead of its pages. */
function printerBy(call: () => Transport): Printer {
  const nameOf = async (jobId: string): Promise<string> => {
    const printed = await call()('report.printed', { jobId });
    if (!printed.ok) throw new Error(printed.error.message);
    return contract['report.printed'].output.parse(printed.value).report.name;
  };
  return {
    available: () => true,
    pdf: async (job) => Buffer.from(`%PDF of ${await nameOf(job)}`),
    picture: async (job, sheet) => Buffer.from(`sheet ${String(sheet)} of ${await nameOf(job)}`),
  };
}

function printing(host: Host, temporary: string): Host {
  const all: Host = withPrinter(
    host,
    printerBy(() => all.call),
    temporary,
    silent,
  );
  return all;
}

const silent = (): void => undefined;
const watchPace = { quietMs: 50, pollMs: 100 };

function settings(root: string): HostSettings {
  const [library, config, temporary] = [join(root, 'workspaces'), join(root, 'config'), join(root, 'temporary')];
  mkdirSync(temporary, { recursive: true });
  return { shell: 'test', version: '1.2.3', library, config, temporary, today: TODAY, checkOutputs: true, watchPace };
}

async function readDownload(host: Host, id: string): Promise<Buffer | null> {
  const found = await host.download(id);
  return found.ok ? readFileSync(found.value.path) : null;
}

function plain(root: string, host: Host): Way {
  const all = printing(host, settings(root).temporary);
  return {
    call: all.call,
    addFile: (path) => all.addFile(path, basename(path)),
    addFolder: (path) => all.addFolder(path),
    fetch: (id) => readDownload(all, id),
    close: () => all.close(),
  };
}

async function overHttp(root: string): Promise<Way> {
  const { temporary } = settings(root);
  const host = printing(createHost(settings(root), silent), temporary);
  const server = await startServer({ host, pages: new Map(), temporary, port: 0, log: silent, onEnd: silent });
  const headers = { origin: server.origin, 'sec-fetch-site': 'same-origin' };
  const json = { ...headers, 'content-type': 'application/json' };
  const code = new URL(server.address()).hash.replace('#code=', '');
  const reply = await fetch(`${server.origin}/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ code }),
  });
  const { token } = (await reply.json()) as { token: string };
  const authorization = `Bearer ${token}`;
  return {
    call: async (method, input) => {
      const response = await fetch(`${server.origin}/call/${method}`, {
        method: 'POST',
        headers: { ...json, authorization },
        body: JSON.stringify(input),
      });
      return (await response.json()) as Result<unknown>;
    },
    addFile: async (path) => {
      const response = await fetch(`${server.origin}/files?name=${encodeURIComponent(basename(path))}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/octet-stream', authorization },
        body: readFileSync(path),
      });
      return (await response.json()) as Result<unknown>;
    },
    addFolder: (path) => host.addFolder(path),
    fetch: async (id) => {
      const response = await fetch(`${server.origin}/downloads/${id}`, { headers: { ...headers, authorization } });
      return response.ok ? Buffer.from(await response.arrayBuffer()) : null;
    },
    close: async () => {
      await server.close();
      await host.close();
    },
  };
}

/** IPC as Electron has it, without Electron: everything is a structured clone, both ways. */
function overIpc(root: string): Way {
  const { temporary } = settings(root);
  const host = printing(createHost(settings(root), silent), temporary);
  let handler: (event: unknown, message: unknown) => Promise<Result<unknown>> = () => Promise.reject(new Error('none'));
  let picked = '';
  const dialog = {
    showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [picked] }),
    showSaveDialog: () => Promise.resolve({ canceled: false, filePath: join(temporary, 'saved') }),
  };
  const ipcMain = { handle: (_channel: string, given: unknown) => void (handler = given as typeof handler) };
  handleCalls(ipcMain, { host, dialog, known: new Set([1]), log: silent });
  const event = { senderFrame: { url: 'app://bundle/', parent: null, detached: false }, sender: { id: 1 } };
  const send = async (message: unknown): Promise<Result<unknown>> =>
    structuredClone(await handler(event, structuredClone(message)));
  return {
    call: (method, input) => send({ do: 'call', method, input }),
    addFile: (path) => send({ do: 'addFile', path }),
    addFolder: (path) => {
      picked = path;
      return send({ do: 'pickFolder' });
    },
    fetch: async (downloadId) =>
      (await send({ do: 'save', downloadId })).ok ? readFileSync(join(temporary, 'saved')) : null,
    close: () => host.close(),
  };
}

const ways = {
  'in this process': (root: string) => plain(root, createHost(settings(root), silent)),
  'in a worker thread': (root: string) => plain(root, startWorkerHost(settings(root))),
  'over HTTP': overHttp,
  'over IPC': overIpc,
} as const;

export const WAYS = Object.keys(ways) as (keyof typeof ways)[];

/** Opens a way in a folder of its own, which is gone when it is closed. */
export async function openWay(name: keyof typeof ways): Promise<Way & { readonly root: string }> {
  const root = mkdtempSync(join(tmpdir(), 'nyckeltal-contract-'));
  const way = await ways[name](root);
  return {
    ...way,
    root,
    close: async () => {
      await way.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
