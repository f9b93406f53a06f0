import type { TFunction } from 'i18next';
import { buildChart } from '#shared/charts/build-chart.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import type { Movement } from '#shared/forecast.ts';
import type { FormatContext } from '#shared/format.ts';

/** From the start through every move that happened to the end. */
export function movementChart(
  { start, end, moves }: Movement,
  sub: string,
  format: FormatContext,
  t: TFunction,
): ChartModel {
  const point = (step: string, value: number) => ({ value, cell: { kpi: 'movement', row: [step], column: [] } });
  const steps = moves.filter(({ deals }) => deals > 0);
  return buildChart({
    kind: 'waterfall',
    title: t('forecast:movement.title'),
    sub,
    format,
    unit: 'money',
    direction: 'higher',
    categories: [
      { key: 'start', label: t('forecast:movement.start'), level: true },
      ...steps.map(({ move }) => ({ key: move, label: t(`forecast:movement.moves.${move}`) })),
      { key: 'end', label: t('forecast:movement.end'), level: true },
    ],
    series: [
      {
        key: 'value',
        name: t('forecast:value'),
        points: [
          point('start', start.value),
          ...steps.map(({ move, value }) => point(move, value)),
          point('end', end.value),
        ],
      },
    ],
  });
}
