import type { Goal, GoalPart } from '#shared/goals.ts';
import type { Question } from '#shared/question.ts';
import { lastYearSpan } from '#shared/period-shift.ts';
import { addsUp } from '../grid/additive.ts';
import { answer } from '../question/answer.ts';
import type { QuestionContext } from '../question/context.ts';
import { kpiPlanner } from '../question/planned-kpi.ts';
import { spec } from './asked.ts';
import { goalStanding } from './goal-pace.ts';
import { splitTarget } from './split.ts';

const MOST_PARTS = 200;

/**
 * A goal's target shared out over the members of a dimension that have rows in its period or the year before, evenly or by what each
 * brought that year. The parts of what adds up add up to the goal; a ratio, a mean or a percentage is the same for each.
 * Throws what `goalPace` throws. Example: 300 over Ann with 20 and Bo with 40 the year before is 100 and 200.
 */
export function goalParts(
  goal: Goal,
  dimension: string,
  by: 'even' | 'last-year',
  todays: QuestionContext,
): readonly GoalPart[] {
  const { pace, period, context } = goalStanding(goal, todays);
  const before = lastYearSpan({ ...period, through: period.to });
  const valuesIn = (days: string): ReadonlyMap<string, number | null> => {
    const question: Question = {
      kpis: [goal.kpi],
      rows: [{ dimension }],
      columns: [],
      filters: [...goal.filters],
      period: days,
      compare: 'none',
      variants: {},
    };
    const cells = answer(question, context).cells.filter(({ row }) => row.length === 1);
    return new Map(
      cells.flatMap(({ row: [name], value }) => (name == null || name === '' ? [] : [[name, value] as const])),
    );
  };
  const earlier = before === null ? new Map<string, number | null>() : valuesIn(spec(before));
  const names = [...new Set([...valuesIn(spec(period)).keys(), ...earlier.keys()])].toSorted().slice(0, MOST_PARTS);
  const { expression } = kpiPlanner({ variants: {}, compare: 'none' }, context)(goal.kpi);
  const isShared = goal.target.shape !== 'percentage' && (pace.over === 'adds' || addsUp(expression));
  const weights = names.map((name) => (by === 'even' ? 1 : (earlier.get(name) ?? 0)));
  const values = splitTarget(goal.target.value, weights, isShared);
  const tops = goal.upTo === null ? null : splitTarget(goal.upTo, weights, isShared);
  return names.map((name, i) => ({
    name,
    value: values[i] ?? 0,
    upTo: tops?.[i] ?? null,
    lastYear: earlier.get(name) ?? null,
  }));
}
