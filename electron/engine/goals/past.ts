import type { Goal, GoalPace } from '#shared/goals.ts';
import { fillsFrom, unitHolding, type Period } from '#shared/period.ts';
import { GRAINS, type Grain } from '#shared/question.ts';
import { addMonths } from '#shared/calendar.ts';
import type { DayRange } from '../ports/column-queries.ts';
import { dataRange, type QuestionContext } from '../question/context.ts';
import { askUnits } from './asked.ts';
import { isMet } from './pace.ts';

const A_YEAR: Partial<Readonly<Record<Grain, number>>> = {
  week: 52,
  month: 12,
  quarter: 4,
  year: 1,
  'fiscal-quarter': 4,
  'fiscal-year': 1,
};
/** Periods looked back on. */
const MOST = 12;
const MOST_YEARS = 15;

/** The calendar or fiscal unit that a period is one of; null for none. */
export function grainOf({ from, to }: Pick<Period, 'from' | 'to'>, fiscalYearStart: number): Grain | null {
  const found = GRAINS.find((grain) => {
    const whole = unitHolding(from, grain, fiscalYearStart);
    return whole.from === from && whole.to === to;
  });
  return found ?? null;
}

/**
 * How many of the last twelve whole periods as long as a goal's, before it, would have met its target: a level by itself, a difference or a
 * percentage against a baseline of their own. Periods that the data do not fill count for nothing; none for a period that is no calendar unit.
 * Example: +5 % a year, and four of the last five years grew by more: 4 of 5.
 */
export function pastOf(
  goal: Goal,
  { from, to }: Period,
  pace: Pick<GoalPace, 'target' | 'upTo' | 'baseline'>,
  context: QuestionContext,
): { readonly met: number; readonly of: number } {
  const grain = grainOf({ from, to }, context.settings.fiscalYearStart);
  const data = dataRange(context.queries);
  const aYear = grain === null ? undefined : A_YEAR[grain];
  if (grain === null || aYear === undefined || data === null || pace.target === null) return { met: 0, of: 0 };
  const start = Math.max(data.from, addMonths(from, -12 * MOST_YEARS));
  const units = askUnits(goal, { from: start, to: from - 1 }, grain, context).filter(
    (unit) => unit.value !== null && isWhole(unit, grain, context) && !unit.marks.includes('data-ends-early'),
  );
  const values = new Map(units.map((unit) => [unit.from, unit.value]));
  const { target } = goal;
  const steps =
    target.shape === 'level' || target.shape === 'count' || typeof target.from === 'object' ? null : target.from;
  const held = units.flatMap((unit, i): readonly boolean[] => {
    if (unit.value === null) return [];
    if (steps === null || target.shape === 'level' || target.shape === 'count')
      return [isMet(unit.value, pace.target ?? 0, pace.upTo, goal.better)];
    const before = steps === 'previous' ? units[i - 1] : { from: addMonths(unit.from, -12) };
    const base = before === undefined ? null : (values.get(before.from) ?? null);
    if (base === null || (target.shape === 'percentage' && base <= 0)) return [];
    if (target.shape === 'percentage') return [isMet(unit.value / base - 1, target.value, goal.upTo, goal.better)];
    const wanted = (end: number | null): number | null => (end === null ? null : end - (pace.baseline?.value ?? 0));
    return [isMet(unit.value - base, wanted(pace.target) ?? 0, wanted(pace.upTo), goal.better)];
  });
  const last = held.slice(-MOST);
  return { met: last.filter(Boolean).length, of: last.length };
}

function isWhole({ from, to }: DayRange, grain: Grain, { settings }: QuestionContext): boolean {
  const whole = unitHolding(from, grain, settings.fiscalYearStart);
  return to === whole.to && fillsFrom(whole, from);
}
