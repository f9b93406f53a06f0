import type { GoalStatus, GoalTerms } from '#shared/goals.ts';

/**
 * What adds up needs on each day that is left: (target − outcome) ÷ days. Where less is better it is what may still come a day, and below
 * zero what must be taken back; a goal that is reached needs 0. Null when no day is left. Days are working days where there is a calendar.
 * Source: kpis.md, Goals. Example: 40 of 100 with 12 days left needs 5 a day.
 */
export function requiredOf(
  { target, actual }: { readonly target: number | null; readonly actual: number | null },
  better: GoalTerms['better'],
  days: number,
): GoalStatus['required'] {
  if (target === null || days <= 0) return null;
  const left = target - (actual ?? 0);
  return { value: (better === 'lower' ? left : Math.max(0, left)) / days, days };
}

/**
 * How much more of its numerator brings a ratio to its target with the denominator as it is: target × denominator − numerator;
 * below zero for what it has over. Null without a denominator.
 * Source: kpis.md, Goals. Example: 41 won of 150 closed at a target of 30 % needs 4 more.
 */
export function numeratorNeeded(
  target: number | null,
  numerator: number | null,
  denominator: number | null,
): number | null {
  if (target === null || numerator === null || denominator === null || denominator <= 0) return null;
  return target * denominator - numerator;
}
