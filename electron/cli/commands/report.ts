import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppError } from '#shared/errors.ts';
import { LOCALES } from '#shared/format.ts';
import { PAPER_SIZES, PAPER_TURNS, REPORT_TEMPLATES } from '#shared/report-choices.ts';
import type { Report } from '#shared/reports.ts';
import { logToStderr } from '#host/failures.ts';
import type { Host } from '#host/host.ts';
import { listPages, pagesFolder } from '#host/pages.ts';
import { withPrinter } from '#host/printing-host.ts';
import { temporaryFolder } from '#host/temporary-folder.ts';
import { chromiumPrinter } from '#serve/chromium-printer.ts';
import { startServer } from '#serve/server.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Arguments, type Command } from '../command.ts';
import { putFile } from '../put-file.ts';
import { QUESTION_OPTIONS, questionOf } from '../question-options.ts';
import { UsageError } from '../usage-error.ts';
import { sessionOf, valueOf, withWorkspace, workspacePath, type Session } from '../workspace-session.ts';

const FORMATS = ['pdf', 'png', 'xlsx', 'pptx'] as const;
const TASK = 'report';

/** `report board -o board.pdf`: a template's report, one that was saved under this name, or one of a dashboard's tiles, as a file. */
export const reportCommand: Command = {
  options: {
    ...WORKSPACE_OPTION,
    ...JSON_OPTION,
    period: QUESTION_OPTIONS.period,
    compare: QUESTION_OPTIONS.compare,
    where: QUESTION_OPTIONS.where,
    output: { type: 'string', short: 'o' },
    locale: { type: 'string' },
    paper: { type: 'string' },
    turn: { type: 'string' },
    sheet: { type: 'string' },
  },
  run: async (context) => {
    const { args, out, words } = context;
    const path = workspacePath(args);
    const [name, ...more] = args.positionals;
    const target = args.text('output') ?? '';
    const format = FORMATS.find((one) => target.toLowerCase().endsWith(`.${one}`));
    if (name === undefined || more.length > 0) throw new UsageError('noTemplate');
    if (format === undefined) throw new UsageError('noOutput');
    const sheet = Number(args.text('sheet') ?? '1');
    if (!Number.isInteger(sheet) || sheet < 1 || sheet > 1000) throw new UsageError('badValue', { option: '--sheet' });
    const wishes = wishesOf(args);
    const size = await withWorkspace(path, false, async (session) => {
      const report = { ...(await reportNamed(name, wishes.locale ?? context.locale, session)), ...wishes.question };
      const paper = { size: wishes.size ?? report.paper.size, turn: wishes.turn ?? report.paper.turn };
      const source = { report: { ...report, paper, locale: wishes.locale ?? report.locale } };
      const file =
        format === 'pdf' || format === 'png'
          ? await printed(session.host, { source, format, sheet })
          : await downloaded(session, await session.call('report.write', { taskId: TASK, source, format }));
      putFile(file.path, target);
      return file.size;
    });
    if (args.is('json')) printJson(context, { file: target, size });
    else out(`${words('report.done', { file: target })}\n`);
  },
};

/** What the command line says of a report; what it leaves out stays as the report has it. */
function wishesOf(args: Arguments) {
  const one = <T extends string>(choices: readonly T[], option: string): T | undefined => {
    const text = args.text(option);
    const found = choices.find((choice) => choice === text);
    if (text !== undefined && found === undefined) throw new UsageError('badValue', { option: `--${option}` });
    return found;
  };
  const { period = 'all', compare = 'none', filters = [] } = questionOf([], args);
  return {
    locale: one(LOCALES, 'locale'),
    size: one(PAPER_SIZES, 'paper'),
    turn: one(PAPER_TURNS, 'turn'),
    question: {
      ...(args.text('period') === undefined ? {} : { period }),
      ...(args.text('compare') === undefined ? {} : { compare }),
      ...(args.list('where').length === 0 ? {} : { filters: [...filters] }),
    } satisfies Partial<Pick<Report, 'period' | 'compare' | 'filters'>>,
  };
}

async function reportNamed(name: string, locale: Report['locale'], { call }: Session): Promise<Report> {
  const paper = { size: 'a4', turn: 'landscape' } as const;
  const template = REPORT_TEMPLATES.find((one) => one === name && one !== 'own');
  if (template !== undefined) return call('report.fromTemplate', { template, dashboard: null, locale, paper });
  const isNamed = (one: { readonly name: string }): boolean => one.name.toLowerCase() === name.toLowerCase();
  const saved = (await call('report.list', {})).find(isNamed);
  if (saved !== undefined) return saved;
  const dashboard = (await call('dashboard.list', {})).find((one) => isNamed(one) && one.tiles.length > 0);
  if (dashboard === undefined) throw new UsageError('noTemplate');
  return call('report.fromTemplate', { template: 'own', dashboard, locale, paper });
}

async function downloaded({ host }: Pick<Session, 'host'>, { downloadId }: { readonly downloadId: string }) {
  return valueOf(await host.download(downloadId));
}

/** The pages are served to a headless browser of this machine for as long as it prints. */
async function printed(
  host: Host,
  wish: { readonly source: { readonly report: Report }; readonly format: 'pdf' | 'png'; readonly sheet: number },
) {
  const folder = fileURLToPath(pagesFolder());
  if (!existsSync(folder)) throw new UsageError('noPages');
  const temporary = temporaryFolder();
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
    return await downloaded(
      { host: printing },
      await sessionOf(printing)
        .call('report.print', { taskId: TASK, ...wish })
        .catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'E_NOT_FOUND') throw new UsageError('noSheet');
          throw error;
        }),
    );
  } finally {
    await server.close();
  }
}
