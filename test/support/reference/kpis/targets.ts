import { memberCells, overMembers, shift, type Source } from '../cell.ts';
import { div, isNumber, type Num } from '../numbers.ts';
import { previous, whole } from '../time.ts';
import type { Kpi, Kpis } from './kpi.ts';
import { wonValue } from './deal-rows.ts';
import { revenue } from './sale-rows.ts';
import { targetSoFar, targetsFor, wholeTarget } from './target-rows.ts';

const SALES: Source = { kind: 'sale', date: 'date' };
const DEALS: Source = { kind: 'deal', date: 'closed' };

/** Reps with all of their quota, of those who have one. */
const atQuota =
  (actual: Kpi, of: Source): Kpi =>
  (cell) => {
    const forReps = targetsFor({ ...cell, members: [...cell.members, ['rep', null]] }, 'revenue');
    const reps = memberCells(
      cell,
      [
        [cell, of],
        [shift(cell, whole), forReps, 'value'],
      ],
      'rep',
    );
    const counted = (of: (actual: Num, quota: Num) => Num): Num =>
      overMembers(
        reps,
        (rep) => of(actual(rep), wholeTarget(rep, 'revenue')),
        (values) => values.filter((value) => value !== 0).length,
      );
    const reached = counted((done, quota) => {
      if (!isNumber(quota) || quota <= 0) return isNumber(quota) ? 0 : quota;
      return isNumber(done) ? Number(done >= quota) : done;
    });
    return div(
      reached,
      counted((_, quota) => (isNumber(quota) ? Number(quota > 0) : quota)),
    );
  };

export const TARGET_KPIS: Kpis = {
  'quota:standard': (cell) => wholeTarget(cell, 'revenue'),
  'target-attainment:of-target': (cell) => div(revenue(cell), wholeTarget(cell, 'revenue')),
  'target-attainment:previous-period': (cell) => div(revenue(cell), revenue(shift(cell, previous))),
  'target-attainment:lower-is-better': (cell) => div(wholeTarget(cell, 'revenue'), revenue(cell)),
  'target-attainment:won-deals': (cell) => div(wonValue(cell), wholeTarget(cell, 'revenue')),
  'pace:won-deals': (cell) => div(wonValue(cell), targetSoFar(cell, 'revenue')),
  'pace:standard': (cell) => div(revenue(cell), targetSoFar(cell, 'revenue')),
  'reps-at-quota:revenue': atQuota(revenue, SALES),
  'reps-at-quota:won-deals': atQuota(wonValue, DEALS),
};
