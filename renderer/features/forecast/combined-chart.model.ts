import type { TFunction } from 'i18next';
import { buildChart } from '#shared/charts/build-chart.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import { lastOf, periodCategories } from '#shared/charts/period-categories.ts';
import { withUnit } from '#shared/charts/with-unit.ts';
import type { CombinedForecast } from '#shared/forecast.ts';
import type { FormatContext } from '#shared/format.ts';
import { WON_KPI } from './use-forecast-view.ts';

/** Won deals solid, and on what is booked the open deals and beyond them the history, both hatched. */
export function combinedChart(made: CombinedForecast, format: FormatContext, t: TFunction): ChartModel {
  const { history, points } = made;
  const before = lastOf(history, points.length);
  const none = before.map(() => null);
  const orNull = (value: number): number | null => (value === 0 ? null : value);
  const point = (key: string, value: number | null) => ({ value, cell: { kpi: WON_KPI, row: [key], column: [] } });
  return withUnit(
    buildChart({
      kind: 'stacked-column',
      title: t('forecast:both.title'),
      sub: t('forecast:both.sub', { count: made.reach }),
      format,
      unit: 'money',
      direction: 'higher',
      time: true,
      categories: periodCategories(
        [...before, ...points].map(({ key }) => key),
        points.find(({ booked }) => booked !== 0)?.key ?? null,
        format.locale,
      ),
      series: [
        {
          key: 'booked',
          name: t('forecast:booked'),
          points: [
            ...before.map(({ key, value }) => point(key, value)),
            ...points.map(({ key, booked }) => point(key, orNull(booked))),
          ],
        },
        {
          key: 'history',
          name: t('forecast:fromHistory'),
          role: 'forecast',
          of: 'booked',
          points: [...none, ...points.map(({ key, history: value }) => point(key, orNull(value)))],
        },
        { key: 'deals', name: t('forecast:fromDeals'), points: [] },
        {
          key: 'pipeline',
          name: t('forecast:fromDeals'),
          role: 'forecast',
          of: 'deals',
          points: [...none, ...points.map(({ key, pipeline }) => point(key, orNull(pipeline)))],
        },
      ],
    }),
  );
}
