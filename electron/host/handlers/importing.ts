import type { Handlers } from '../dispatcher.ts';
import type { FileDesk } from '../file-desk.ts';
import type { ImportSession } from '../import-session.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { saveRejected } from '../save-rejected.ts';

type Group = Pick<
  Handlers,
  | 'import.inspect'
  | 'import.commit'
  | 'import.commitTables'
  | 'import.discard'
  | 'import.list'
  | 'import.undo'
  | 'import.rejected'
  | 'import.saveRejected'
  | 'mapping.list'
  | 'mapping.forget'
  | 'mapping.restore'
>;

export interface ImportDesk {
  readonly workspace: OpenWorkspace;
  readonly imports: ImportSession;
  readonly files: FileDesk;
  /** Private folder of this run. */
  readonly temporary: string;
}

export function importHandlers({ workspace, imports, files, temporary }: ImportDesk): Group {
  return {
    'import.inspect': ({ fileId, options }, task) => {
      const file = files.file(fileId, (path) => workspace.isFile(path));
      return imports.inspect(workspace, fileId, file, options, task);
    },
    'import.commit': ({ stageId, options }, task) => imports.commit(workspace, stageId, options, task),
    'import.commitTables': async ({ stageId, tables }, task) => [
      ...(await imports.commitTables(workspace, stageId, tables, task)),
    ],
    'import.discard': ({ stageId }) => {
      imports.discard(stageId);
      return null;
    },
    'import.list': () => [...workspace.store.imports()],
    'import.undo': ({ id }) => {
      workspace.store.undoImport(id);
      return workspace.info();
    },
    'import.rejected': ({ id, offset, limit }) => {
      const { total, rows } = workspace.store.rejected(id, offset, limit);
      return { total, rows: [...rows] };
    },
    'mapping.list': () => [...workspace.store.mappings()],
    'mapping.forget': ({ fingerprint }) => {
      workspace.store.forgetMapping(fingerprint);
      return null;
    },
    'mapping.restore': (mapping) => {
      workspace.store.rememberMapping(mapping);
      return null;
    },
    'import.saveRejected': (which, task) => saveRejected(which, { workspace, imports, files, temporary }, task),
  };
}
