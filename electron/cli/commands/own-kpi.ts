import { formatRange } from '#shared/format-period.ts';
import { formatFull, NO_VALUE } from '#shared/format.ts';
import { ownKpiSchema, type KpiCheck } from '#shared/own-kpi.ts';
import type { Unit } from '#shared/units.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Arguments, type Command, type Context } from '../command.ts';
import { formulaFailure } from '../formula-place.ts';
import { reasonText } from '../kpi-words.ts';
import { parseWhere, QUESTION_OPTIONS } from '../question-options.ts';
import { textTable } from '../text-table.ts';
import { UsageError } from '../usage-error.ts';
import { withWorkspace, workspacePath, type Session } from '../workspace-session.ts';

type Checked = Extract<KpiCheck, { readonly ok: true }>;

/** The formula with the data at hand; one that is wrong is a failure with its place. */
async function checked({ call }: Session, formula: string, id: string | null, args: Arguments): Promise<Checked> {
  const filters = args.list('where').map(parseWhere);
  const told = await call('kpi.check', { formula, id, period: args.text('period') ?? 'all', filters });
  if (told.ok) return told;
  throw formulaFailure(formula, told.problem);
}

function checkText(told: Checked, formula: string, currency: string, { words, locale }: Context): string {
  const full = (value: number | null, unit: Unit): string =>
    value === null ? NO_VALUE : formatFull(value, unit, { locale, currency });
  const inputs = textTable(
    [{ title: words('input') }, { title: words('period') }, { title: words('value'), right: true }],
    told.inputs.map(({ id, period, unit, value }) => [
      id,
      formatRange(period.from, period.to, locale),
      full(value, unit),
    ]),
  );
  const reason = told.reason === null ? '' : `, ${reasonText(told.reason, words)}`;
  return `${formula} = ${full(told.value, told.unit)} (${told.unit})${reason}\n\n${inputs}`;
}

async function add(session: Session, id: string, formula: string, context: Context): Promise<void> {
  const { args, out, words } = context;
  const { unit } = await checked(session, formula, id, args);
  const kpi = ownKpiSchema.safeParse({
    id,
    name: args.text('name') ?? id,
    definition: args.text('definition') ?? '',
    category: args.text('category') ?? 'result',
    direction: args.text('direction') ?? 'neutral',
    unit: args.text('unit') ?? unit,
    formula,
  });
  if (!kpi.success) throw new UsageError('badOwnKpi', { at: kpi.error.issues[0]?.path.join('.') ?? '' });
  await session.call('kpi.save', { kpi: kpi.data, replaces: args.is('replace') });
  if (args.is('json')) printJson(context, kpi.data);
  else out(`${words('ownKpi.saved', { name: kpi.data.name, kpi: id })}\n`);
}

/** `own-kpi check FORMULA`, `own-kpi add ID FORMULA --name …`, `own-kpi remove ID`; `kpis` lists them with the others. */
export const ownKpiCommand: Command = {
  options: {
    ...WORKSPACE_OPTION,
    ...JSON_OPTION,
    period: QUESTION_OPTIONS.period,
    where: QUESTION_OPTIONS.where,
    name: { type: 'string' },
    definition: { type: 'string' },
    category: { type: 'string' },
    direction: { type: 'string' },
    unit: { type: 'string' },
    replace: { type: 'boolean' },
  },
  run: async (context) => {
    const { args, out, words } = context;
    const path = workspacePath(args);
    const [verb, first, second] = args.positionals;
    if (verb === 'check' && first !== undefined)
      return withWorkspace(path, false, async (session) => {
        const told = await checked(session, first, null, args);
        const workspace = await session.call('workspace.current', {});
        if (args.is('json')) printJson(context, told);
        else out(checkText(told, first, workspace?.settings.currency ?? '', context));
      });
    if (verb === 'add' && first !== undefined && second !== undefined)
      return withWorkspace(path, false, (session) => add(session, first, second, context));
    if (verb === 'remove' && first !== undefined)
      return withWorkspace(path, false, async ({ call }) => {
        const before = await call('workspace.current', {});
        await call('kpi.remove', { id: first });
        const removed = before?.settings.ownKpis.find(({ id }) => id === first);
        if (args.is('json')) printJson(context, removed ?? null);
        else out(`${words('ownKpi.removed', { name: removed?.name ?? first })}\n`);
      });
    throw new UsageError('noOwnKpi');
  },
};
