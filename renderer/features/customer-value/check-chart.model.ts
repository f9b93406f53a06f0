import type { TFunction } from 'i18next';
import type { ChartModel, ChartPoint, ChartSeries } from '#shared/charts/model.ts';
import type { HoldOut } from '#shared/customer-value.ts';
import { formatRange } from '#shared/format-period.ts';
import { saidPieces, type SaidPiece } from '#shared/said-pieces.ts';
import type { ToldOf } from '#shared/told.ts';
import { formatCompact, formatGrowth, formatNumber, joined, moneyScale, type FormatContext } from '#shared/format.ts';

const point = (value: number, kpi: string, repeats: number): ChartPoint => ({
  value,
  low: null,
  high: null,
  x: null,
  reason: null,
  cell: { kpi, row: [String(repeats)], column: [] },
});

/** What was expected of the customers in the weeks held out and what they bought, by how often they had come back before. */
export function checkChart(holdOut: HoldOut, t: TFunction, format: FormatContext): ChartModel {
  const { locale } = format;
  const { byRepeats } = holdOut;
  const last = byRepeats.at(-1)?.repeats;
  const series = (key: 'expected' | 'happened', role: ChartSeries['role']): ChartSeries => ({
    key,
    name: t(`clv:check.${key}`),
    role,
    of: role === 'actual' ? null : 'happened',
    unit: 'quantity',
    direction: 'neutral',
    line: false,
    points: byRepeats.map((group) => point(group[key], key, group.repeats)),
    total: null,
  });
  return {
    kind: 'column',
    title: t('clv:check.title'),
    sub: checkSentence(holdOut, t, format),
    source: null,
    format,
    scale: moneyScale(0),
    time: false,
    categories: byRepeats.map(({ repeats, customers }) => ({
      key: String(repeats),
      label: repeats === last && repeats > 0 ? t('clv:check.orMore', { n: repeats }) : String(repeats),
      name: t('clv:check.repeatsName', { count: repeats, customers: formatNumber(customers, locale) }),
      open: false,
      other: false,
      level: false,
    })),
    series: [series('happened', 'actual'), series('expected', 'target')],
    x: null,
    range: null,
    annotations: [],
  };
}

/** The sentence with what each number in it opens; `opens` by what it is. */
export function checkPieces<O>(
  holdOut: HoldOut,
  t: TFunction,
  format: FormatContext,
  opens: (figure: ToldOf<'held-out'>['figure']) => O,
): readonly SaidPiece<O>[] {
  return saidPieces((put) => checkSentence(holdOut, t, format, (text, figure) => put(text, opens(figure))));
}

/** Example: 'Modellen fick inte se nov 2025–okt 2026. Den väntade 4 531 köp för 27,2 mkr, 4 450 gjordes för 28,9 mkr.' */
function checkSentence(
  holdOut: HoldOut,
  t: TFunction,
  format: FormatContext,
  put: (text: string, figure: ToldOf<'held-out'>['figure']) => string = (text) => text,
): string {
  const { period, expected, happened, expectedValue, happenedValue } = holdOut;
  const money = (value: number): string => joined(formatCompact(value, 'money', format), format.locale);
  const values = {
    period: formatRange(period.from, period.to, format.locale),
    expected: put(formatNumber(expected, format.locale), 'expected'),
    happened: put(formatNumber(happened, format.locale), 'happened'),
  };
  return expectedValue === null
    ? t('clv:check.sub', {
        ...values,
        off: happened === 0 ? '–' : formatGrowth(expected / happened - 1, format.locale),
      })
    : t('clv:check.subValue', {
        ...values,
        expectedValue: put(money(expectedValue), 'expectedValue'),
        happenedValue: put(money(happenedValue), 'happenedValue'),
      });
}
