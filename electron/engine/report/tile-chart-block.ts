import { parseIsoDate } from '#shared/calendar.ts';
import type { Answer, ResolvedPeriod } from '#shared/question.ts';
import type { BlockOf } from '#shared/report-content.ts';
import { takesTargets } from '#shared/tiles/beside-chart.ts';
import { breaksDown, tileChart, variantsOf, type ChartTile } from '#shared/tiles/tile-chart.ts';
import { chartQuestion } from '#shared/tiles/tile-questions.ts';
import { chartSub, tileTitle } from '#shared/tiles/tile-title.ts';
import { dataFrom, planAtHand } from './at-hand.ts';
import { chartBlock } from './chart-block.ts';
import type { PageTools } from './page-tools.ts';
import { wordsOf } from './page-words.ts';
import { baseOf, targetsOf } from './revenue-standing.ts';

/** A dashboard's chart over the report's period, with its targets and remarks. Throws what questions throw. */
export function tileChartBlock(wanted: ChartTile, period: ResolvedPeriod, tools: PageTools): BlockOf<'chart'> {
  const { context, report } = tools;
  const words = wordsOf(tools);
  const { tile, answer } = firstAnswer(wanted, period, tools);
  const [kpi = ''] = tile.question.kpis;
  const aims = targetsOf([kpi], tools);
  const targets = takesTargets(tile, aims) && aims.cells.some(({ compare }) => compare?.value != null) ? aims : null;
  const title = tileTitle(tile, words, answer);
  const sub = chartSub(tile, answer, targets !== null, words);
  const filters = [...report.filters, ...tile.question.filters];
  return chartBlock(
    tileChart(tile, answer, { ...words, title, sub }, { targets, remarks: context.annotations, filters }),
  );
}

/** A change that the filters leave one member of is explained by the next dimension; where none has several, the first stands. */
function firstAnswer(
  wanted: ChartTile,
  period: ResolvedPeriod,
  tools: PageTools,
): { readonly tile: ChartTile; readonly answer: Answer } {
  const { ask, context, report } = tools;
  // The report's filters come on top of every question by themselves.
  const scope = { period: report.period, compare: baseOf(tools), filters: [] };
  const clock = { period, dataFrom: dataFrom(context.question, period), days: daysOf(period) };
  const asked = (tile: ChartTile) => ({ tile, answer: ask(chartQuestion(tile, scope, clock)) });
  const first = asked(wanted);
  if (wanted.kind !== 'waterfall' || breaksDown(first.answer)) return first;
  for (const tile of variantsOf(wanted, planAtHand(context.question, report.filters).breakdowns)) {
    const found = asked(tile);
    if (breaksDown(found.answer)) return found;
  }
  return first;
}

const daysOf = ({ from, to }: ResolvedPeriod): number => (parseIsoDate(to) ?? 0) - (parseIsoDate(from) ?? 0) + 1;
