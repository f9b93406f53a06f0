import { EARLY, NEAR } from '#shared/goal-rules.ts';
import type { GoalPace, GoalState, GoalTerms, OverTime } from '#shared/goals.ts';

/** A goal's terms and where it stands. */
export interface GoalFacts {
  readonly over: OverTime;
  readonly better: GoalTerms['better'];
  /** Of the whole period; the lower end of a range. */
  readonly target: number | null;
  /** The upper end of a range. */
  readonly upTo: number | null;
  /** To date. */
  readonly actual: number | null;
  /** What stood when the period began, for what stands at the end; null where nobody knows. */
  readonly opening: number | null;
  /** Share of the target that falls on the days counted, 0 to 1. */
  readonly weight: number;
}

export interface PaceFacts extends GoalFacts {
  /** Share of the period's days that are counted. */
  readonly elapsed: number;
  readonly open: boolean;
  /** The period is over and the data reach its end. */
  readonly complete: boolean;
}

/**
 * Where a goal should be, its pace and its state. What adds up is expected to have come as far as the weight of the days says; what
 * stands at the end has come that far from where it stood at the start; a share or a mean is held against the target itself. `attained`
 * is the pace where more is better, its inverse where less is, and how far a range is missed. No state of colour before 20 % of the
 * period has passed, unless the target has been reached; a closed period is reached or missed. Null target or outcome: `no-value`.
 * Source: kpis.md, Goals. Example: 45 of 100 when half the weight has passed: expected 50, pace 0.9, behind.
 */
export function paceOf(facts: PaceFacts): Pick<GoalPace, 'expected' | 'pace' | 'attained' | 'state'> {
  const { better, target, upTo, actual, weight, elapsed, open, complete } = facts;
  if (elapsed <= 0)
    return { expected: null, pace: null, attained: null, state: target === null ? 'no-value' : 'waiting' };
  if (target === null) return { expected: null, pace: null, attained: null, state: 'no-value' };
  const expected = expectedOf(facts, target);
  if (actual === null) return { expected, pace: null, attained: null, state: 'no-value' };
  const pace = expected === 0 ? null : actual / expected;
  const top = upTo === null ? null : expectedOf(facts, upTo);
  const attained = attainedOf(actual, expected, top, better);
  const state = ((): GoalState => {
    if (!open) return complete ? (isMet(actual, target, upTo, better) ? 'reached' : 'missed') : 'incomplete';
    if (facts.over === 'adds') {
      if (better === 'higher' && actual >= target) return 'reached';
      if (better === 'lower' && actual > target) return 'missed';
      if (better === 'range' && upTo !== null && actual > upTo) return 'missed';
    }
    if (elapsed < EARLY || (facts.over === 'adds' && weight === 0)) return 'early';
    if (attained >= 1) return 'ahead';
    return attained >= 1 - NEAR ? 'near' : 'behind';
  })();
  return { expected, pace, attained, state };
}

/** Whether an outcome meets a target; both ends of a range count as met. */
export function isMet(actual: number, target: number, upTo: number | null, better: GoalTerms['better']): boolean {
  if (better === 'higher') return actual >= target;
  if (better === 'lower') return actual <= target;
  return actual >= target && actual <= (upTo ?? target);
}

function expectedOf(facts: PaceFacts, target: number): number {
  if (facts.over === 'adds') return target * facts.weight;
  const start = startOf(facts, target);
  return start === null ? target : start + (target - start) * facts.weight;
}

/**
 * Where what stands at the end is to come to its target from; null for what is held against the target itself.
 * Source: kpis.md, Goals. Example: 40 at the start on its way to at least 100 is 40; 120 is there already, so null.
 */
export function startOf(
  { over, better, opening }: Pick<GoalFacts, 'over' | 'better' | 'opening'>,
  target: number,
): number | null {
  if (over !== 'stands' || opening === null || better === 'range') return null;
  // A balance that is there already is to stay there.
  const isThere = better === 'lower' ? opening <= target : opening >= target;
  return isThere ? null : opening;
}

/** 1 on plan, more for better. From zero or less, where no share can be told, it is on plan or wholly off it. */
function attainedOf(actual: number, expected: number, top: number | null, better: GoalTerms['better']): number {
  if (better === 'higher') return ratioOf(actual, expected, actual >= expected);
  if (better === 'lower') return ratioOf(expected, actual, actual <= expected);
  if (actual < expected) return ratioOf(actual, expected, false);
  return actual <= (top ?? expected) ? 1 : ratioOf(top ?? expected, actual, false);
}

function ratioOf(part: number, whole: number, isOnPlan: boolean): number {
  if (whole > 0 && part >= 0) return part / whole;
  return isOnPlan ? 1 : 0;
}
