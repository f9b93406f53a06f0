import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { withStore } from '../with-store.ts';
import { workspacePath } from '../workspace-session.ts';

/** A checked copy, made by SQLite and never over another file. */
export const backupCommand: Command = {
  options: { ...WORKSPACE_OPTION, ...JSON_OPTION },
  run: (context) => {
    const { args, out, words } = context;
    const path = workspacePath(args);
    const target = args.positionals[0];
    if (target === undefined) throw new UsageError('noBackup');
    if (existsSync(target)) throw new UsageError('exists', { file: basename(target) });
    withStore(path, (store) => store.backup(resolve(target)));
    if (args.is('json')) printJson(context, { file: target });
    else out(`${words('report.done', { file: target })}\n`);
    return Promise.resolve();
  },
};
