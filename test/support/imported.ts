import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createHost } from '#host/create-host.ts';
import type { Input, Method, Output } from '#shared/contract.ts';

export interface ImportedWorkspace {
  /** The value of a call; throws on a failure. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Imports one more file as it is guessed. */
  add(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A new workspace in a folder of its own with one file imported as it is guessed. */
export async function importedWorkspace(path: string): Promise<ImportedWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-test-'));
  const places = {
    library: join(folder, 'library'),
    config: join(folder, 'config'),
    temporary: join(folder, 'temporary'),
  };
  const host = createHost({ ...places, shell: 'test', version: '1', today: '2026-10-02', checkOutputs: true });
  const call = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const result = await host.call(method, input);
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
    return result.value as Output<M>;
  };
  await call('workspace.create', { name: 'Golden' });
  const add = async (file: string): Promise<void> => {
    const added = await host.addFile(file, basename(file));
    if (!added.ok) throw new Error(added.error.message);
    const { stageId } = await call('import.inspect', { taskId: 'inspect', fileId: added.value.fileId, options: {} });
    await call('import.commit', { taskId: 'commit', stageId, options: {} });
  };
  await add(path);
  const close = async (): Promise<void> => {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { call, add, close };
}
