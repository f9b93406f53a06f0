import type { Input } from '#shared/contract.ts';
import { settingsSchema } from '#shared/settings.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command } from '../command.ts';
import { textTable } from '../text-table.ts';
import { UsageError } from '../usage-error.ts';
import { withWorkspace, workspacePath } from '../workspace-session.ts';

const patchSchema = settingsSchema.omit({ ownKpis: true }).partial();

/** A value as JSON; a word that is none stands for itself. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function patchOf(pairs: readonly string[]): Input<'workspace.settings'> {
  const said = pairs.map((text): readonly [string, unknown] => {
    const at = text.indexOf('=');
    if (at < 1) throw new UsageError('badPair', { text });
    return [text.slice(0, at), valueOf(text.slice(at + 1))];
  });
  const patch = patchSchema.safeParse(Object.fromEntries(said));
  if (patch.success) return patch.data;
  const [issue] = patch.error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.path.join('.') ?? '');
  throw new UsageError('badSetting', { name });
}

/** `settings --set lapseDays=90 --set 'stageWeights={"Demo":0.4}'`: what every number of the workspace goes by. */
export const settingsCommand: Command = {
  options: { ...WORKSPACE_OPTION, ...JSON_OPTION, set: { type: 'string', multiple: true } },
  run: async (context) => {
    const { args, out, words } = context;
    const path = workspacePath(args);
    const patch = patchOf(args.list('set'));
    const info = await withWorkspace(path, false, ({ call }) =>
      Object.keys(patch).length === 0 ? call('workspace.current', {}) : call('workspace.settings', patch),
    );
    if (info === null) return;
    const settings = Object.entries(info.settings).filter(([name]) => name !== 'ownKpis');
    if (args.is('json')) return printJson(context, Object.fromEntries(settings));
    const rows = settings.map(([name, value]) => [name, JSON.stringify(value)]);
    out(textTable([{ title: words('setting') }, { title: words('value') }], rows));
  },
};
