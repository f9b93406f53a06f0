import { distinct, memberCells, overMembers, shift, sum, type Cell, type Source } from '../cell.ts';
import { div, isNumber, sub, total, type Num } from '../numbers.ts';
import { dayBefore } from '../time.ts';
import type { Kpi } from './kpi.ts';

export const STANDING: Source = { kind: 'subscription', date: 'start', nature: 'balance', until: 'ended' };
export const SNAPSHOT: Source = { kind: 'subscription', date: 'start', where: { snapshot: 'true' } };

/** What stands, a year. */
export const recurring: Kpi = (cell) => sum(cell, STANDING, 'yearly_amount');
export const standingSubscriptions: Kpi = (cell) => distinct(cell, STANDING, 'subscription_key');
export const mrr: Kpi = (cell) => div(recurring(cell), 12);
export const arpa: Kpi = (cell) =>
  div(mrr(cell), distinct(cell, { ...STANDING, where: { yearly_amount: { above: 0 } } }, 'customer'));

type Change = (before: Num, after: Num) => Num;

/** What one end does not decide the other must be known for. */
const where = (known: Num, holds: (value: number) => boolean, then: Num): Num =>
  isNumber(known) ? (holds(known) ? then : 0) : known;
const none = (value: number): boolean => value === 0;
const some = (value: number): boolean => value > 0;
const surplus = (a: Num, b: Num): Num => {
  const difference = sub(a, b);
  return isNumber(difference) ? Math.max(0, difference) : difference;
};

export const CHANGES = {
  new: (before, after) => where(before, none, after),
  expansion: (before, after) => where(before, some, surplus(after, before)),
  contraction: (before, after) => where(after, some, surplus(before, after)),
  churned: (before, after) => where(after, none, before),
} satisfies Readonly<Record<string, Change>>;

const bothEnds = (cell: Cell) => [[shift(cell, dayBefore), STANDING] as const, [cell, STANDING] as const];

/** How each member has changed from one end of the span to the other; one of whom that is not known is passed over. */
function changes(cell: Cell, by: string, of: Kpi, change: Change): Num {
  const members = memberCells(cell, bothEnds(cell), by);
  return overMembers(members, (member) => change(of(shift(member, dayBefore)), of(member)), total);
}

export const movement = (cell: Cell, by: string, change: Change): Num => changes(cell, by, recurring, change);

/** Subscriptions that stood when the span began and do not when it ends. */
export const endedSubscriptions: Kpi = (cell) =>
  changes(cell, 'subscription_key', standingSubscriptions, (before, after) =>
    where(before, some, where(after, none, 1)),
  );
