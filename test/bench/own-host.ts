import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Input, Method, Output } from '#shared/contract.ts';
import type { ImportRecord, Inspection, ReadingOptions } from '#shared/importing.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { settingsHere } from '#host/host-settings.ts';
import { startWorkerHost } from '#host/worker-client.ts';

export interface OwnHost {
  /** The value of a call; throws on a failure. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** Reads the file given to the case, up to its receipt. */
  inspect(taskId: string): Promise<Inspection>;
  /** Reads the file given to the case and commits its rows. */
  importFile(): Promise<ImportRecord>;
  /** Reads another file as rows of a kind and commits them. */
  importOther(path: string, kind: RecordKind): Promise<ImportRecord>;
}

/** Runs `use` with our host in its worker, as every shell has it, over a new workspace in a temporary folder. */
export async function withOwnHost(use: (host: OwnHost) => Promise<void>): Promise<void> {
  const file = process.argv[2] ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'nyckeltal-bench-'));
  const host = startWorkerHost(settingsHere('test', folder));
  const call = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const result = await host.call(method, input);
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
    return result.value as Output<M>;
  };
  const read = async (taskId: string, path: string, options: ReadingOptions): Promise<Inspection> => {
    const added = await host.addFile(path, basename(path));
    if (!added.ok) throw new Error(added.error.message);
    return call('import.inspect', { taskId, fileId: added.value.fileId, options });
  };
  const importOf = async (path: string, options: ReadingOptions): Promise<ImportRecord> => {
    const { stageId } = await read('inspect', path, options);
    return call('import.commit', { taskId: 'commit', stageId, options });
  };
  try {
    const created = await host.createWorkspace(join(folder, 'bench.nyckeltal'));
    if (!created.ok) throw new Error(created.error.message);
    await use({
      call,
      inspect: (taskId) => read(taskId, file, {}),
      importFile: () => importOf(file, {}),
      importOther: (path, kind) => importOf(path, { kind }),
    });
  } finally {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
