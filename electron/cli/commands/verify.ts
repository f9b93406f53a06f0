import { basename } from 'node:path';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command } from '../command.ts';
import { withStore } from '../with-store.ts';
import { WorkspaceError, workspacePath } from '../workspace-session.ts';

/** Checks the whole file: its structure, every import's digest, the columns beside the rows. */
export const verifyCommand: Command = {
  options: { ...WORKSPACE_OPTION, ...JSON_OPTION },
  run: (context) => {
    const { args, out, words } = context;
    const path = workspacePath(args);
    const result = withStore(path, (store) => store.verify());
    if (args.is('json')) printJson(context, result);
    if (!result.ok) {
      const failure = {
        code: 'E_DAMAGED_FILE',
        message: 'The workspace is damaged.',
        details: { file: basename(path) },
      } as const;
      return Promise.reject(new WorkspaceError(failure));
    }
    const count = result.rebuilt.length;
    if (!args.is('json')) out(`${words(count === 0 ? 'verify.sound' : 'verify.rebuilt', { count })}\n`);
    return Promise.resolve();
  },
};
