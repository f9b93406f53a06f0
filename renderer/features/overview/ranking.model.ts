import {
  formatNumber,
  formatPercent,
  formatPoints,
  formatScaled,
  NO_VALUE,
  toneOf,
  type Tone,
} from '#shared/format.ts';
import type { Answer, AnswerCell, CellRef } from '#shared/question.ts';
import { cellsAt, refOf, sameRow, totalOf } from '#shared/tiles/answer-cells.ts';
import { coverageText, growthWords, memberName, periodName, type Words } from '#shared/tiles/tile-words.ts';

export interface RankedRow {
  readonly key: string;
  readonly label: string;
  readonly kind: 'member' | 'others' | 'total';
  readonly revenue: string;
  readonly revenueCell: CellRef | null;
  /** Of the total; also the length of the bar, as a share of the largest row. */
  readonly share: string;
  readonly length: number;
  readonly change: string;
  /** Why the change has no percentage. */
  readonly changeReason: string | null;
  readonly tone: Tone;
  /** Gross margin with its change in points, where asked for. */
  readonly margin: string | null;
  readonly marginCell: CellRef | null;
  readonly marginChange: string | null;
  readonly marginTone: Tone;
  readonly orders: string | null;
  readonly ordersCell: CellRef | null;
}

/** Groups by revenue, largest first, with share and change; "others" and the total last. Ratios of "others" are its own, not means. */
export function ranking(answer: Answer, words: Words): readonly RankedRow[] {
  const cells = cellsAt(answer, 'revenue', 1);
  const total = totalOf(answer, 'revenue');
  const largest = Math.max(0, ...cells.filter((cell) => !cell.other).map((cell) => cell.value ?? 0));
  const rows = [
    ...cells.filter((cell) => !cell.other),
    ...cells.filter((cell) => cell.other),
    ...(total === null ? [] : [total]),
  ];
  return rows.map((cell) => rowOf(cell, answer, { total: total?.value ?? null, largest }, words));
}

function rowOf(
  cell: AnswerCell,
  answer: Answer,
  { total, largest }: { readonly total: number | null; readonly largest: number },
  words: Words,
): RankedRow {
  const { t, format, scale } = words;
  const { locale } = format;
  const kind = cell.row.length === 0 ? 'total' : cell.other ? 'others' : 'member';
  const member = cell.row[0] ?? null;
  const ratio = cell.compare?.ratio ?? null;
  const change = growthWords(cell, words);
  const share = cell.value === null || total === null || total <= 0 ? null : cell.value / total;
  const margin = sameRow(answer, 'gross-margin', cell);
  const points = margin?.compare?.difference ?? null;
  const orders = sameRow(answer, 'orders', cell);
  return {
    key: kind === 'member' ? `member ${member ?? ''}` : kind,
    label:
      kind === 'total'
        ? t('charts:total')
        : kind === 'others'
          ? t('charts:others')
          : memberName(member, t, words.dimension),
    kind,
    revenue: cell.value === null ? NO_VALUE : formatScaled(cell.value, scale, locale),
    revenueCell: refOf(cell),
    share: share === null ? NO_VALUE : formatPercent(share, locale),
    length: kind === 'member' && largest > 0 ? Math.max(0, (cell.value ?? 0) / largest) : 0,
    change: change.text,
    changeReason: change.reason,
    tone: ratio === null ? 'neutral' : toneOf(Number(ratio.toFixed(2)), 'higher'),
    margin: margin === null ? null : margin.value === null ? NO_VALUE : formatPercent(margin.value, locale),
    marginCell: margin === null ? null : refOf(margin),
    marginChange: points === null ? null : signedPoints(points, locale),
    marginTone: points === null ? 'neutral' : toneOf(Number(points.toFixed(3)), 'higher'),
    orders: orders === null ? null : orders.value === null ? NO_VALUE : formatNumber(orders.value, locale),
    ordersCell: orders === null ? null : refOf(orders),
  };
}

function signedPoints(points: number, locale: Words['format']['locale']): string {
  const text = formatPoints(points, locale);
  return points > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The sentence under the title: how much the largest hold together. Example: "De tio största står för 41,2 % av intäkterna." */
export function concentration(rows: readonly RankedRow[], answer: Answer, { t, format }: Words): string | null {
  const members = cellsAt(answer, 'revenue', 1).filter((cell) => !cell.other);
  const total = totalOf(answer, 'revenue')?.value ?? 0;
  if (total <= 0 || !rows.some((row) => row.kind === 'others')) return null;
  const held = members.reduce((sum, cell) => sum + (cell.value ?? 0), 0) / total;
  return t('overview:ranking.concentration', { count: members.length, share: formatPercent(held, format.locale) });
}

/** Under an assortment's title: the period, what stands beside the margin, and the part of revenue whose cost is known. */
export function assortmentSub(answer: Answer, words: Words): string {
  const margin = totalOf(answer, 'gross-margin');
  const share = margin === null ? null : coverageText(totalOf(answer, 'cost-coverage')?.value, words.format);
  const compared = margin !== null && answer.comparePeriod !== null;
  const sub = words.t(compared ? 'overview:assortment.sub' : 'overview:trend.sub', {
    period: periodName(answer.period, words),
  });
  return share === null ? sub : `${sub} ${words.t('overview:assortment.costKnown', { share })}`;
}
