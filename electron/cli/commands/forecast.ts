import type { Output } from '#shared/contract.ts';
import type { BackTest, HistoryForecast, PipelineForecast } from '#shared/forecast.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import { formatFull, formatNumber, formatPercent } from '#shared/format.ts';
import { defaultSettings } from '#shared/settings.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command, type Context } from '../command.ts';
import { kpiName, needsText } from '../kpi-words.ts';
import { parseWhere, QUESTION_OPTIONS } from '../question-options.ts';
import { textTable } from '../text-table.ts';
import { UsageError } from '../usage-error.ts';
import { withWorkspace, workspacePath } from '../workspace-session.ts';

/** The KPI that goes by the open deals and not by its history. */
const PIPELINE = 'weighted-pipeline';

function horizonOf(text = '12'): number {
  const horizon = Number(text);
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > 60)
    throw new UsageError('badValue', { option: '--horizon' });
  return horizon;
}

function refusalText(
  { refusal, kpi }: { readonly refusal: HistoryForecast['refusal']; readonly kpi: string },
  context: Context,
): string {
  const { words } = context;
  return refusal === null
    ? ''
    : `${words(`forecast:refusal.${refusal.code}`, { kpi, needs: needsText(refusal.needs, words) })}\n`;
}

type Write = (value: number) => string;

function historyText({ history, points, shortages }: HistoryForecast, full: Write, { words, locale }: Context): string {
  const table = textTable(
    [
      { title: words('period') },
      { title: words('forecast:actual'), right: true },
      { title: words('forecast:forecast'), right: true },
      { title: words('forecast:interval', { share: formatPercent(0.8, locale, 0) }), right: true },
      { title: words('forecast:interval', { share: formatPercent(0.95, locale, 0) }), right: true },
    ],
    [
      ...history.slice(-12).map(({ key, value }) => [formatPeriodText(key, locale), full(value)]),
      ...points.map(({ key, value, intervals }) => [
        formatPeriodText(key, locale),
        '',
        full(value),
        ...(intervals ?? []).map(({ low, high }) => words('forecast:fromTo', { low: full(low), high: full(high) })),
      ]),
    ],
  );
  const short = shortages.map(({ what, have, need }) => `${words(`forecast:shortage.${what}`, { have, need })}\n`);
  return `${table}${short.length === 0 ? '' : '\n'}${short.join('')}`;
}

function backTestText({ ours, rivals, coverage, steps }: BackTest, { words, locale }: Context): string {
  if (ours === null) return '';
  const lines = [{ method: 'ours' as const, ...ours }, ...rivals].map(({ method, mase, smape }) => [
    words(`forecast:method.${method}`),
    mase === null ? '' : formatNumber(mase, locale, 2),
    formatPercent(smape, locale),
  ]);
  const titles = [
    { title: words('forecast:tested', { count: steps }) },
    { title: 'MASE', right: true },
    { title: 'sMAPE', right: true },
  ];
  const share = (inside: number): string => formatPercent(inside, locale, 0);
  const inside =
    coverage === null
      ? ''
      : `${words('forecast:coverage', { narrow: share(coverage[0]), wide: share(coverage[1]) })}\n`;
  return `\n${textTable(titles, lines)}${inside}`;
}

function pipelineText(
  { periods, overdue, undated, later, total }: PipelineForecast,
  full: Write,
  { words, locale }: Context,
): string {
  const others = { overdue, undated, later };
  const line = (name: string, { deals, value, weighted }: PipelineForecast['total']): readonly string[] => [
    name,
    formatNumber(deals, locale),
    full(value),
    full(weighted),
  ];
  return textTable(
    [
      { title: words('forecast:expected') },
      { title: words('forecast:deals'), right: true },
      { title: words('forecast:value'), right: true },
      { title: words('forecast:weighted'), right: true },
    ],
    [
      ...periods.map((period) => line(formatPeriodText(period.key, locale), period)),
      ...(['overdue', 'undated', 'later'] as const).flatMap((part) =>
        others[part].deals === 0 ? [] : [line(words(`forecast:${part}`), others[part])],
      ),
      line(words('total'), total),
    ],
  );
}

interface Made {
  readonly workspace: Output<'workspace.current'>;
  readonly pipeline: PipelineForecast | null;
  readonly history: HistoryForecast | null;
  readonly backTest: BackTest | null;
}

/** `forecast revenue`: its history carried on, and how far that would have been off; `forecast weighted-pipeline`: the open deals. */
export const forecastCommand: Command = {
  options: {
    ...WORKSPACE_OPTION,
    ...JSON_OPTION,
    where: QUESTION_OPTIONS.where,
    horizon: { type: 'string' },
    weekly: { type: 'boolean' },
  },
  run: async (context) => {
    const { args, out, words, locale } = context;
    const path = workspacePath(args);
    const [kpi] = args.positionals;
    if (kpi === undefined) throw new UsageError('noKpi');
    const filters = args.list('where').map(parseWhere);
    const grain = args.is('weekly') ? ('week' as const) : ('month' as const);
    const ask = { kpi, filters, variants: {}, grain, horizon: horizonOf(args.text('horizon')) };
    const { workspace, pipeline, history, backTest } = await withWorkspace(
      path,
      false,
      async ({ call }): Promise<Made> => {
        const current = await call('workspace.current', {});
        if (kpi === PIPELINE)
          return {
            workspace: current,
            pipeline: await call('forecast.pipeline', { filters }),
            history: null,
            backTest: null,
          };
        const made = await call('forecast.history', ask);
        const tested = made.refusal === null ? await call('forecast.backTest', ask) : null;
        return { workspace: current, pipeline: null, history: made, backTest: tested };
      },
    );
    if (args.is('json')) return printJson(context, pipeline ?? { ...history, backTest });
    const settings = workspace?.settings ?? defaultSettings();
    const unit = history?.kpi.unit ?? 'money';
    const full: Write = (value) =>
      formatFull(unit === 'money' ? value : Math.round(value), unit, { locale, currency: settings.currency });
    const refusal = pipeline?.refusal ?? history?.refusal ?? null;
    out(`${kpiName(kpi, settings.ownKpis, words)}\n\n`);
    if (refusal !== null) out(refusalText({ refusal, kpi: kpiName(kpi, settings.ownKpis, words) }, context));
    else if (pipeline !== null) out(pipelineText(pipeline, full, context));
    else if (history !== null)
      out(historyText(history, full, context) + (backTest === null ? '' : backTestText(backTest, context)));
  },
};
