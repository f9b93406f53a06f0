import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHost } from '#host/create-host.ts';
import type { Host } from '#host/host.ts';
import type { TableRead } from '#files/read-table.ts';
import type { Input, Method, Output } from '#shared/contract.ts';
import type { Result } from '#shared/errors.ts';
import { openWorkspace } from '#store/workspace-store.ts';
import { readFileAt } from '../fixtures/read-bytes.ts';

/** What the gate puts its inputs through: the reader alone, the whole host over a workspace, and a workspace's own checks. */
export interface Subject {
  read(path: string): Promise<TableRead>;
  call<M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>>>;
  addFile(path: string, name: string): ReturnType<Host['addFile']>;
  /** The workspace of the host, which must never change by an error. */
  readonly workspace: string;
  /** Digest of a workspace that holds its own, null when its checks find something. Throws what opening throws. */
  checkedDigest(path: string): string | null;
  /** Digest of the host's workspace, which is closed and checked for it. */
  digest(): Promise<string | null>;
  close(): Promise<void>;
}

const LEDGER = 'Fakturadatum;Kund;Belopp;Fakturanr\n2026-01-05;Åkes Bygg;100,50;1\n2026-02-06;Öberg;-20,25;2\n';

/** The real thing in this process, with a workspace of two rows in `folder`. */
export async function realSubject(folder: string): Promise<Subject> {
  const place = (name: string): string => {
    mkdirSync(join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const places = { library: place('library'), config: place('config'), temporary: place('temporary') };
  const host = createHost(
    { ...places, shell: 'test', version: '1', today: '2026-10-02', checkOutputs: true },
    () => undefined,
  );
  const workspace = join(folder, 'gate.nyckeltal');
  const checkedDigest = (path: string): string | null => {
    const store = openWorkspace(path);
    try {
      return store.verify().ok ? store.digest() : null;
    } finally {
      store.close();
    }
  };
  const created = await host.createWorkspace(workspace);
  if (!created.ok) throw new Error(created.error.message);
  const subject: Subject = {
    read: (path) => readFileAt(path),
    call: async <M extends Method>(method: M, input: Input<M>) => (await host.call(method, input)) as Result<Output<M>>,
    addFile: (path, name) => host.addFile(path, name),
    workspace,
    checkedDigest,
    digest: async () => {
      await host.call('workspace.close', {});
      const digest = checkedDigest(workspace);
      await host.call('workspace.open', { id: created.value.id });
      return digest;
    },
    close: () => host.close(),
  };
  const ledger = join(folder, 'ledger.csv');
  writeFileSync(ledger, LEDGER);
  const committed = await importThrough(subject, ledger);
  if (!committed.ok) throw new Error(committed.error.message);
  return subject;
}

/** A file from the first look to its rows, as it is guessed; the failure of whichever step came to one. */
export async function importThrough(subject: Subject, path: string): Promise<Result<Output<'import.commit'>>> {
  const added = await subject.addFile(path, 'input');
  if (!added.ok) return added;
  const { fileId } = added.value;
  const inspected = await subject.call('import.inspect', { taskId: 'inspect', fileId, options: {} });
  if (!inspected.ok) return inspected;
  const { stageId } = inspected.value;
  const committed = await subject.call('import.commit', { taskId: 'commit', stageId, options: {} });
  if (!committed.ok) await subject.call('import.discard', { stageId });
  return committed;
}
