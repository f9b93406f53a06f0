import type { TFunction } from 'i18next';
import type { ChartModel, ChartSeries } from '#shared/charts/model.ts';
import type { CustomerValue } from '#shared/customer-value.ts';
import type { FormatContext, MoneyScale } from '#shared/format.ts';

const MOST_BARS = 12;

/** The expected value of each group, the largest first; null without a model. */
export function valueChart(
  { model, segments }: Pick<CustomerValue, 'model' | 'segments'>,
  nameOf: (segment: string | null) => string,
  months: number,
  { t, format, scale }: { readonly t: TFunction; readonly format: FormatContext; readonly scale: MoneyScale },
): ChartModel | null {
  if (model === null) return null;
  const shown = segments.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity)).slice(0, MOST_BARS);
  return {
    kind: 'bar',
    title: t('clv:bySegment'),
    sub: t('clv:bySegmentSub', { months: t('clv:months', { count: months }) }),
    source: null,
    format,
    scale,
    time: false,
    categories: shown.map(({ segment }) => ({
      key: segment ?? '',
      label: nameOf(segment),
      name: nameOf(segment),
      open: false,
      other: false,
      level: false,
    })),
    series: (['actual', 'forecast'] as const).map((role): ChartSeries => ({
      key: role,
      name: t('clv:figure.value'),
      role,
      of: role === 'actual' ? null : 'actual',
      unit: 'money',
      direction: 'higher',
      line: false,
      // Nothing of it has happened yet.
      points: shown.map(({ value, segment }) => ({
        value: role === 'actual' ? null : value,
        low: null,
        high: null,
        x: null,
        reason: null,
        cell: value === null ? null : { kpi: 'value', row: [segment], column: [] },
      })),
      total: null,
    })),
    x: null,
    range: null,
    annotations: [],
  };
}
