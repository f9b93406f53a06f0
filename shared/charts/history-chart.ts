import type { HistoryForecast } from '../forecast.ts';
import type { FormatContext } from '../format.ts';
import { buildChart } from './build-chart.ts';
import type { ChartModel } from './model.ts';
import { lastOf, periodCategories } from './period-categories.ts';
import type { Say } from './point-facts.ts';
import { withUnit } from './with-unit.ts';

/** A history as columns and what is to come hatched, with its interval of 80 %; the running period is forecast whole. `say` finds the words of the namespace `forecast`. */
export function historyChart(made: HistoryForecast, title: string, format: FormatContext, say: Say): ChartModel {
  const { kpi, history, points } = made;
  const before = lastOf(history, points.length);
  const keys = [...before, ...points].map(({ key }) => key);
  return withUnit(
    buildChart({
      kind: keys.length > 48 ? 'line' : 'column',
      title,
      sub: say('history.sub', { share: 80 }),
      format,
      unit: kpi.unit,
      direction: kpi.direction,
      time: true,
      categories: periodCategories(keys, null, format.locale),
      series: [
        {
          key: 'actual',
          name: say('actual'),
          points: before.map(({ key, value }) => ({ value, cell: { kpi: kpi.ref, row: [key], column: [] } })),
        },
        {
          key: 'forecast',
          name: say('forecast'),
          role: 'forecast',
          points: [
            ...before.map(() => null),
            ...points.map(({ key, value, intervals }) => ({
              value,
              cell: { kpi: kpi.ref, row: [key], column: [] },
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
