import { readFileSync } from 'node:fs';
import { questionSchema } from '#shared/question.ts';
import { WORKSPACE_OPTION, JSON_OPTION, printJson, type Command } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { withWorkspace, workspacePath } from '../workspace-session.ts';

/** What a JSON file holds. */
export function readJson(path: string | undefined): unknown {
  if (path === undefined) throw new UsageError('noQuestion');
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new UsageError('badQuestion');
  }
}

/** Any question as the app itself saves it; the answer is the contract's own JSON. */
export const askCommand: Command = {
  options: { ...WORKSPACE_OPTION, ...JSON_OPTION },
  run: async (context) => {
    const path = workspacePath(context.args);
    const question = questionSchema.safeParse(readJson(context.args.positionals[0]));
    if (!question.success) throw new UsageError('badQuestion');
    printJson(context, await withWorkspace(path, false, ({ call }) => call('question.ask', question.data)));
  },
};
