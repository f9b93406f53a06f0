import type { Answer, CellRef } from '#shared/question.ts';
import { DECIMAL_SCALE, fromScaled } from '#shared/units.ts';
import { cellsAt, refOf, totalOf } from '../overview/answer.model.ts';
import { contributions } from '../overview/breakdown.model.ts';
import type { Words } from '../overview/words.model.ts';
import { keyOf } from '../overview/keys.model.ts';

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
export function contributionsOf(answer: Answer, dimension: string, words: Pick<Words, 't'>): Contributions | null {
  const kpi = answer.kpis[0]?.ref ?? '';
  const total = totalOf(answer, kpi);
  const [now, before] = [total?.value ?? null, total?.compare?.value ?? null];
  if (total === null || now === null || before === null) return null;
  const scaled = (value: number): number => Math.round(value * DECIMAL_SCALE);
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
