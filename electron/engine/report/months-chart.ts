import { buildChart } from '#shared/charts/build-chart.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import { addMonths, civilOf, dayOf, isoDate, parseIsoDate, type Day } from '#shared/calendar.ts';
import type { HistoryForecast } from '#shared/forecast.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import { moneyUnit } from '#shared/format.ts';
import { DATE_DIMENSION } from '#shared/members.ts';
import type { AnswerCell, Comparison, ResolvedPeriod } from '#shared/question.ts';
import { cellsAt } from '#shared/tiles/answer-cells.ts';
import { isAhead } from '#shared/tiles/tile-chart.ts';
import { trendPeriod } from '#shared/tiles/trend-periods.ts';
import { historyForecast } from '../forecast/history-forecast.ts';
import { dataRange } from '../question/context.ts';
import { dataFrom } from './at-hand.ts';
import type { PageTools } from './page-tools.ts';
import { listText } from './page-words.ts';
import { withFewDigits } from './report-table.ts';
import { baseOf } from './revenue-standing.ts';

const MOST_COLUMNS = 18;
/** Over more months than these the line itself shows the years. */
const LONG = 24;

interface Month {
  /** `2026-09`. */
  readonly key: string;
  readonly from: Day;
  readonly to: Day;
}

/**
 * Revenue by month against the same month a year before and its targets; where the data end within the report's year, the months that are
 * left are forecast with an interval of 80 %. Null for a period without months.
 */
export function monthsChart(period: ResolvedPeriod, tools: PageTools): ChartModel | null {
  const running = runningYear(period, tools);
  const months = monthsIn(running ?? spanOf(trendPeriod(period, dataFrom(tools.context.question, period)), period));
  if (months.length < 2) return null;
  const ahead = running === null ? null : forecastOf(months, tools);
  const firstAhead = ahead?.points[0]?.from ?? null;
  const known = months.filter(({ from }) => firstAhead === null || isoDate(from) < firstAhead);
  const isCompared = baseOf(tools) !== 'none' && months.length <= LONG;
  const cells = byMonth(months, 0, isCompared ? 'last-year' : 'none', tools);
  const wholeBefore = isCompared && ahead !== null ? byMonth(months, 12, 'none', tools) : null;
  const target = byMonth(months, 0, 'target', tools);
  const quotas = running === null ? new Map<string, number>() : quotasByMonth(tools);
  const points = months.map((month) => ({
    actual: known.includes(month) ? valueOf(cells.get(month.key)) : null,
    // A month that goes on stands against as many days of the year before, one that is forecast against all of them.
    previous: known.includes(month)
      ? (cells.get(month.key)?.compare?.value ?? null)
      : valueOf(wholeBefore?.get(keyBefore(month))),
    // Beside a whole month that is forecast the target of its days so far would say nothing.
    target: (known.includes(month) ? target.get(month.key)?.compare?.value : null) ?? targetAhead(month, quotas, tools),
    open: known.includes(month) && cells.get(month.key)?.marks.includes('open-period') === true,
    forecast: ahead?.points.find(({ key }) => key === month.key) ?? null,
  }));
  return chartOf(months, points, tools);
}

interface Point {
  readonly actual: number | null;
  readonly previous: number | null;
  readonly target: number | null;
  readonly forecast: HistoryForecast['points'][number] | null;
  readonly open: boolean;
}

function chartOf(months: readonly Month[], points: readonly Point[], tools: PageTools): ChartModel {
  const { say, format } = tools.words;
  const { locale } = format;
  const has = (part: Exclude<keyof Point, 'open'>): boolean => points.some((point) => point[part] !== null);
  const years = new Set(months.map(({ key }) => key.slice(0, 4)));
  const years12 = new Set(months.map((month) => keyBefore(month).slice(0, 4)));
  const [yearBefore = ''] = years12;
  const ahead = months.filter((_, i) => points[i]?.forecast !== null);
  const shown = [
    say('report:numbers.shown.actual'),
    ...(has('target') ? [say('report:numbers.shown.target')] : []),
    ...(has('previous') ? [say('report:numbers.shown.last-year')] : []),
  ];
  const title = say(ahead.length === 0 ? 'report:numbers.months.title' : 'report:numbers.months.titleAhead', {
    unit: moneyUnit(tools.scale.step, format),
    shown: capital(listText(shown, say)),
    from: formatPeriodText(ahead[0]?.key ?? '', locale, true),
    to: formatPeriodText(ahead.at(-1)?.key ?? '', locale, true),
  });
  return buildChart({
    kind: months.length > MOST_COLUMNS ? 'line' : 'column',
    title,
    format,
    scale: withFewDigits(
      tools.scale,
      points.reduce((most, { actual, forecast }) => Math.max(most, actual ?? 0, forecast?.value ?? 0), 0),
    ),
    unit: 'money',
    direction: 'higher',
    time: true,
    categories: months.map(({ key }, i) => ({
      key,
      label: labelOf(key, years.size > 1, tools),
      name: formatPeriodText(key, locale),
      open: points[i]?.open === true,
    })),
    series: [
      { key: 'actual', name: say('charts:role.actual'), points: points.map(({ actual }) => actual) },
      ...(has('previous')
        ? [
            {
              key: 'previous',
              name: years12.size === 1 ? yearBefore : say('charts:previousYear'),
              role: 'previous' as const,
              points: points.map(({ previous }) => previous),
            },
          ]
        : []),
      ...(has('target')
        ? [
            {
              key: 'target',
              name: say('charts:role.target'),
              role: 'target' as const,
              points: points.map(({ target }) => target),
            },
          ]
        : []),
      ...(has('forecast')
        ? [
            {
              key: 'forecast',
              name: say('charts:role.forecast'),
              role: 'forecast' as const,
              points: points.map(({ forecast }) =>
                forecast === null
                  ? null
                  : {
                      value: forecast.value,
                      low: forecast.intervals?.[0].low ?? null,
                      high: forecast.intervals?.[0].high ?? null,
                    },
              ),
            },
          ]
        : []),
    ],
  });
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Over several years each January has its year. */
function labelOf(key: string, withYear: boolean, { words }: PageTools): string {
  const short = formatPeriodText(key, words.format.locale, true);
  return withYear && key.endsWith('-01') ? `${short} ${key.slice(2, 4)}` : short;
}

/** The calendar year that the report's period lies in, where the data end with the period and before the year does. */
function runningYear({ from, to, through }: ResolvedPeriod, { context }: PageTools): Span | null {
  const data = dataRange(context.question.queries);
  const year = from.slice(0, 4);
  if (data === null || to.slice(0, 4) !== year || isoDate(data.to) > to) return null;
  const whole = { from: dayOf(Number(year), 1, 1), to: dayOf(Number(year), 12, 31) };
  return isoDate(whole.to) <= through ? null : whole;
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Days of a range's text; those of the period for any other. */
function spanOf(text: string, { from, through }: ResolvedPeriod): Span {
  const [first = '', last = ''] = text.split('..');
  const days = (a: string, b: string): Span => ({ from: parseIsoDate(a) ?? 0, to: parseIsoDate(b) ?? 0 });
  return text.includes('..') ? days(first, last < through ? last : through) : days(from, through);
}

/** Whole months that a span touches. */
function monthsIn({ from, to }: Span): readonly Month[] {
  const months: Month[] = [];
  const { year, month } = civilOf(from);
  for (let first = dayOf(year, month, 1); first <= to; first = addMonths(first, 1))
    months.push({ key: isoDate(first).slice(0, 7), from: first, to: addMonths(first, 1) - 1 });
  return months;
}

const keyBefore = ({ from }: Month): string => isoDate(addMonths(from, -12)).slice(0, 7);

/** Revenue's cells by month, `back` months before those that are shown. */
function byMonth(
  months: readonly Month[],
  back: number,
  compare: Comparison,
  { ask }: PageTools,
): ReadonlyMap<string, AnswerCell> {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const answer = ask({
    kpis: ['revenue'],
    rows: [{ dimension: DATE_DIMENSION, grain: 'month' }],
    period: `${isoDate(addMonths(first.from, -back))}..${isoDate(addMonths(last.from, 1 - back) - 1)}`,
    compare,
  });
  return new Map(cellsAt(answer, 'revenue', 1).map((cell) => [cell.row[0] ?? '', cell]));
}

/** Months after the data's end hold no rows yet: they have no value and are not drawn as zero. */
const valueOf = (cell: AnswerCell | undefined): number | null =>
  cell === undefined || isAhead(cell) ? null : cell.value;

/** What goals, else the targets that were imported, say of a month that the data do not reach. */
function targetAhead(
  { key, from, to }: Month,
  quotas: ReadonlyMap<string, number>,
  { context, report }: PageTools,
): number | null {
  const goal = context.question.goalTarget?.({ kpi: 'revenue', filters: report.filters }, { from, to }) ?? null;
  return goal ?? quotas.get(key) ?? null;
}

/** Imported targets of revenue by month, those ahead too: over all of time they reach as far as they are set. */
function quotasByMonth({ look }: PageTools): ReadonlyMap<string, number> {
  const answer = look({
    kpis: ['quota'],
    rows: [{ dimension: DATE_DIMENSION, grain: 'month' }],
    period: 'all',
    compare: 'none',
  });
  const found = cellsAt(answer, 'quota', 1).filter(({ value }) => value !== null && value !== 0);
  return new Map(found.map(({ row: [key], value }) => [key ?? '', value ?? 0]));
}

/** Revenue carried on over the months that are shown and not closed; null where there is too little to go by. */
function forecastOf(months: readonly Month[], { context, report }: PageTools): HistoryForecast | null {
  const made = historyForecast(
    { kpi: 'revenue', filters: report.filters, variants: {}, grain: 'month', horizon: months.length },
    context.question,
  );
  const keys = new Set(months.map(({ key }) => key));
  const points = made.points.filter(({ key }) => keys.has(key));
  return points.length === 0 ? null : { ...made, points };
}
