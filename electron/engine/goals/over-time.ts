import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import type { OverTime } from '#shared/goals.ts';
import type { Unit } from '#shared/units.ts';
import { divides, type Expression, type Input } from '../formula/expression.ts';

const ADDED: readonly Unit[] = ['money', 'count', 'quantity'];
/** Things that happen once: the distinct ones of two months are not met in both. */
const ONCE = new Set(['order', 'sale_key']);

/**
 * How a KPI goes together over time. It `adds` where its months add up to the whole: sums and counts of flows and of what happens once,
 * without division. It `stands` where all of it is what stands at the end of the period; all else is counted anew and `averages`.
 * Example: revenue and won deals add, customers at the period's end stand, win rate and buying customers average.
 */
export function overTime(unit: Unit, expression: Expression, inputs: readonly Input[]): OverTime {
  const isHere = inputs.every(({ shifts, over }) => shifts.length === 0 && over === null);
  if (inputs.length === 0 || !isHere) return 'averages';
  if (inputs.every(({ measure }) => measure.nature === 'balance')) return 'stands';
  const adds = inputs.every(({ measure }) => measure.nature === 'flow' && isOnce(measure));
  return ADDED.includes(unit) && !divides(expression) && adds ? 'adds' : 'averages';
}

function isOnce({ aggregate, where }: MeasureDefinition): boolean {
  if (aggregate.do === 'sum' || aggregate.do === 'count') return true;
  return (
    aggregate.do === 'distinct' && (ONCE.has(aggregate.field) || where.some(({ field }) => field === 'first_purchase'))
  );
}
