import { buildChart, type SeriesInput } from '#shared/charts/build-chart.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import { formatGrowth, formatNumber, moneyUnit, NO_VALUE, toneOf } from '#shared/format.ts';
import type { Answer, AnswerCell } from '#shared/question.ts';
import { cellsAt, refOf, totalOf } from '#shared/tiles/answer-cells.ts';
import { keyOf } from '#shared/tiles/member-key.ts';
import { targetSeries } from '#shared/tiles/target-series.ts';
import { scaleWord, type Words } from '#shared/tiles/tile-words.ts';
import type { TwinTable } from './twin-table.tsx';

const MOST_COLUMNS = 18;

export interface TrendTile {
  readonly chart: ChartModel;
  readonly table: TwinTable;
  readonly compared: boolean;
}

/** Revenue by month against the same month a year before, and its targets: columns up to a year and a half, a line beyond. */
export function revenueTrend(answer: Answer, targets: Answer | null, words: Words): TrendTile {
  const { t, format, scale } = words;
  const cells = withData(cellsAt(answer, 'revenue', 1));
  const compared = cells.some((cell) => cell.compare?.value != null);
  const total = totalOf(answer, 'revenue');
  const keys = cells.map(({ row, other }) => ({ key: keyOf(row[0], other) }));
  const [target] = targetSeries(answer, targets, keys, words);
  const chart = buildChart({
    kind: cells.length > MOST_COLUMNS ? 'line' : 'column',
    title: t('overview:trend.title', { unit: scaleWord(words) }),
    format,
    scale,
    unit: 'money',
    direction: 'higher',
    time: true,
    categories: cells.map((cell) => categoryOf(cell, cells, words)),
    series: [
      {
        key: 'actual',
        name: t('charts:actual'),
        points: cells.map((cell) => ({ value: cell.value, cell: refOf(cell) })),
        ...(total === null ? {} : { total: { value: total.value, cell: refOf(total) } }),
      },
      ...(compared
        ? [
            {
              key: 'previous',
              name: t('charts:previousYear'),
              role: 'previous' as const,
              points: cells.map((cell) => cell.compare?.value ?? null),
              total: total?.compare?.value ?? null,
            },
          ]
        : []),
      ...(target === undefined ? [] : [{ ...target, of: 'actual' }]),
    ],
  });
  return { chart, compared, table: trendTable(cells, total, { compared, target }, words) };
}

/** Months after the data's end hold no rows yet: they are left out, not drawn as zero. */
function withData(cells: readonly AnswerCell[]): readonly AnswerCell[] {
  const ahead = ({ marks, rows }: AnswerCell): boolean =>
    rows.used === 0 && (marks.includes('open-period') || marks.includes('data-ends-early'));
  return cells.slice(0, cells.findLastIndex((cell) => !ahead(cell)) + 1);
}

/** Over several years each January has its year. */
function categoryOf(cell: AnswerCell, cells: readonly AnswerCell[], { format: { locale } }: Words) {
  const month = cell.row[0] ?? '';
  const short = formatPeriodText(month, locale, true);
  const years = new Set(cells.map(({ row }) => (row[0] ?? '').slice(0, 4)));
  return {
    key: month,
    label: years.size > 1 && month.endsWith('-01') ? `${short} ${month.slice(2, 4)}` : short,
    name: formatPeriodText(month, locale),
    open: cell.marks.includes('open-period'),
  };
}

function trendTable(
  cells: readonly AnswerCell[],
  total: AnswerCell | null,
  { compared, target }: { readonly compared: boolean; readonly target: SeriesInput | undefined },
  { t, format }: Words,
): TwinTable {
  const unit = moneyUnit('one', format);
  const money = (value: number | null | undefined): string =>
    value == null ? NO_VALUE : formatNumber(value, format.locale, 2);
  const due = (point: SeriesInput['points'][number] | undefined): string =>
    money(typeof point === 'object' ? point?.value : point);
  const rowOf = (cell: AnswerCell, label: string, isTotal: boolean, aim: string): TwinTable['rows'][number] => {
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
        ...(target === undefined ? [] : [{ text: aim, tone: 'neutral' as const, cell: null }]),
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
      ...(target === undefined ? [] : [{ label: t('charts:role.target'), number: true }]),
    ],
    rows: [
      ...cells.map((cell, i) =>
        rowOf(cell, formatPeriodText(cell.row[0] ?? '', format.locale), false, due(target?.points[i])),
      ),
      ...(total === null ? [] : [rowOf(total, t('charts:total'), true, due(target?.total))]),
    ],
  };
}
