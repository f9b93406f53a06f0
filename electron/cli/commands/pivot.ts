import type { Output } from '#shared/contract.ts';
import { formatRange } from '#shared/format-period.ts';
import { formatFull, LOCALES, NO_VALUE } from '#shared/format.ts';
import { gridViewSchema, type Grid, type GridLine, type GridView } from '#shared/grid.ts';
import { memberLabel, shownUnit, valueName, type GridWords } from '#shared/grid-words.ts';
import { defaultSettings, type Settings } from '#shared/settings.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command, type Context } from '../command.ts';
import { kpiName } from '../kpi-words.ts';
import { textTable } from '../text-table.ts';
import { putFile } from '../put-file.ts';
import { UsageError } from '../usage-error.ts';
import { valueOf, withWorkspace, workspacePath, type Session } from '../workspace-session.ts';
import { readJson } from './ask.ts';

/** Lines that a window may have. */
const MOST = 2000;

/** All rows of a table, and of its columns as many as one window holds. */
async function wholeGrid({ call }: Session, view: GridView): Promise<Grid> {
  const ask = (from: number): Promise<Output<'question.grid'>> =>
    call('question.grid', { view, window: { rows: { from, count: MOST }, columns: { from: 0, count: MOST } } });
  const grid = await ask(0);
  for (let from = MOST; from < grid.rowCount; from += MOST) {
    const { rows, cells, reasons, marks } = await ask(from);
    const first = grid.cells.length;
    grid.rows.push(...rows);
    grid.cells.push(...cells);
    for (const [index, reason] of Object.entries(reasons)) grid.reasons[first + Number(index)] = reason;
    for (const [index, marked] of Object.entries(marks)) grid.marks[first + Number(index)] = marked;
  }
  return grid;
}

function gridText(grid: Grid, view: GridView, settings: Settings, { words, locale }: Context): string {
  const { question, values } = view;
  const { currency, ownKpis } = settings;
  const told: GridWords = {
    say: words,
    locale,
    kpi: (reference) => kpiName(reference, ownKpis, words),
    member: (name) => name,
  };
  const names = values.map((value) => valueName(value, question, told));
  const units = values.map(({ kpi, show }) =>
    shownUnit(show, grid.kpis.find(({ ref }) => ref === kpi)?.unit ?? 'count'),
  );
  const label = ({ path, value }: GridLine, axis: 'rows' | 'columns'): string => {
    const steps = path.map((name, depth) =>
      memberLabel(name, { dimension: question[axis][depth]?.dimension ?? '' }, told),
    );
    return [...(steps.length === 0 ? [words('total')] : steps), ...(value === null ? [] : [names[value] ?? ''])].join(
      ' · ',
    );
  };
  const table = textTable(
    [{ title: '' }, ...grid.columns.map((line) => ({ title: label(line, 'columns'), right: true }))],
    grid.rows.map((row, i) => [
      label(row, 'rows'),
      ...grid.columns.map((column, j) => {
        const at = i * grid.columns.length + j;
        const value = grid.cells[at] ?? null;
        if (value === null) return grid.reasons[at] === undefined ? '' : NO_VALUE;
        return formatFull(value, units[row.value ?? column.value ?? 0] ?? 'count', { locale, currency });
      }),
    ]),
  );
  return `${formatRange(grid.period.from, grid.period.to, locale)}\n\n${table}`;
}

/** A view as the app saves it: its table on the screen, as JSON, or as a file. */
export const pivotCommand: Command = {
  options: {
    ...WORKSPACE_OPTION,
    ...JSON_OPTION,
    output: { type: 'string', short: 'o' },
    style: { type: 'string' },
    locale: { type: 'string' },
  },
  run: async (context) => {
    const { args, out, words } = context;
    const path = workspacePath(args);
    const parsed = gridViewSchema.safeParse(readJson(args.positionals[0]));
    if (!parsed.success) throw new UsageError('badQuestion');
    const view = parsed.data;
    const target = args.text('output');
    const format = (['csv', 'xlsx'] as const).find((one) => target?.toLowerCase().endsWith(`.${one}`));
    if (target !== undefined && format === undefined) throw new UsageError('noRowsFile');
    const locale = LOCALES.find((one) => one === (args.text('locale') ?? context.locale));
    if (locale === undefined) throw new UsageError('badValue', { option: '--locale' });
    const usual = locale === 'sv-SE' ? 'swedish' : 'international';
    const style = (['swedish', 'international'] as const).find((one) => one === (args.text('style') ?? usual));
    if (style === undefined) throw new UsageError('badValue', { option: '--style' });
    await withWorkspace(path, false, async (session) => {
      if (target !== undefined && format !== undefined) {
        const made = await session.call('question.export', { taskId: 'pivot', view, format, style, locale, title: '' });
        const file = valueOf(await session.host.download(made.downloadId));
        putFile(file.path, target);
        if (args.is('json')) printJson(context, { file: target, size: file.size });
        else out(`${words('report.done', { file: target })}\n`);
        return;
      }
      const grid = await wholeGrid(session, view);
      const settings = (await session.call('workspace.current', {}))?.settings ?? defaultSettings();
      if (args.is('json')) printJson(context, grid);
      else out(gridText(grid, view, settings, { ...context, locale }));
    });
  },
};
