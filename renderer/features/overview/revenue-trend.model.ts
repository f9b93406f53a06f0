import type { TimeChart, TimePoint, TwinTable } from '#shared/chart-model.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import { formatFull, formatGrowth, formatNumber, formatScaled, moneyUnit, NO_VALUE, toneOf } from '#shared/format.ts';
import type { Answer, AnswerCell } from '#shared/question.ts';
import { cellsAt, refOf, totalOf } from './answer.model.ts';
import { scaleWord, type Words } from './words.model.ts';

const MOST_COLUMNS = 18;

export interface TrendTile {
  readonly chart: TimeChart;
  readonly table: TwinTable;
  readonly compared: boolean;
}

/** Revenue by month against the same month a year before: columns up to a year and a half, a line beyond. */
export function revenueTrend(answer: Answer, words: Words): TrendTile {
  const { t, format } = words;
  const cells = withData(cellsAt(answer, 'revenue', 1));
  const compared = cells.some((cell) => cell.compare?.value != null);
  const years = new Set(cells.map((cell) => (cell.row[0] ?? '').slice(0, 4)));
  const points = cells.map((cell): TimePoint => pointOf(cell, years.size > 1, words));
  const anyOpen = points.some((point) => point.open);
  const legend: TimeChart['legend'] = [
    { mark: 'actual', text: t('charts:actual') },
    ...(compared ? [{ mark: 'previous' as const, text: t('charts:previousYear') }] : []),
    ...(anyOpen ? [{ mark: 'open' as const, text: t('charts:openMonth') }] : []),
    ...(compared && points.length <= MOST_COLUMNS
      ? [{ mark: 'sign' as const, text: t('charts:percentAgainstLastYear') }]
      : []),
  ];
  const total = totalOf(answer, 'revenue')?.value ?? null;
  const chart: TimeChart = {
    kind: points.length > MOST_COLUMNS ? 'line' : 'column',
    points,
    legend,
    description: t('overview:trend.description', {
      count: points.length,
      total: total === null ? NO_VALUE : formatFull(total, 'money', format),
      high: extreme(points, (a, b) => a > b),
      low: extreme(points, (a, b) => a < b),
    }),
  };
  return { chart, compared, table: trendTable(cells, totalOf(answer, 'revenue'), compared, words) };
}

/** Months after the data's end hold no rows yet: they are left out, not drawn as zero. */
function withData(cells: readonly AnswerCell[]): readonly AnswerCell[] {
  const ahead = ({ marks, rows }: AnswerCell): boolean =>
    rows.used === 0 && (marks.includes('open-period') || marks.includes('data-ends-early'));
  return cells.slice(0, cells.findLastIndex((cell) => !ahead(cell)) + 1);
}

function pointOf(cell: AnswerCell, withYear: boolean, words: Words): TimePoint {
  const { t, format, scale } = words;
  const { locale } = format;
  const month = cell.row[0] ?? '';
  const ratio = cell.compare?.ratio ?? null;
  const name = formatPeriodText(month, locale);
  const value = cell.value === null ? NO_VALUE : `${formatScaled(cell.value, scale, locale)} ${scaleWord(words)}`;
  const change = ratio === null ? null : formatGrowth(ratio, locale);
  const open = cell.marks.includes('open-period');
  const short = formatPeriodText(month, locale, true);
  return {
    key: month,
    label: withYear && month.endsWith('-01') ? `${short} ${month.slice(2, 4)}` : short,
    value: cell.value,
    valueLabel: cell.value === null ? '' : formatScaled(cell.value, scale, locale),
    previous: cell.compare?.value ?? null,
    note: change === null || ratio === null ? null : { text: change, tone: toneOf(Number(ratio.toFixed(2)), 'higher') },
    open,
    description: [
      `${name}: ${value}`,
      change === null ? null : t('overview:trend.against', { change, year: String(Number(month.slice(0, 4)) - 1) }),
      open ? t('charts:openMonth') : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
    cell: refOf(cell),
  };
}

function extreme(points: readonly TimePoint[], better: (a: number, b: number) => boolean): string {
  const found = points.reduce<TimePoint | null>(
    (best, point) =>
      point.value !== null && (best === null || best.value === null || better(point.value, best.value)) ? point : best,
    null,
  );
  return found === null ? NO_VALUE : found.description;
}

function trendTable(
  cells: readonly AnswerCell[],
  total: AnswerCell | null,
  compared: boolean,
  { t, format }: Words,
): TwinTable {
  const unit = moneyUnit('one', format);
  const money = (value: number | null | undefined): string =>
    value == null ? NO_VALUE : formatNumber(value, format.locale, 2);
  const rowOf = (cell: AnswerCell, label: string, isTotal: boolean): TwinTable['rows'][number] => {
    const ratio = cell.compare?.ratio ?? null;
    return {
      key: isTotal ? 'total' : (cell.row[0] ?? ''),
      total: isTotal,
      cells: [
        { text: label, tone: 'neutral', cell: null },
        { text: money(cell.value), tone: 'neutral', cell: refOf(cell) },
        ...(compared
          ? [
              { text: money(cell.compare?.value), tone: 'neutral' as const, cell: null },
              {
                text: ratio === null ? NO_VALUE : formatGrowth(ratio, format.locale, 1),
                tone: ratio === null ? ('neutral' as const) : toneOf(ratio, 'higher'),
                cell: null,
              },
            ]
          : []),
      ],
    };
  };
  return {
    columns: [
      { label: t('charts:month'), number: false },
      { label: t('charts:withUnit', { name: t('charts:actual'), unit }), number: true },
      ...(compared
        ? [
            { label: t('charts:previousYear'), number: true },
            { label: t('charts:change'), number: true },
          ]
        : []),
    ],
    rows: [
      ...cells.map((cell) => rowOf(cell, formatPeriodText(cell.row[0] ?? '', format.locale), false)),
      ...(total === null ? [] : [rowOf(total, t('charts:total'), true)]),
    ],
  };
}
