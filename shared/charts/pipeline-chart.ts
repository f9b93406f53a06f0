import type { PipelineForecast } from '../forecast.ts';
import type { FormatContext } from '../format.ts';
import { buildChart } from './build-chart.ts';
import type { ChartModel } from './model.ts';
import { periodCategories } from './period-categories.ts';
import type { Say } from './point-facts.ts';
import { withUnit } from './with-unit.ts';

/** What the open deals weigh by month of expected close, hatched. `say` finds the words of the namespace `forecast`. */
export function pipelineChart({ periods }: PipelineForecast, format: FormatContext, say: Say): ChartModel {
  return withUnit(
    buildChart({
      kind: 'column',
      title: say('pipeline.title'),
      sub: say('pipeline.sub'),
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
        { key: 'actual', name: say('booked'), points: [] },
        {
          key: 'weighted',
          name: say('weighted'),
          role: 'forecast',
          points: periods.map(({ key, weighted }) => ({
            value: weighted,
            cell: { kpi: 'weighted', row: [key], column: [] },
          })),
        },
      ],
    }),
  );
}
