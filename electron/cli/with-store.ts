import { basename } from 'node:path';
import { logToStderr, toFailure } from '#host/failures.ts';
import { openWorkspace, type WorkspaceStore } from '#store/workspace-store.ts';
import { WorkspaceError } from './workspace-session.ts';

/** A workspace file itself, for what concerns the file and not what is in it. */
export function withStore<T>(path: string, use: (store: WorkspaceStore) => T): T {
  let store: WorkspaceStore;
  try {
    store = openWorkspace(path);
  } catch (error) {
    const failure = toFailure(error, logToStderr);
    throw new WorkspaceError({ ...failure, details: { ...failure.details, file: basename(path) } });
  }
  try {
    return use(store);
  } finally {
    store.close();
  }
}
