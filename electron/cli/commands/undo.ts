import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { withWorkspace, workspacePath } from '../workspace-session.ts';

export const undoCommand: Command = {
  options: { ...WORKSPACE_OPTION, ...JSON_OPTION },
  run: async (context) => {
    const { args, out, words } = context;
    const path = workspacePath(args);
    const text = args.positionals[0] ?? '';
    if (!/^\d{1,15}$/.test(text)) throw new UsageError('noImport');
    const id = Number(text);
    const info = await withWorkspace(path, false, ({ call }) => call('import.undo', { id }));
    if (args.is('json')) printJson(context, info);
    else out(`${words('import.undone', { id })}\n`);
  },
};
