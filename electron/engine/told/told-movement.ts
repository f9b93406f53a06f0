import { isoDate } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { ToldOf } from '#shared/told.ts';
import { movementStep, type PipelineMoment } from '../forecast/movement.ts';
import type { DayRange } from '../ports/column-queries.ts';
import { BARE, input, leftOutOf, type PartRows, type ToldAnswer } from './told-answer.ts';

/** A moment, with the import that its rows stand in; null for the rows of today. */
export interface ToldMoment extends PipelineMoment {
  readonly asOf: number | null;
}

/**
 * A step of how the open deals changed, or one deal of it: how many deals, what they were worth at both moments, and their rows as they
 * stood then. Between days the rows of both moments are the same. Throws E_NOT_FOUND for a deal that is not in the step.
 * Example: won deals of 40: worth −40 in the step, 40 before, their rows before and after.
 */
export function toldMovement(
  { figure, step, deal, filters }: ToldOf<'movement'>,
  from: ToldMoment,
  to: ToldMoment,
  period: DayRange | null,
): ToldAnswer {
  const found = movementStep(from, to, period, { step, deal, onlyValued: figure === 'value' });
  if (deal !== undefined && found.deals === 0) throw new AppError('E_NOT_FOUND', 'The deal is not in the step.');
  const { before, after } = found.rows;
  const isSame = from.asOf === null && to.asOf === null;
  const part = (name: PartRows['part'], positions: Int32Array, asOf: number | null): readonly PartRows[] =>
    positions.length === 0 ? [] : [{ part: name, kind: 'deal', positions, asOf }];
  return {
    ...BARE,
    value: found[figure],
    unit: figure === 'deals' ? 'count' : 'money',
    inputs: [
      ...(deal === undefined ? [input('deals', found.deals, 'count')] : []),
      ...(found.before === null ? [] : [input('valueBefore', found.before, 'money')]),
      ...(found.after === null ? [] : [input('valueAfter', found.after, 'money')]),
    ],
    ahead: period === null ? null : { from: isoDate(period.from), to: isoDate(period.to) },
    filters,
    leftOut: figure === 'value' ? leftOutOf({ 'deal.value': found.withoutValue }) : [],
    rows: isSame
      ? part('rows', before.length > 0 ? before : after, null)
      : [...part('before', before, from.asOf), ...part('after', after, to.asOf)],
  };
}
