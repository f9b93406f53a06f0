import { formatNumber, LOCALES } from '#shared/format.ts';
import { RECORD_KINDS } from '#shared/record-kinds.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command } from '../command.ts';
import { putFile } from '../put-file.ts';
import { parseMembers } from '../question-options.ts';
import { UsageError } from '../usage-error.ts';
import { valueOf, withWorkspace, workspacePath } from '../workspace-session.ts';

/** `export sale -o rows.xlsx`: the rows of a kind as a file that `import` reads back without loss. */
export const exportCommand: Command = {
  options: {
    ...WORKSPACE_OPTION,
    ...JSON_OPTION,
    output: { type: 'string', short: 'o' },
    where: { type: 'string', multiple: true },
    search: { type: 'string' },
    locale: { type: 'string' },
  },
  run: async (context) => {
    const { args, out, words } = context;
    const path = workspacePath(args);
    const kind = RECORD_KINDS.find((one) => one === args.positionals[0]);
    if (kind === undefined) throw new UsageError('noKind');
    const target = args.text('output') ?? '';
    const format = (['csv', 'xlsx'] as const).find((one) => target.toLowerCase().endsWith(`.${one}`));
    if (format === undefined) throw new UsageError('noRowsFile');
    const locale = LOCALES.find((one) => one === (args.text('locale') ?? context.locale));
    if (locale === undefined) throw new UsageError('badValue', { option: '--locale' });
    const filters = args.list('where').map((text) => {
      const { dimension, values } = parseMembers(text);
      return { field: dimension, is: 'in' as const, values: [...values] };
    });
    const selection = { kind, search: args.text('search') ?? '', filters, sort: null };
    const made = await withWorkspace(path, false, async ({ host, call }) => {
      const held = (await call('workspace.current', {}))?.rows[kind] ?? 0;
      if (held === 0) throw new UsageError('noRows', { kind: words(`fields:kinds.${kind}`) });
      // Ends as a cancelled export, which leaves no file.
      const stop = (): void => void host.close();
      process.once('SIGINT', stop);
      try {
        const { downloadId, rows, cut } = await call('data.export', { ...selection, taskId: 'export', format, locale });
        const file = valueOf(await host.download(downloadId));
        putFile(file.path, target);
        return { file: target, kind, rows, cut, size: file.size };
      } finally {
        process.off('SIGINT', stop);
      }
    });
    if (args.is('json')) return printJson(context, made);
    out(`${words('export.done', { file: target, count: made.rows, n: formatNumber(made.rows, context.locale) })}\n`);
    if (made.cut > 0) out(`${words('export.cut', { count: made.cut, n: formatNumber(made.cut, context.locale) })}\n`);
  },
};
