import { buildChart } from '#shared/charts/build-chart.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import { formatPeriodText, formatRange } from '#shared/format-period.ts';
import type { GoalStatus } from '#shared/goals.ts';
import type { GoalWords } from './goal-words.model.ts';

/**
 * A goal over the months of its period: what adds up as running totals with the target's own course, all else month by month against the
 * target. The months ahead carry the projection on from the last outcome, with the band that eight outcomes of ten lie in. Null for a period of one month.
 */
export function goalChart(
  status: GoalStatus,
  name: string,
  { t, format }: Pick<GoalWords, 't' | 'format'>,
): ChartModel | null {
  const { months, unit, direction, over } = status;
  if (months.length < 2) return null;
  const adds = over === 'adds';
  const last = months.findLastIndex(({ actual }) => actual !== null);
  let [actual, target, ahead] = [0, 0, 0];
  const points = months.map((month, i) => {
    actual = adds ? actual + (month.actual ?? 0) : (month.actual ?? 0);
    target = adds ? target + (month.target ?? 0) : (month.target ?? 0);
    ahead = adds ? ahead + (month.forecast ?? 0) : (month.forecast ?? 0);
    const isAhead = month.forecast !== null || i === last;
    return {
      key: month.from.slice(0, 7),
      cell: { kpi: 'goal', row: [month.from], column: [] },
      actual: i <= last && month.actual !== null ? actual : null,
      target: month.target === null ? null : target,
      forecast: !isAhead ? null : adds ? actual + ahead : i === last && month.forecast === null ? actual : ahead,
      low: month.low,
      high: month.high,
    };
  });
  const hasForecast = months.some(({ forecast }) => forecast !== null);
  return buildChart({
    kind: 'line',
    title: t(adds ? 'goals:detail.chart' : 'goals:detail.chartLevel', { name }),
    sub: formatRange(status.period.from, status.period.to, format.locale),
    format,
    unit,
    direction,
    time: true,
    categories: points.map(({ key }) => ({
      key,
      label: formatPeriodText(key, format.locale, true),
      name: formatPeriodText(key, format.locale),
    })),
    series: [
      {
        key: 'actual',
        name: t('goals:series.actual'),
        points: points.map(({ actual: value, cell }) => ({ value, cell })),
      },
      {
        key: 'target',
        name: t('goals:series.target'),
        role: 'target',
        points: points.map(({ target: value, cell }) => ({ value, cell })),
      },
      ...(hasForecast
        ? [
            {
              key: 'forecast',
              name: t('goals:series.forecast'),
              role: 'forecast' as const,
              points: points.map(({ forecast: value, low, high, cell }) => ({ value, low, high, cell })),
            },
          ]
        : []),
    ],
  });
}
