import { formatMinute, formatRange } from '#shared/format-period.ts';
import { formatNumber } from '#shared/format.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command } from '../command.ts';
import { textTable } from '../text-table.ts';
import { withWorkspace, workspacePath } from '../workspace-session.ts';

export const importsCommand: Command = {
  options: { ...WORKSPACE_OPTION, ...JSON_OPTION },
  run: async (context) => {
    const { args, out, words, locale } = context;
    const records = await withWorkspace(workspacePath(args), false, ({ call }) => call('import.list', {}));
    if (args.is('json')) return printJson(context, records);
    if (records.length === 0) return out(`${words('import.none')}\n`);
    out(
      textTable(
        [
          { title: words('import.id'), right: true },
          { title: words('import.file') },
          { title: words('import.kind') },
          { title: words('import.imported'), right: true },
          { title: words('period') },
          { title: words('import.at') },
        ],
        records.map(({ id, file, kind, rows, from, to, importedAt }) => [
          String(id),
          file.name,
          words(`fields:kinds.${kind}`),
          formatNumber(rows, locale),
          from === null || to === null ? '' : formatRange(from, to, locale),
          formatMinute(importedAt, locale),
        ]),
      ),
    );
  },
};
