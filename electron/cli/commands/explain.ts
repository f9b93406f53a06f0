import { filterCondition } from '#shared/filter-words.ts';
import { formatRange } from '#shared/format-period.ts';
import { formatFull, formatNumber, NO_VALUE } from '#shared/format.ts';
import { questionSchema, type CellRef, type Explanation, type Question, type RowsPage } from '#shared/question.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { defaultSettings, type Settings } from '#shared/settings.ts';
import type { Unit } from '#shared/units.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command, type Context } from '../command.ts';
import { filterWords, kpiName, reasonText } from '../kpi-words.ts';
import { QUESTION_OPTIONS, questionOf } from '../question-options.ts';
import { storedValue } from '#shared/stored-words.ts';
import { textTable } from '../text-table.ts';
import { UsageError } from '../usage-error.ts';
import type { Words } from '../words.ts';
import { withWorkspace, workspacePath, type Session } from '../workspace-session.ts';

const PAGE = 1000;

function explanationText(told: Explanation, settings: Settings, { words, locale }: Context): string {
  const { currency, ownKpis } = settings;
  const own = ownKpis.find(({ id }) => id === told.kpi);
  const definition = own?.definition ?? words(`kpis:${told.kpi}.definition`);
  const full = (value: number | null, unit: Unit): string =>
    value === null ? NO_VALUE : formatFull(value, unit, { locale, currency });
  const facts = [
    [words('value'), full(told.value, told.unit)],
    ...(told.reason === null ? [] : [[words('reason'), reasonText(told.reason, words)]]),
    ...told.marks.map((mark) => [words('mark'), words(`kpis:marks.${mark}`)]),
    [words('period'), formatRange(told.period.from, told.period.to, locale)],
    [words('formula'), told.formula],
    [words('variant'), variantText(told, words)],
    [words('rowsUsed'), formatNumber(told.rows.used, locale)],
    ...told.rows.leftOut.map(({ reason, count }) => [
      words('rowsLeftOut'),
      `${formatNumber(count, locale)} (${reason})`,
    ]),
    ...told.filters.map((filter) => [
      words('filter'),
      `${filter.dimension}: ${filterCondition(filter, filterWords(words, locale, ownKpis))}`,
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
  return `${kpiName(told.kpi, ownKpis, words)}\n${definition}\n\n${textTable([{ title: '' }, { title: '' }], facts).trimStart()}\n${inputs}`;
}

/** `mrr (MRR of ended subscriptions)`; the user's own KPIs have no words for theirs. */
function variantText({ kpi, variant }: Explanation, words: Words): string {
  const name = words(`kpis:${kpi}.variants.${variant}`);
  return name === variant ? variant : `${variant} (${name})`;
}

/** The rows of one kind behind a number. */
interface KindRows extends Pick<RowsPage, 'total' | 'fields' | 'rows'> {
  readonly kind: AnyKind;
}

async function rowsOfKind({ call }: Session, question: Question, cell: CellRef, kind: AnyKind): Promise<KindRows> {
  const ask = (offset: number): Promise<RowsPage> =>
    call('question.rows', { question, cell, kind, offset, limit: PAGE });
  const { total, fields, rows } = await ask(0);
  for (let offset = PAGE; offset < total; offset += PAGE) rows.push(...(await ask(offset)).rows);
  return { kind, total, fields, rows };
}

function rowsText({ kind, fields, rows }: KindRows, { words, locale }: Context): string {
  const table = textTable(
    [
      { title: words('source') },
      { title: words('import.row'), right: true },
      ...fields.map(({ key, type }) => ({ title: key, right: type === 'decimal' })),
    ],
    rows.map(({ file, fileRow, values }) => [
      file ?? '',
      String(fileRow ?? ''),
      ...values.map((value, i) =>
        typeof value === 'number'
          ? formatNumber(value, locale, 4, 0)
          : storedValue(words, fields[i]?.key ?? '', value ?? ''),
      ),
    ]),
  );
  return `${words(`fields:kinds.${kind}`)}\n${table}`;
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
    const { told, pages, settings } = await withWorkspace(path, false, async (session) => {
      const explanation = await session.call('question.explain', { question, cell });
      const found: KindRows[] = [];
      if (args.is('rows'))
        for (const { kind } of explanation.rows.byKind) found.push(await rowsOfKind(session, question, cell, kind));
      const workspace = await session.call('workspace.current', {});
      return { told: explanation, pages: found, settings: workspace?.settings ?? defaultSettings() };
    });
    if (args.is('json')) return printJson(context, args.is('rows') ? { ...told, pages } : told);
    out(explanationText(told, settings, context));
    for (const page of pages) out(`\n${rowsText(page, context)}`);
  },
};
