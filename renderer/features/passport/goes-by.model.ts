import type { KpiEntry } from '#shared/contract.ts';
import type { Explanation } from '#shared/question.ts';
import { goesBy, RULES, type GoesBy } from '../kpis/rules.model.ts';

const LOOKS_BACK = /\b(?:prev|same_period_last_year|lag)\(/;

/** What a number goes by. One of an open period that is held against an earlier one is so for as many working days of it. */
export function numberGoesBy(
  { formula, period, comparePeriod }: Pick<Explanation, 'formula' | 'period' | 'comparePeriod'>,
  entries: readonly KpiEntry[],
): GoesBy {
  const { rules, kpis } = goesBy(formula, entries);
  const isLikeForLike = period.open && (comparePeriod !== null || LOOKS_BACK.test(formula));
  return { rules: RULES.filter((rule) => rules.includes(rule) || (isLikeForLike && rule === 'workingDays')), kpis };
}
