import type { BarChart, TwinTable, WaterfallChart, WaterfallStep } from '#shared/chart-model.ts';
import {
  formatNumber,
  formatSigned,
  moneyUnit,
  formatPercent,
  formatScaled,
  formatScaledSigned,
  NO_VALUE,
  toneOf,
} from '#shared/format.ts';
import type { Answer, AnswerCell } from '#shared/question.ts';
import { DECIMAL_SCALE, fromScaled } from '#shared/units.ts';
import { cellsAt, refOf, totalOf } from './answer.model.ts';
import { growthWords, memberName, scaleWord, sideNames, type Words } from './words.model.ts';

const MOST_STEPS = 7;
const MOST_BARS = 10;

export interface BreakdownTile {
  readonly chart: WaterfallChart | BarChart;
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
    return { chart: barChart(cells, now, words), table, direction: 'none' };
  }
  const steps = waterfallSteps(cells, total, answer, words);
  const change = scaled(now) - scaled(before);
  const direction = change > 0 ? 'rose' : change < 0 ? 'fell' : 'unchanged';
  const said = steps.map((step) => step.description).join('. ');
  const from = axisFrom(steps);
  const legend: WaterfallChart['legend'] = from > 0 ? [{ mark: 'sign', text: words.t('charts:brokenAxis') }] : [];
  return {
    chart: { kind: 'waterfall', points: steps, axisFrom: from, legend, description: said },
    table,
    direction,
  };
}

const scaled = (value: number): number => Math.round(value * DECIMAL_SCALE);

interface Contribution {
  readonly cell: AnswerCell | null;
  readonly label: string;
  /** Ten-thousandths. */
  readonly change: number;
}

/** Largest gain first, largest loss last; beyond seven groups the smallest in size are united. */
export function contributions(
  cells: readonly AnswerCell[],
  whole: number,
  words: Pick<Words, 't' | 'dimension'>,
): readonly Contribution[] {
  const { t } = words;
  const all = cells
    .filter((cell) => !cell.other)
    .map((cell): Contribution => ({
      cell,
      label: memberName(cell.row[0], t, words.dimension),
      change: scaled(cell.value ?? 0) - scaled(cell.compare?.value ?? 0),
    }))
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const kept = all.length > MOST_STEPS ? all.slice(0, MOST_STEPS - 1) : all;
  const rest = whole - kept.reduce((sum, { change }) => sum + change, 0);
  const sorted = kept.toSorted((a, b) => b.change - a.change);
  return rest === 0 && kept.length === all.length
    ? sorted
    : [...sorted, { cell: null, label: t('charts:others'), change: rest }];
}

function waterfallSteps(
  cells: readonly AnswerCell[],
  total: AnswerCell,
  answer: Answer,
  words: Words,
): readonly WaterfallStep[] {
  const { format, scale } = words;
  const { locale } = format;
  const [beforeName, nowName] = sideNames(answer, words);
  const [before, now] = [scaled(total.compare?.value ?? 0), scaled(total.value ?? 0)];
  const totalStep = (key: string, label: string, amount: number, mark: WaterfallStep['mark']): WaterfallStep => {
    const valueLabel = formatScaled(fromScaled(amount), scale, locale);
    return {
      key,
      label,
      value: fromScaled(amount),
      valueLabel,
      note: null,
      description: `${label}: ${valueLabel} ${scaleWord(words)}`,
      cell: key === 'now' ? refOf(total) : null,
      start: 0,
      end: fromScaled(amount),
      mark,
    };
  };
  let level = before;
  const steps = contributions(cells, now - before, words).map(({ cell, label, change }): WaterfallStep => {
    const start = fromScaled(level);
    level += change;
    const tone = toneOf(change, 'higher');
    const valueLabel = formatScaledSigned(fromScaled(change), scale, locale);
    return {
      key: cell === null ? 'others' : `member ${cell.row[0] ?? ''}`,
      label,
      value: fromScaled(change),
      valueLabel,
      note: null,
      description: `${label}: ${valueLabel} ${scaleWord(words)}`,
      cell: cell === null ? null : refOf(cell),
      start,
      end: fromScaled(level),
      mark: tone,
    };
  });
  return [
    totalStep('before', beforeName, before, 'previous-total'),
    ...steps,
    totalStep('now', nowName, now, 'actual-total'),
  ];
}

/** Where the axis starts: zero, or above it when the steps would otherwise be too small to see beside the totals. */
export function axisFrom(steps: readonly Pick<WaterfallStep, 'start' | 'end' | 'mark'>[]): number {
  const levels = steps.flatMap((step) => (step.mark.endsWith('total') ? [step.end] : [step.start, step.end]));
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  if (low <= 0 || high - low > 0.45 * high || high === low) return 0;
  return Math.max(0, low - 0.5 * (high - low));
}

function barChart(cells: readonly AnswerCell[], total: number | null, words: Words): BarChart {
  const { t, format, scale } = words;
  const points = cells
    .filter((cell) => !cell.other)
    .slice(0, MOST_BARS)
    .map((cell) => {
      const label = memberName(cell.row[0], t, words.dimension);
      const valueLabel = cell.value === null ? NO_VALUE : formatScaled(cell.value, scale, format.locale);
      const share = cell.value === null || total === null || total <= 0 ? null : cell.value / total;
      const shareText =
        share === null ? null : t('charts:shareOfTotal', { share: formatPercent(share, format.locale) });
      const description = [`${label}: ${valueLabel} ${scaleWord(words)}`, shareText]
        .filter((part) => part !== null)
        .join(', ');
      return {
        key: `member ${cell.row[0] ?? ''}`,
        label,
        value: cell.value,
        valueLabel,
        note: null,
        description,
        cell: refOf(cell),
      };
    });
  return { kind: 'bar', points, legend: [], description: points.map((point) => point.description).join('. ') };
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
