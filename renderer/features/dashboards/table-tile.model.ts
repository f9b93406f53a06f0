import type { Tile } from '#shared/dashboards.ts';
import {
  formatCompact,
  formatGrowth,
  formatPercent,
  formatPoints,
  formatScaled,
  joined,
  moneyScale,
  NO_VALUE,
  toneOf,
  type Tone,
} from '#shared/format.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import { DATE_DIMENSION } from '#shared/members.ts';
import type { Answer, AnswerCell, CellRef } from '#shared/question.ts';
import { refOf, totalOf } from '#shared/tiles/answer-cells.ts';
import { growthWords, memberName, scaleWord, type Words } from '#shared/tiles/tile-words.ts';
import { keyOf } from '#shared/tiles/member-key.ts';

export type TableTile = Extract<Tile, { show: 'table' }>;

export interface TableCell {
  readonly text: string;
  readonly tone: Tone;
  readonly cell: CellRef | null;
  /** Why it has no value. */
  readonly reason: string | null;
  /** Length of the bar beside it, 0 to 1; null for none. */
  readonly bar: number | null;
  /** Where its target stands beside the bar, 0 to 1; null for none. */
  readonly aim: number | null;
}

export interface TileTable {
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly total: boolean;
    readonly other: boolean;
    readonly cells: readonly TableCell[];
  }[];
}

/** Whether a table tile's view is one that a tile can show: one dimension downwards, and values, shares or changes beside each other. */
export function isTileView({ question, values }: Pick<TableTile['view'], 'question' | 'values'>): boolean {
  const { rows, columns } = question;
  return (
    rows.length === 1 &&
    columns.length === 0 &&
    values.every(
      ({ show }) =>
        show.as === 'value' ||
        (show.as === 'share' && show.of === 'total') ||
        (show.as === 'difference-ratio' && (show.from.what === 'last-year' || show.from.what === 'previous')),
    )
  );
}

/**
 * The rows of a table tile in finished words. A change stands against whatever the page compares with, and is left out where it compares
 * with nothing. The first value carries a bar as long as its part of the largest; revenue beside its targets has their marks too.
 */
export function tileTable(
  { question, values }: Pick<TableTile['view'], 'question' | 'values'>,
  answer: Answer,
  words: Words & { readonly nameOf: (kpi: string) => string },
): TileTable {
  const dimension = question.rows[0]?.dimension ?? '';
  const shown = values.filter(({ show }) => show.as !== 'difference-ratio' || answer.comparePeriod !== null);
  const first = shown[0]?.kpi;
  const members = answer.cells.filter(({ kpi, row }) => kpi === first && row.length === 1);
  const byKey = new Map(answer.cells.map((cell) => [`${cell.kpi} ${rowKey(cell)}`, cell]));
  const aimOf = (key: string): number => (first === 'revenue' ? (byKey.get(`quota ${key}`)?.value ?? 0) : 0);
  const ends = members.flatMap((cell) => (cell.other ? [] : [cell.value ?? 0, aimOf(rowKey(cell))]));
  const largest = Math.max(0, ...ends);
  const cellsOf = (key: string, isMember: boolean): readonly TableCell[] =>
    shown.map(({ kpi, show }, index): TableCell => {
      const cell = byKey.get(`${kpi} ${key}`);
      const said = cell === undefined ? EMPTY : cellWords(cell, show.as, answer, scaledFor(kpi, answer, words));
      const value = cell?.value ?? null;
      const isBar = index === 0 && isMember && value !== null && value >= 0 && largest > 0;
      const aim = isBar ? aimOf(key) / largest : 0;
      // A share and a change are told by the passport of the number that they are of.
      const opens = cell === undefined || said.text === NO_VALUE ? said.cell : refOf(cell);
      return { ...said, cell: opens, bar: isBar ? Math.min(1, value / largest) : null, aim: aim > 0 ? aim : null };
    });
  return {
    columns: shown.map(({ kpi, show }, index) => ({
      key: `${String(index)} ${kpi}`,
      label: headerOf(kpi, show.as, answer, scaledFor(kpi, answer, words)),
    })),
    rows: [
      ...members.map((cell) => ({
        key: rowKey(cell),
        label: labelOf(cell, dimension, words),
        total: false,
        other: cell.other,
        cells: cellsOf(rowKey(cell), !cell.other),
      })),
      { key: TOTAL, label: words.t('charts:total'), total: true, other: false, cells: cellsOf(TOTAL, false) },
    ],
  };
}

const SMALL = 10_000;

/** The page's money scale, but for a KPI of small amounts its own: an average order of 4 812 kr is not 4,8 tkr. */
function scaledFor<W extends Words>(kpi: string, answer: Answer, words: W): W {
  const values = answer.cells.flatMap((cell) =>
    cell.kpi === kpi && cell.value !== null ? [Math.abs(cell.value)] : [],
  );
  const largest = Math.max(0, ...values);
  return largest < SMALL ? { ...words, scale: moneyScale(largest) } : words;
}

const TOTAL = 'total';
const EMPTY = { text: NO_VALUE, tone: 'neutral', cell: null, reason: null } as const;

const rowKey = ({ row, other }: AnswerCell): string => (row.length === 0 ? TOTAL : keyOf(row[0], other));

function labelOf({ row, other }: AnswerCell, dimension: string, { t, format }: Words): string {
  const [member] = row;
  if (other) return t('charts:others');
  return dimension === DATE_DIMENSION && typeof member === 'string'
    ? formatPeriodText(member, format.locale)
    : memberName(member, t, dimension);
}

function headerOf(
  kpi: string,
  as: string,
  answer: Answer,
  words: Words & { readonly nameOf: (kpi: string) => string },
): string {
  const { t, nameOf } = words;
  if (as === 'share') return t('overview:column.share');
  if (as === 'difference-ratio') return t('overview:column.change');
  const isMoney = answer.kpis.find(({ ref }) => ref === kpi)?.unit === 'money';
  return isMoney ? t('charts:withUnit', { name: nameOf(kpi), unit: scaleWord(words) }) : nameOf(kpi);
}

function cellWords(cell: AnswerCell, as: string, answer: Answer, words: Words): Omit<TableCell, 'bar' | 'aim'> {
  const { t, format, scale } = words;
  const info = answer.kpis.find(({ ref }) => ref === cell.kpi);
  const { value } = cell;
  if (as === 'share') {
    const total = totalOf(answer, cell.kpi)?.value ?? null;
    const share = value === null || total === null || total <= 0 ? null : value / total;
    return { ...EMPTY, text: share === null ? NO_VALUE : formatPercent(share, format.locale) };
  }
  if (as === 'difference-ratio') return changeWords(cell, info?.unit === 'ratio', info?.direction ?? 'neutral', words);
  if (value === null || info === undefined)
    return { ...EMPTY, cell: refOf(cell), reason: cell.reason === null ? null : t(`kpis:reasons.${cell.reason.code}`) };
  if (info.unit === 'money') {
    return { ...EMPTY, text: formatScaled(value, scale, format.locale), cell: refOf(cell) };
  }
  return { ...EMPTY, text: joined(formatCompact(value, info.unit, format), format.locale), cell: refOf(cell) };
}

function changeWords(
  cell: AnswerCell,
  isRatio: boolean,
  direction: 'higher' | 'lower' | 'neutral',
  words: Words,
): Omit<TableCell, 'bar' | 'aim'> {
  const { difference = null, ratio = null } = cell.compare ?? {};
  if (isRatio) {
    if (difference === null) return EMPTY;
    const text = formatPoints(difference, words.format.locale);
    return { ...EMPTY, text: difference > 0 ? `+${text}` : text, tone: toneOf(difference, direction) };
  }
  if (ratio !== null)
    return {
      ...EMPTY,
      text: formatGrowth(ratio, words.format.locale),
      tone: toneOf(Number(ratio.toFixed(2)), direction),
    };
  const { text, reason } = growthWords(cell, words);
  return { ...EMPTY, text, reason, tone: difference === null ? 'neutral' : toneOf(difference, direction) };
}

/** How much of revenue the largest hold together, where the others are united; `put` has the share's place in it: 'De 10 största står för 22,8 % av intäkterna.' */
export function concentration(
  { values }: Pick<TableTile['view'], 'values'>,
  answer: Answer,
  { t, format }: Words,
  put: (share: string, largest: readonly (string | null)[]) => string = (share) => share,
): string | null {
  const isRevenue = values[0]?.kpi === 'revenue' && values.some(({ show }) => show.as === 'share');
  const cells = answer.cells.filter(({ kpi, row }) => kpi === 'revenue' && row.length === 1);
  const total = totalOf(answer, 'revenue')?.value ?? 0;
  if (!isRevenue || total <= 0 || !cells.some(({ other }) => other)) return null;
  const largest = cells.filter(({ other }) => !other);
  const held = largest.reduce((sum, { value }) => sum + (value ?? 0), 0) / total;
  const share = put(
    formatPercent(held, format.locale),
    largest.map(({ row }) => row[0] ?? null),
  );
  return t('overview:ranking.concentration', { count: largest.length, share });
}
