import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import type { Unit } from '#shared/units.ts';
import { divides, type Expression, type Input } from '../formula/expression.ts';

/** Units of what is counted or paid; the others say how much of something there is to something else. */
const ADDED: readonly Unit[] = ['money', 'count', 'quantity'];

/**
 * What a KPI is held against where a question compares with its target: the targets set for it, to date. Those of what adds up
 * over time are shared out over their days and added; a share, a mean or a balance has the mean of its targets by the time they
 * take in the cell.
 * Example: 100 a month of revenue is 300 a quarter; a win rate of 0.3 in July and August is 0.3.
 */
export function targetMeasure(
  kpi: string,
  unit: Unit,
  expression: Expression,
  inputs: readonly Input[],
): MeasureDefinition {
  const isLevel = !ADDED.includes(unit) || divides(expression) || inputs.some(({ measure }) => isLevelMeasure(measure));
  return {
    id: `target of ${kpi}`,
    kind: 'target',
    aggregate: { do: isLevel ? 'mean' : 'sum', field: 'value' },
    where: [{ field: 'target_kpi', is: 'one-of', values: [kpi] }],
    date: 'start',
    until: 'until_day',
    nature: 'spread',
    unit,
  };
}

function isLevelMeasure({ nature, aggregate }: MeasureDefinition): boolean {
  return nature === 'balance' || ['mean', 'quantile', 'median-sum'].includes(aggregate.do);
}
