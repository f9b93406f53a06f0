import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Input, Method, Output } from '#shared/contract.ts';
import { AppError, type Failure, type Result } from '#shared/errors.ts';
import type { Host } from '#host/host.ts';
import { settingsHere } from '#host/host-settings.ts';
import { temporaryFolder } from '#host/temporary-folder.ts';
import { startWorkerHost } from '#host/worker-client.ts';
import type { Arguments } from './command.ts';
import { UsageError } from './usage-error.ts';

/** The workspace cannot be used, whatever the reason: exit 3. */
export class WorkspaceError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

export interface Session {
  readonly host: Host;
  /** The value of a call; a failure is thrown as `AppError`. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
}

export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new AppError(result.error.code, result.error.message, result.error.details);
}

export function workspacePath(args: Arguments): string {
  const path = args.text('workspace');
  if (path === undefined || path === '') throw new UsageError('noWorkspace');
  return path;
}

export function sessionOf(host: Host): Session {
  return {
    host,
    call: async <M extends Method>(method: M, input: Input<M>) => valueOf(await host.call(method, input)) as Output<M>,
  };
}

export async function openIn(host: Host, path: string): Promise<void> {
  const added = await host.addWorkspace(path);
  const opened = added.ok ? await host.call('workspace.open', { id: added.value.id }) : added;
  if (!opened.ok)
    throw new WorkspaceError({ ...opened.error, details: { ...opened.error.details, file: basename(path) } });
}

/** Opens a workspace for as long as `use` runs. With `create`, a missing file is made, and taken away again when `use` fails. */
export async function withWorkspace<T>(
  path: string,
  create: boolean,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  const host = startWorkerHost(settingsHere('cli', temporaryFolder()));
  const isNew = create && !existsSync(path);
  let done = false;
  try {
    if (isNew) {
      const created = await host.createWorkspace(path);
      if (!created.ok) throw new WorkspaceError(created.error);
    } else {
      await openIn(host, path);
    }
    const value = await use(sessionOf(host));
    done = true;
    return value;
  } finally {
    await host.close();
    if (isNew && !done) rmSync(path, { force: true });
  }
}
