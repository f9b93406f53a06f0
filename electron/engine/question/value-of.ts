import type { AnswerCell } from '#shared/question.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { HERE, type Reading } from '../formula/expression.ts';
import { noValue, reason, type Outcome } from '../formula/outcome.ts';
import type { CellAt, Level } from './levels.ts';
import type { MeasureReader } from './measure-reader.ts';
import type { PlannedKpi } from './planned-kpi.ts';

const COMPARED: Reading = { ...HERE, shifts: [{ by: 'compare' }] };

/** A KPI's value in a cell, now or in the cell's comparison period. */
export function valueOf(
  reader: MeasureReader,
  level: Level,
  cell: CellAt,
  kpi: PlannedKpi,
  when: 'now' | 'compared' = 'now',
): Outcome {
  return reader.value(level, kpi.expression, when === 'now' ? HERE : COMPARED)(cell);
}

/**
 * A value beside the one of its comparison period. Ratios differ in points: no ratio of ratios.
 * Example: 120 against 100 differs by 20, 0.2; against −50 by 170 without a ratio ('base-not-positive').
 */
export function comparisonOf(value: Outcome, base: Outcome, isRatio: boolean): AnswerCell['compare'] {
  if (base.value === null) {
    const why = base.reason.code === 'no-data' ? reason('no-comparison') : base.reason;
    return { value: null, difference: null, ratio: null, reason: why };
  }
  if (value.value === null) return { value: base.value, difference: null, ratio: null, reason: null };
  const plain = value.value - base.value;
  const difference = value.exact && base.exact ? Math.round(plain * DECIMAL_SCALE) / DECIMAL_SCALE : plain;
  if (isRatio) return { value: base.value, difference, ratio: null, reason: null };
  if (base.value <= 0) {
    const why = reason('base-not-positive', { difference });
    return { value: base.value, difference, ratio: null, reason: why };
  }
  return { value: base.value, difference, ratio: difference / base.value, reason: null };
}

export const EMPTY: Outcome = noValue('no-data');
