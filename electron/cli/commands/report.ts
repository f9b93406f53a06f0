import { copyFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LOCALES } from '#shared/format.ts';
import { logToStderr } from '#host/failures.ts';
import { listPages, pagesFolder } from '#host/pages.ts';
import { withPrinter } from '#host/printing-host.ts';
import { temporaryFolder } from '#host/temporary-folder.ts';
import { chromiumPrinter } from '#serve/chromium-printer.ts';
import { startServer } from '#serve/server.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command } from '../command.ts';
import { QUESTION_OPTIONS, questionOf } from '../question-options.ts';
import { UsageError } from '../usage-error.ts';
import { sessionOf, valueOf, withWorkspace, workspacePath } from '../workspace-session.ts';

/** A report as PDF: the pages are served to a headless browser of this machine for as long as it prints. */
export const reportCommand: Command = {
  options: {
    ...WORKSPACE_OPTION,
    ...JSON_OPTION,
    ...QUESTION_OPTIONS,
    output: { type: 'string', short: 'o' },
    locale: { type: 'string' },
    paper: { type: 'string' },
  },
  run: async (context) => {
    const { args, out, words } = context;
    const path = workspacePath(args);
    const target = args.text('output');
    const locale = LOCALES.find((one) => one === (args.text('locale') ?? context.locale));
    const paper = (['a4', 'letter'] as const).find((one) => one === (args.text('paper') ?? 'a4'));
    if (args.positionals[0] !== 'overview') throw new UsageError('noTemplate');
    if (target === undefined || !target.endsWith('.pdf')) throw new UsageError('noOutput');
    if (locale === undefined) throw new UsageError('badValue', { option: '--locale' });
    if (paper === undefined) throw new UsageError('badValue', { option: '--paper' });
    const folder = fileURLToPath(pagesFolder());
    if (!existsSync(folder)) throw new UsageError('noPages');
    const { period, compare, filters } = questionOf([], args);
    const temporary = temporaryFolder();

    const download = await withWorkspace(path, false, async ({ host }) => {
      const printer = chromiumPrinter((job) => server.printAddress(job));
      const printing = withPrinter(host, printer, temporary, logToStderr);
      const server = await startServer({
        host: printing,
        pages: listPages(folder),
        temporary,
        port: 0,
        log: logToStderr,
        onEnd: () => undefined,
      });
      try {
        const { downloadId } = await sessionOf(printing).call('report.pdf', {
          taskId: 'report',
          template: 'overview',
          period: args.text('period') === undefined ? 'latest-year' : (period ?? 'all'),
          compare: args.text('compare') === undefined ? 'last-year' : (compare ?? 'none'),
          filters: filters ?? [],
          locale,
          paper,
        });
        return valueOf(await printing.download(downloadId));
      } finally {
        await server.close();
      }
    });
    copyFileSync(download.path, target);
    if (args.is('json')) printJson(context, { file: target, size: download.size });
    else out(`${words('report.done', { file: target })}\n`);
  },
};
