import type { ChartModel } from '#shared/charts/model.ts';
import type { BlockOf } from '#shared/report-content.ts';

/**
 * A chart of a page. Members are keyed by their number, and no mark names the cell behind it: on paper nothing is opened, and a name
 * that the reader may not see stands nowhere.
 */
export function chartBlock(
  chart: ChartModel,
  height: BlockOf<'chart'>['height'] = 'middle',
  place: BlockOf<'chart'>['place'] = 'main',
): BlockOf<'chart'> {
  const keys = new Map<string, string>();
  const keyed = (key: string): string => {
    if (!key.startsWith('member ')) return key;
    const known = keys.get(key) ?? `member ${String(keys.size + 1)}`;
    keys.set(key, known);
    return known;
  };
  return {
    is: 'chart',
    place,
    height,
    chart: {
      ...chart,
      categories: chart.categories.map((category) => ({
        ...category,
        key: chart.time ? category.key : keyed(category.key),
      })),
      series: chart.series.map((series) => ({
        ...series,
        key: keyed(series.key),
        of: series.of === null ? null : keyed(series.of),
        points: series.points.map((point) => ({ ...point, cell: null })),
        total: series.total === null ? null : { ...series.total, cell: null },
      })),
      annotations: chart.annotations.map((remark) => ({
        ...remark,
        at: chart.time ? remark.at : keyed(remark.at),
        series: remark.series === null ? null : keyed(remark.series),
      })),
    },
  };
}
