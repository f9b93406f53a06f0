import { formatRange } from '#shared/format-period.ts';
import { formatFull, formatNumber, NO_VALUE } from '#shared/format.ts';
import { questionSchema, type Explanation, type RowsPage } from '#shared/question.ts';
import type { Unit } from '#shared/units.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command, type Context } from '../command.ts';
import { QUESTION_OPTIONS, questionOf } from '../question-options.ts';
import { textTable } from '../text-table.ts';
import { UsageError } from '../usage-error.ts';
import { withWorkspace, workspacePath } from '../workspace-session.ts';

const PAGE = 1000;

function explanationText(told: Explanation, currency: string, { words, locale }: Context): string {
  const full = (value: number | null, unit: Unit): string =>
    value === null ? NO_VALUE : formatFull(value, unit, { locale, currency });
  const facts = [
    [words('value'), full(told.value, told.unit)],
    ...(told.reason === null
      ? []
      : [[words('reason'), words(`reasons.${told.reason.code}`, { needs: told.reason.needs.join(', ') })]]),
    [words('period'), formatRange(told.period.from, told.period.to, locale)],
    [words('formula'), told.formula],
    [words('variant'), told.variant],
    [words('rowsUsed'), formatNumber(told.rows.used, locale)],
    ...told.rows.leftOut.map(({ reason, count }) => [
      words('rowsLeftOut'),
      `${formatNumber(count, locale)} (${reason})`,
    ]),
    ...told.filters.map(({ dimension, values }) => [
      words('filter'),
      `${dimension} = ${values.map((value) => value ?? words('unknown')).join(' | ')}`,
    ]),
    ...told.sources.map(({ file, rows }) => [words('source'), `${file} (${formatNumber(rows, locale)})`]),
    ...told.fromLists.map(({ field, rows, files }) => [
      words('fromList'),
      `${field}: ${files.join(', ')} (${formatNumber(rows, locale)})`,
    ]),
  ];
  const inputs = textTable(
    [
      { title: words('input') },
      { title: words('period') },
      { title: words('value'), right: true },
      { title: words('rowsUsed'), right: true },
    ],
    told.inputs.map(({ id, period, value, unit, rows }) => [
      id,
      formatRange(period.from, period.to, locale),
      full(value, unit),
      formatNumber(rows.used, locale),
    ]),
  );
  return `${words(`kpis:${told.kpi}.name`)}\n\n${textTable([{ title: '' }, { title: '' }], facts).trimStart()}\n${inputs}`;
}

function rowsText({ fields, rows }: RowsPage, { words, locale }: Context): string {
  return textTable(
    [
      { title: words('source') },
      { title: words('import.row'), right: true },
      ...fields.map(({ key, type }) => ({ title: key, right: type === 'decimal' })),
    ],
    rows.map(({ file, fileRow, values }) => [
      file ?? '',
      String(fileRow ?? ''),
      ...values.map((value) => (typeof value === 'number' ? formatNumber(value, locale, 4, 0) : (value ?? ''))),
    ]),
  );
}

export const explainCommand: Command = {
  options: { ...WORKSPACE_OPTION, ...JSON_OPTION, ...QUESTION_OPTIONS, rows: { type: 'boolean' } },
  run: async (context) => {
    const { args, out } = context;
    const path = workspacePath(args);
    const kpi = args.positionals[0];
    if (kpi === undefined) throw new UsageError('noKpi');
    const parsed = questionSchema.safeParse(questionOf([kpi], args));
    if (!parsed.success) throw new UsageError('badQuestion');
    const question = parsed.data;
    const cell = { kpi, row: [], column: [] };
    const { told, pages, currency } = await withWorkspace(path, false, async ({ call }) => {
      const explanation = await call('question.explain', { question, cell });
      const found: RowsPage[] = [];
      for (let offset = 0; args.is('rows'); offset += PAGE) {
        const page = await call('question.rows', { question, cell, offset, limit: PAGE });
        found.push(page);
        if (offset + PAGE >= page.total) break;
      }
      const workspace = await call('workspace.current', {});
      return { told: explanation, pages: found, currency: workspace?.settings.currency ?? '' };
    });
    const first = pages[0];
    const page = first === undefined ? null : { ...first, rows: pages.flatMap(({ rows }) => rows) };
    if (args.is('json')) {
      printJson(context, page === null ? told : { ...told, page });
      return;
    }
    out(explanationText(told, currency, context));
    if (page !== null) out(`\n${rowsText(page, context)}`);
  },
};
