import { parseIsoDate } from '../calendar.ts';
import { toneOf, type Tone } from '../format.ts';
import { EARLY, NEAR } from '../goal-rules.ts';
import type { Direction } from '../kpi-definition.ts';
import type { Answer } from '../question.ts';
import type { Unit } from '../units.ts';
import { cellsAt, totalOf } from './answer-cells.ts';

/** What a KPI should come to, and how far it is. */
export interface Goal {
  /** To date; null where the targets say nothing of some month of the period. */
  readonly target: number | null;
  readonly unit: Unit;
  /** 'bad' where it falls short, 'good' where it does not, 'neutral' near it; null where nothing is known or judged yet. */
  readonly tone: Tone | null;
  /** Lengths of the bar and the place of the target's mark, 0 to 1; null where a bar from zero says nothing. */
  readonly bullet: { readonly value: number; readonly target: number } | null;
}

/** Room beyond the longer of both. */
const BEYOND = 1.2;

/**
 * A KPI held against its targets: `answer` has its total, `targets` its months against targets over the same period. A target for some
 * months of a period is no target for all of it: ten months of sales would always pass those of six.
 * Example: 110 against 100 ends at 1 / 1.2 = 0.83 of the bullet's room, the mark at 0.76.
 */
export function goalOf(kpi: string, answer: Answer, targets: Answer): Goal | null {
  const info = answer.kpis.find(({ ref }) => ref === kpi);
  const target = totalOf(targets, kpi)?.compare?.value ?? null;
  if (info === undefined || target === null) return null;
  const { unit, direction } = info;
  const { through } = targets.period;
  const months = cellsAt(targets, kpi, 1).filter(({ period }) => period.from <= through);
  if (months.some(({ compare }) => compare?.value == null)) return { target: null, unit, tone: null, bullet: null };
  const value = totalOf(answer, kpi)?.value ?? null;
  if (value === null) return { target, unit, tone: null, bullet: null };
  const most = Math.max(value, target) * BEYOND;
  return {
    target,
    unit,
    tone: direction === 'neutral' || isEarly(targets.period) ? null : judged(value, target, direction, targets.period),
    bullet: target > 0 ? { value: Math.max(0, value) / most, target: target / most } : null,
  };
}

/** As goals are judged: in a period that goes on nothing before a fifth of it has passed, and what is near is not behind. */
function isEarly({ open, from, through, to }: Answer['period']): boolean {
  return open && daysIn(from, through) / daysIn(from, to) < EARLY;
}

function judged(value: number, target: number, direction: Direction, { open }: Answer['period']): Tone {
  if (toneOf(value - target, direction) !== 'bad') return 'good';
  return open && Math.abs(value - target) <= NEAR * Math.abs(target) ? 'neutral' : 'bad';
}

const daysIn = (from: string, to: string): number => (parseIsoDate(to) ?? 0) - (parseIsoDate(from) ?? 0) + 1;
