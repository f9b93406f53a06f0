import type { TFunction } from 'i18next';
import { buildChart } from '#shared/charts/build-chart.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import type { PipelineForecast } from '#shared/forecast.ts';
import type { FormatContext } from '#shared/format.ts';
import { periodCategories } from './periods.model.ts';
import { withUnit } from './with-unit.model.ts';

/** What the open deals weigh by month of expected close, hatched. */
export function pipelineChart({ periods }: PipelineForecast, format: FormatContext, t: TFunction): ChartModel {
  return withUnit(
    buildChart({
      kind: 'column',
      title: t('forecast:pipeline.title'),
      sub: t('forecast:pipeline.sub'),
      format,
      unit: 'money',
      direction: 'higher',
      time: true,
      categories: periodCategories(
        periods.map(({ key }) => key),
        null,
        format.locale,
      ),
      series: [
        { key: 'actual', name: t('forecast:booked'), points: [] },
        {
          key: 'weighted',
          name: t('forecast:weighted'),
          role: 'forecast',
          points: periods.map(({ weighted }) => weighted),
        },
      ],
    }),
  );
}
