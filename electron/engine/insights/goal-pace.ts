import type { Insight } from '#shared/insights.ts';
import type { Goal } from '#shared/goals.ts';
import type { Unit } from '#shared/units.ts';
import { insight, number, opensTold } from './insight.ts';

/** A goal whose period goes on, as far as its pace needs it. */
export interface GoalSoFar {
  readonly goal: Goal;
  readonly unit: Unit;
  /** Expected and actual to date, in the unit. */
  readonly expected: number;
  readonly actual: number;
  /** Of the period, 0 to 1. */
  readonly gone: number;
}

/** Too early before. */
const EARLIEST = 0.2;
const LEAST_OFF = 0.1;

/**
 * Goals more than a tenth behind what was expected by now, once a fifth of their period is gone; how much of it is missing is the size.
 * Example: 80 of 100 expected after half the period is off by 0.2; after a tenth of it nothing is said.
 */
export function goalPace(goals: readonly GoalSoFar[]): readonly Insight[] {
  return goals.flatMap(({ goal, unit, expected, actual, gone }) => {
    const { id, name, kpi, filters, period } = goal;
    const lowerIsBetter = goal.better === 'lower';
    const opens = (figure: 'actual' | 'expected' | 'off') => opensTold({ of: 'goal', goal, figure });
    const off = expected > 0 ? (lowerIsBetter ? actual / expected - 1 : 1 - actual / expected) : 0;
    if (gone < EARLIEST || off <= LEAST_OFF) return [];
    return [
      insight({
        id: `goal-pace:${id}`,
        rule: 'goal-pace',
        form: lowerIsBetter ? 'above' : 'below',
        size: off,
        tone: 'bad',
        words: {
          goal: name === null ? { as: 'goal', kpi, filters: [...filters] } : { as: 'text', text: name },
          actual: number(actual, unit, opens('actual')),
          expected: number(expected, unit, opens('expected')),
          off: number(off, 'ratio', opens('off')),
        },
        question: { kpis: [kpi], period, filters: [...filters] },
        cell: { kpi, row: [], column: [] },
      }),
    ];
  });
}
