import { randomUUID } from 'node:crypto';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { WorkspaceInfo } from '#shared/contract.ts';
import type { Result } from '#shared/errors.ts';
import { failed, logToStderr } from './failures.ts';
import type { Download } from './file-desk.ts';
import type { FileTicket, Host } from './host.ts';
import type { HostSettings } from './host-settings.ts';
import { taskIdOf } from './tasks.ts';
import type { HostRequest, ReplyMessage, RequestMessage, WorkerStart } from './worker-messages.ts';

const MOST_DEATHS = 3;
const WITHIN_MS = 60_000;
const CLOSE_LIMIT_MS = 5_000;
/** An import makes much that is soon forgotten: a small young generation keeps its memory down and costs no time. */
const YOUNG_GENERATION_MB = 12;

/** Methods after which another workspace is open. */
const opening: ReadonlySet<string> = new Set(['workspace.open', 'workspace.create', 'workspace.sample']);

function idOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : null;
}

/**
 * A host in a worker thread. When the thread dies, what was under way fails with a typed error and the next request
 * starts a new thread with the same files and workspace; after three deaths in a minute it stays down.
 */
export function startWorkerHost(settings: HostSettings, entry = new URL('./worker.ts', import.meta.url)): Host {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  const registered: HostRequest[] = [];
  const deaths: number[] = [];
  let worker: Worker | null = null;
  let stops: MessagePort | null = null;
  let open: string | null = null;
  let next = 0;
  let closed = false;

  function died(): void {
    worker = null;
    stops?.close();
    if (closed) return;
    deaths.push(performance.now());
    const id = randomUUID().slice(0, 8);
    logToStderr(`bug ${id}: the worker thread ended`);
    const lost = failed('E_INTERNAL', `The engine stopped and is started again (${id}); nothing was changed.`, { id });
    for (const reply of waiting.values()) reply(lost);
    waiting.clear();
  }

  function start(): Worker {
    const channel = new MessageChannel();
    stops = channel.port1;
    // It alone keeps no program alive.
    stops.unref();
    const started = new Worker(entry, {
      workerData: { settings, stops: channel.port2 } satisfies WorkerStart,
      transferList: [channel.port2],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    started.on('message', ({ id, result }: ReplyMessage) => {
      waiting.get(id)?.(result);
      waiting.delete(id);
    });
    started.on('error', () => undefined);
    started.once('exit', died);
    worker = started;
    for (const request of registered) post(started, request, () => undefined);
    if (open !== null) {
      post(started, { do: 'call', method: 'workspace.open', input: { id: open } }, () => undefined);
    }
    return started;
  }

  function post(to: Worker, request: HostRequest, reply: (result: Result<unknown>) => void): void {
    const id = next++;
    waiting.set(id, reply);
    try {
      to.postMessage({ id, request } satisfies RequestMessage);
    } catch {
      waiting.delete(id);
      reply(failed('E_BAD_REQUEST', 'Only plain values can be sent.', { problem: 'not-plain' }));
    }
  }

  function send(request: HostRequest): Promise<Result<unknown>> {
    const recent = deaths.filter((at) => performance.now() - at < WITHIN_MS);
    if (closed || recent.length >= MOST_DEATHS)
      return Promise.resolve(failed('E_INTERNAL', 'The engine has stopped; start the program again.', { id: 'down' }));
    return new Promise((resolve) => post(worker ?? start(), request, resolve));
  }

  return {
    call: async (method, input) => {
      const stopped = method === 'task.cancel' ? taskIdOf(input) : null;
      if (stopped !== null) stops?.postMessage(stopped);
      const result = await send({ do: 'call', method, input });
      if (result.ok && opening.has(method)) open = idOf(result.value);
      if (result.ok && method === 'workspace.close') open = null;
      return result;
    },
    addFile: async (path, name, fileId = randomUUID()) => {
      const request = { do: 'addFile', path, name, fileId } as const;
      const result = await send(request);
      if (result.ok) registered.push(request);
      return result as Result<FileTicket>;
    },
    addWorkspace: async (path) => {
      const request = { do: 'addWorkspace', path } as const;
      const result = await send(request);
      if (result.ok) registered.push(request);
      return result as Result<{ readonly id: string }>;
    },
    addFolder: async (path) => {
      const request = { do: 'addFolder', path } as const;
      const result = await send(request);
      if (result.ok) registered.push(request);
      return result as Result<{ readonly id: string }>;
    },
    createWorkspace: async (path) => {
      const result = await send({ do: 'createWorkspace', path });
      if (result.ok) open = idOf(result.value);
      return result as Result<WorkspaceInfo>;
    },
    download: async (downloadId) => (await send({ do: 'download', downloadId })) as Result<Download>,
    close: async () => {
      const running = worker;
      if (running === null || closed) {
        closed = true;
        return;
      }
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      post(running, { do: 'close' }, () => undefined);
      closed = true;
      const limit = setTimeout(() => void running.terminate(), CLOSE_LIMIT_MS);
      await ended;
      clearTimeout(limit);
    },
  };
}
