import type { Answer, AnswerCell, CellRef } from '../question.ts';
import { DECIMAL_SCALE, fromScaled } from '../units.ts';
import { cellsAt, refOf, totalOf } from './answer-cells.ts';
import { memberName, type Words } from './tile-words.ts';
import { keyOf } from './member-key.ts';

const MOST_STEPS = 7;

/** Whole ten-thousandths, which add up without error. Example: 12.5 is 125 000. */
export const scaled = (value: number): number => Math.round(value * DECIMAL_SCALE);

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
  words: Pick<Words, 't' | 'dimension' | 'member'>,
): readonly Contribution[] {
  const { t, dimension = '', member } = words;
  const all = cells
    .filter((cell) => !cell.other)
    .map((cell): Contribution => ({
      cell,
      label: memberName(cell.row[0], t, dimension, member),
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

export interface Contributions {
  readonly before: number;
  readonly now: number;
  readonly cell: CellRef | null;
  readonly members: readonly {
    readonly key: string;
    readonly label: string;
    readonly change: number;
    readonly other: boolean;
    readonly cell: CellRef | null;
  }[];
}

/** What each member of an answer contributed to the change of its first KPI; null without comparison. The steps add up exactly. */
export function contributionsOf(
  answer: Answer,
  dimension: string,
  words: Pick<Words, 't' | 'member'>,
): Contributions | null {
  const kpi = answer.kpis[0]?.ref ?? '';
  const total = totalOf(answer, kpi);
  const [now, before] = [total?.value ?? null, total?.compare?.value ?? null];
  if (total === null || now === null || before === null) return null;
  const members = contributions(cellsAt(answer, kpi, 1), scaled(now) - scaled(before), { ...words, dimension });
  return {
    before,
    now,
    cell: refOf(total),
    members: members.map(({ cell, label, change }) => ({
      key: cell === null ? 'other' : keyOf(cell.row[0], false),
      label,
      change: fromScaled(change),
      other: cell === null,
      cell: cell === null ? null : refOf(cell),
    })),
  };
}
