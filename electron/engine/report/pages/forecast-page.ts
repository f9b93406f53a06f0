import { historyChart } from '#shared/charts/history-chart.ts';
import type { HistoryAsk, HistoryForecast } from '#shared/forecast.ts';
import { verdictOf } from '#shared/forecast-verdict.ts';
import { formatPeriodText, formatRange } from '#shared/format-period.ts';
import { formatCompact, formatPercent, joined } from '#shared/format.ts';
import type { ReportBlock } from '#shared/report-content.ts';
import { backTest } from '../../forecast/back-test.ts';
import { historyForecast } from '../../forecast/history-forecast.ts';
import { subLine } from '../heading.ts';
import type { PageMaker, PageTools } from '../page-tools.ts';
import { tableOf, type TableColumn } from '../table-of.ts';

/** Months ahead. */
const AHEAD = 12;

/** A KPI's closed months carried on for a year, with the spread, the method and how far it would have been off. */
export const forecastPage: PageMaker<'forecast'> = ({ kpi }, tools) => {
  const { report, context, words, heading, mention } = tools;
  const { say, grid, format } = words;
  const asked: HistoryAsk = { kpi, filters: [...report.filters], variants: {}, grain: 'month', horizon: AHEAD };
  const made = historyForecast(asked, context.question);
  mention(made.kpi);
  const name = grid.kpi(kpi);
  const { refusal, points } = made;
  const [first, last] = [points[0], points.at(-1)];
  if (refusal !== null || first === undefined || last === undefined)
    return {
      draft: say('report:people.noForecast', { kpi: name }),
      sub: subLine(say('report:page.forecast'), heading),
      blocks: [{ is: 'text', place: 'main', title: '', paragraphs: [refusalText(made, name, tools)] }],
    };
  const period = formatRange(first.from, last.to, format.locale);
  const chart = historyChart(made, say('forecast:history.title.month', { kpi: name }), format, (key, values) =>
    say(`forecast:${key}`, values),
  );
  return {
    draft: draftOf(made, name, period, tools),
    sub: subLine(`${say('report:page.forecast')}, ${name}`, { company: heading.company, period }),
    blocks: [
      { is: 'chart', place: 'main', height: 'tall', chart },
      { is: 'text', place: 'main', title: say('report:people.method'), paragraphs: [...methodOf(made, tools)] },
      monthsTable(made, asked, tools),
    ],
  };
};

function refusalText({ refusal }: HistoryForecast, kpi: string, { words: { say } }: PageTools): string {
  return refusal === null || refusal.code === 'needs-data'
    ? say('report:people.needsHistory')
    : say(`forecast:refusal.${refusal.code}`, { kpi });
}

const valueText = (value: number, { kpi: { unit } }: HistoryForecast, { words: { format } }: PageTools): string =>
  joined(formatCompact(value, unit, format), format.locale);

function draftOf(made: HistoryForecast, kpi: string, period: string, tools: PageTools): string {
  const { say } = tools.words;
  const { total, points } = made;
  if (total === null) {
    const [next] = points;
    const month = formatPeriodText(next?.key ?? '', tools.words.format.locale);
    return say('report:people.forecastNext', { kpi, month, value: valueText(next?.value ?? 0, made, tools) });
  }
  const values = { kpi, period, value: valueText(total.value, made, tools) };
  const within = total.intervals?.[0];
  if (within === undefined) return say('report:people.forecastDraft', values);
  const [low, high] = [valueText(within.low, made, tools), valueText(within.high, made, tools)];
  return say('report:people.forecastDraftWithin', { ...values, low, high });
}

/** How it is made, how that would have done before, and what the history is too short for. */
function methodOf(made: HistoryForecast, tools: PageTools): readonly string[] {
  const { say, format } = tools.words;
  const { method, model, addsUp, shortages } = made;
  const how = method === null ? '' : say(`forecast:how.${method}`);
  const letters = model === null ? '' : say('forecast:model', { letters: model });
  return [
    `${how} ${letters}`.trim(),
    ...testedOf(made, tools),
    ...(addsUp ? [] : [say('forecast:sum.distinct')]),
    ...(made.running === null
      ? []
      : [
          say('forecast:running', {
            value: valueText(made.running.value, made, tools),
            through: formatRange(made.running.from, made.running.through, format.locale),
          }),
        ]),
    ...shortages.map(({ what, have, need }) => say(`forecast:shortage.${what}`, { have, need })),
  ].filter((text) => text !== '');
}

function testedOf({ history }: HistoryForecast, { words: { say, format } }: PageTools): readonly string[] {
  const steps = backTest(
    history.map(({ value }) => value),
    'month',
    AHEAD,
  );
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const tested = step.value;
  const share = (ratio: number, decimals = 0): string => formatPercent(ratio, format.locale, decimals);
  const verdict = verdictOf(tested);
  if (tested.shortage !== null || tested.ours === null) return [];
  const { origins, steps: count, ours, coverage } = tested;
  const sentences = [
    `${say('forecast:backTest.sub', { origins, count })}: ${say('report:people.meanError', { error: share(ours.smape, 1) })}`,
    verdict === null
      ? ''
      : say(`forecast:verdict.${verdict.is}`, {
          by: share(verdict.by),
          rival: say(`forecast:method.${verdict.rival}`),
        }),
    coverage === null ? '' : say('forecast:coverage', { narrow: share(coverage[0]), wide: share(coverage[1]) }),
  ];
  return [sentences.filter((text) => text !== '').join(' ')];
}

function monthsTable(made: HistoryForecast, asked: HistoryAsk, tools: PageTools): ReportBlock {
  const { say, format } = tools.words;
  const { kpi, points, total } = made;
  type Point = Pick<HistoryForecast['points'][number], 'value' | 'intervals'> & { readonly key: string };
  const hasIntervals = points.some(({ intervals }) => intervals !== null);
  const end = (
    label: string,
    of: (interval: { readonly low: number; readonly high: number }) => number,
  ): TableColumn<Point> => ({
    label,
    unit: kpi.unit,
    as: 'quiet',
    of: ({ intervals }) => (intervals === null ? null : of(intervals[0])),
  });
  return tableOf<Point>(
    {
      place: 'aside',
      title: say('report:people.comingMonths'),
      alike: true,
      rows: points,
      total: total === null ? null : { key: '', ...total },
      columns: [
        { label: '', of: ({ key }) => (key === '' ? say('forecast:total') : formatPeriodText(key, format.locale)) },
        { label: say('forecast:forecast'), unit: kpi.unit, of: ({ value }) => value, as: 'strong' },
        ...(hasIntervals
          ? [end(say('report:people.low'), ({ low }) => low), end(say('report:people.high'), ({ high }) => high)]
          : []),
      ],
      opens: {
        of: 'history',
        asked,
        rows: [...points.map(({ key }) => key), ...(total === null ? [] : [null])],
        columns: [null, 'value', ...(hasIntervals ? (['low80', 'high80'] as const) : [])],
      },
      note: hasIntervals ? say('report:people.intervalNote', { share: formatPercent(0.8, format.locale, 0) }) : null,
    },
    tools,
  );
}
