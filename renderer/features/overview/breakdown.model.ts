import { buildChart } from '#shared/charts/build-chart.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import { formatNumber, formatSigned, moneyUnit, NO_VALUE, toneOf } from '#shared/format.ts';
import type { Answer, AnswerCell } from '#shared/question.ts';
import { fromScaled } from '#shared/units.ts';
import { contributions, scaled } from '#shared/tiles/contributions.ts';
import { cellsAt, refOf, totalOf } from '#shared/tiles/answer-cells.ts';
import { growthWords, memberName, sideNames, type Words } from '#shared/tiles/tile-words.ts';
import type { TwinTable } from './twin-table.tsx';

const MOST_BARS = 10;

export interface BreakdownTile {
  readonly chart: ChartModel;
  readonly table: TwinTable;
  /** Of the whole change: the title asks why revenue rose or fell. */
  readonly direction: 'rose' | 'fell' | 'unchanged' | 'none';
}

/**
 * How much each group contributed to the change of revenue, from one total to the other. The steps add up exactly: sums are made in
 * ten-thousandths, and what the groups leave of the whole change stands in the step "others". Without comparison: bars. `by` names the dimension.
 */
export function breakdown(answer: Answer, by: string, words: Words): BreakdownTile {
  const total = totalOf(answer, 'revenue');
  const cells = cellsAt(answer, 'revenue', 1);
  const [now, before] = [total?.value ?? null, total?.compare?.value ?? null];
  const table = breakdownTable(cells, total, by, words);
  if (total === null || now === null || before === null) {
    return { chart: barChart(cells, now, by, words), table, direction: 'none' };
  }
  const change = scaled(now) - scaled(before);
  const direction = change > 0 ? 'rose' : change < 0 ? 'fell' : 'unchanged';
  return { chart: waterfall(cells, total, answer, by, words), table, direction };
}

/** The chart's frame: both kinds speak of money on the page's scale. */
const frame = ({ format, scale }: Words) => ({ format, scale, unit: 'money', direction: 'higher' }) as const;

function waterfall(
  cells: readonly AnswerCell[],
  total: AnswerCell,
  answer: Answer,
  by: string,
  words: Words,
): ChartModel {
  const [beforeName, nowName] = sideNames(answer, words);
  const [before, now] = [total.compare?.value ?? 0, total.value ?? 0];
  const steps = contributions(cells, scaled(now) - scaled(before), words);
  return buildChart({
    ...frame(words),
    kind: 'waterfall',
    title: by,
    categories: [
      { key: 'before', label: beforeName, level: true },
      ...steps.map(({ cell, label }) => ({ key: cell === null ? 'others' : keyOf(cell), label, other: cell === null })),
      { key: 'now', label: nowName, level: true },
    ],
    series: [
      {
        key: 'revenue',
        name: words.t('charts:actual'),
        points: [
          before,
          ...steps.map(({ cell, change }) => ({ value: fromScaled(change), cell: cell === null ? null : refOf(cell) })),
          { value: now, cell: refOf(total) },
        ],
      },
    ],
  });
}

const keyOf = (cell: AnswerCell): string => `member ${cell.row[0] ?? ''}`;

function barChart(cells: readonly AnswerCell[], total: number | null, by: string, words: Words): ChartModel {
  const shown = cells.filter((cell) => !cell.other).slice(0, MOST_BARS);
  return buildChart({
    ...frame(words),
    kind: 'bar',
    title: by,
    categories: shown.map((cell) => ({ key: keyOf(cell), label: memberName(cell.row[0], words.t, words.dimension) })),
    series: [
      {
        key: 'revenue',
        name: words.t('charts:actual'),
        points: shown.map((cell) => ({ value: cell.value, cell: refOf(cell) })),
        total,
      },
    ],
  });
}

function breakdownTable(cells: readonly AnswerCell[], total: AnswerCell | null, by: string, words: Words): TwinTable {
  const { t, format } = words;
  const compared = total?.compare?.value != null;
  const money = (value: number | null | undefined): string =>
    value == null ? NO_VALUE : formatNumber(value, format.locale, 2);
  const rowOf = (cell: AnswerCell, label: string, isTotal: boolean): TwinTable['rows'][number] => {
    const before = cell.compare?.value ?? null;
    const change = fromScaled(scaled(cell.value ?? 0) - scaled(before ?? 0));
    const tone = toneOf(change, 'higher');
    return {
      key: isTotal ? 'total' : `member ${cell.row[0] ?? ''}${cell.other ? ' other' : ''}`,
      total: isTotal,
      cells: [
        { text: label, tone: 'neutral', cell: null },
        { text: money(cell.value), tone: 'neutral', cell: refOf(cell) },
        ...(compared
          ? [
              { text: money(before), tone: 'neutral' as const, cell: null },
              { text: formatSigned(change, format.locale, 2), tone, cell: null },
              { text: growthWords(cell, words, 1).text, tone, cell: null },
            ]
          : []),
      ],
    };
  };
  const headers = compared ? ['actual', 'comparison', 'difference', 'change'] : ['actual'];
  return {
    columns: [
      { label: by, number: false },
      ...headers.map((key) => ({
        label:
          key === 'actual'
            ? t('charts:withUnit', { name: t('charts:actual'), unit: moneyUnit('one', format) })
            : t(`charts:${key}`),
        number: true,
      })),
    ],
    rows: [
      ...cells.map((cell) =>
        rowOf(cell, cell.other ? t('charts:others') : memberName(cell.row[0], t, words.dimension), false),
      ),
      ...(total === null ? [] : [rowOf(total, t('charts:total'), true)]),
    ],
  };
}
