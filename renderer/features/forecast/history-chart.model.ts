import type { TFunction } from 'i18next';
import { buildChart } from '#shared/charts/build-chart.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import type { HistoryForecast } from '#shared/forecast.ts';
import type { FormatContext } from '#shared/format.ts';
import { lastOf, periodCategories } from './periods.model.ts';
import { withUnit } from './with-unit.model.ts';

/** A history as columns and what is to come hatched, with its interval of 80 %; the running period is forecast whole. */
export function historyChart(made: HistoryForecast, title: string, format: FormatContext, t: TFunction): ChartModel {
  const { kpi, history, points } = made;
  const before = lastOf(history, points.length);
  const keys = [...before, ...points].map(({ key }) => key);
  return withUnit(
    buildChart({
      kind: keys.length > 48 ? 'line' : 'column',
      title,
      sub: t('forecast:history.sub', { share: 80 }),
      format,
      unit: kpi.unit,
      direction: kpi.direction,
      time: true,
      categories: periodCategories(keys, null, format.locale),
      series: [
        {
          key: 'actual',
          name: t('forecast:actual'),
          points: before.map(({ key, value }) => ({ value, cell: { kpi: kpi.ref, row: [key], column: [] } })),
        },
        {
          key: 'forecast',
          name: t('forecast:forecast'),
          role: 'forecast',
          points: [
            ...before.map(() => null),
            ...points.map(({ value, intervals }) => ({
              value,
              low: intervals?.[0].low ?? null,
              high: intervals?.[0].high ?? null,
            })),
          ],
        },
      ],
    }),
    kpi.unit,
  );
}
