import type { KpiEntry } from '#shared/contract.ts';
import { formatFull, NO_VALUE } from '#shared/format.ts';
import { questionSchema, type Answer } from '#shared/question.ts';
import { KPI_CATEGORIES } from '#shared/kpi-definition.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command, type Context } from '../command.ts';
import { kpiName, needsText, reasonText } from '../kpi-words.ts';
import { QUESTION_OPTIONS, questionOf } from '../question-options.ts';
import { textTable } from '../text-table.ts';
import { UsageError } from '../usage-error.ts';
import { withWorkspace, workspacePath } from '../workspace-session.ts';

/** Why a KPI cannot be asked for, '' where it can. */
function lacks({ problem, needs }: Pick<KpiEntry, 'problem' | 'needs'>, { words }: Context): string {
  if (problem !== null) return words('errors:E_BAD_FORMULA');
  return needs.length === 0 ? '' : words('reasons.needs-data', { needs: needsText(needs, words) });
}

function listText(entries: readonly KpiEntry[], nameOf: (kpi: string) => string, context: Context): string {
  const { words } = context;
  return KPI_CATEGORIES.flatMap((category) => {
    const some = entries.filter((entry) => entry.category === category);
    if (some.length === 0) return [];
    const rows = some.map((entry) => [
      entry.kpi,
      nameOf(entry.kpi),
      entry.variants.length > 1 ? entry.variant : '',
      lacks(entry, context),
    ]);
    const columns = [words(`categories.${category}`), words('name'), words('variant'), ''];
    return [
      textTable(
        columns.map((title) => ({ title })),
        rows,
      ),
    ];
  }).join('\n');
}

/** One KPI with what each of its variants comes to. */
function aboutText(entry: KpiEntry, answer: Answer, name: string, currency: string, context: Context): string {
  const { words, locale } = context;
  const definition = entry.own?.definition ?? words(`kpis:${entry.kpi}.definition`);
  const rows = entry.inVariants.map(({ variant, formula, unit }) => {
    const cell = answer.cells.find(({ kpi }) => kpi === `${entry.kpi}:${variant}`);
    return [
      `${variant}${variant === entry.variant ? ' *' : ''}`,
      formula,
      cell?.value == null ? NO_VALUE : formatFull(cell.value, unit, { locale, currency }),
      cell?.reason == null ? '' : reasonText(cell.reason, words),
    ];
  });
  const titles = [{ title: words('variant') }, { title: words('formula') }, { title: words('value'), right: true }];
  return `${name}\n${definition}\n\n${textTable([...titles, { title: '' }], rows)}`;
}

/** `kpis`: all there are, what each lacks; `kpis churn`: its definition and the number in every variant. */
export const kpisCommand: Command = {
  options: {
    ...WORKSPACE_OPTION,
    ...JSON_OPTION,
    period: QUESTION_OPTIONS.period,
    where: QUESTION_OPTIONS.where,
    possible: { type: 'boolean' },
  },
  run: async (context) => {
    const { args, out, words } = context;
    const wanted = args.positionals;
    await withWorkspace(workspacePath(args), false, async ({ call }) => {
      const all = await call('catalogue.kpis', {});
      const settings = (await call('workspace.current', {}))?.settings;
      const nameOf = (kpi: string): string => kpiName(kpi, settings?.ownKpis ?? [], words);
      if (wanted.length === 0) {
        const entries = args.is('possible') ? all.filter(({ possible }) => possible) : all;
        if (args.is('json'))
          printJson(
            context,
            entries.map((entry) => ({ ...entry, name: nameOf(entry.kpi) })),
          );
        else out(listText(entries, nameOf, context));
        return;
      }
      const found: unknown[] = [];
      for (const id of wanted) {
        const entry = all.find(({ kpi }) => kpi === id);
        if (entry === undefined) throw new UsageError('unknownKpi', { kpi: id });
        if (entry.problem !== null) await call('question.ask', { kpis: [id] });
        const refs = entry.inVariants.map(({ variant }) => `${id}:${variant}`);
        const question = questionSchema.safeParse(questionOf(refs, args));
        if (!question.success) throw new UsageError('badQuestion');
        const answer = await call('question.ask', question.data);
        const values = new Map(answer.cells.map((cell) => [cell.kpi, cell]));
        const inVariants = entry.inVariants.map((one) => {
          const cell = values.get(`${id}:${one.variant}`);
          return { ...one, value: cell?.value ?? null, reason: cell?.reason ?? null };
        });
        found.push({ ...entry, name: nameOf(id), inVariants });
        if (!args.is('json'))
          out(
            `${found.length > 1 ? '\n' : ''}${aboutText(entry, answer, nameOf(id), settings?.currency ?? '', context)}`,
          );
      }
      if (args.is('json')) printJson(context, found);
    });
  },
};
