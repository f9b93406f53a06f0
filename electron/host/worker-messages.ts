import type { MessagePort } from 'node:worker_threads';
import type { Result } from '#shared/errors.ts';
import type { HostSettings } from './host-settings.ts';
import type { Host } from './host.ts';

/** What the thread is started with. */
export interface WorkerStart {
  readonly settings: HostSettings;
  /** Brings the ids of tasks to stop; read between blocks of rows, when no other message is. */
  readonly stops: MessagePort;
}

/** The operations of a host as messages; `call` is the contract, the others are the shell's own. */
export type HostRequest =
  | { readonly do: 'call'; readonly method: string; readonly input: unknown }
  | { readonly do: 'addFile'; readonly path: string; readonly name: string; readonly fileId: string }
  | { readonly do: 'addWorkspace'; readonly path: string }
  | { readonly do: 'addFolder'; readonly path: string }
  | { readonly do: 'createWorkspace'; readonly path: string }
  | { readonly do: 'download'; readonly downloadId: string }
  | { readonly do: 'close' };

export interface RequestMessage {
  readonly id: number;
  readonly request: HostRequest;
}

export interface ReplyMessage {
  readonly id: number;
  readonly result: Result<unknown>;
}

export async function answer(host: Host, request: HostRequest): Promise<Result<unknown>> {
  switch (request.do) {
    case 'call':
      return host.call(request.method, request.input);
    case 'addFile':
      return host.addFile(request.path, request.name, request.fileId);
    case 'addWorkspace':
      return host.addWorkspace(request.path);
    case 'addFolder':
      return host.addFolder(request.path);
    case 'createWorkspace':
      return host.createWorkspace(request.path);
    case 'download':
      return host.download(request.downloadId);
    case 'close':
      await host.close();
      return { ok: true, value: null };
  }
}
