import type { Insight } from '#shared/insights.ts';
import { resolvePeriod } from '#shared/period.ts';
import { questionSchema, type Answer, type Comparison, type Filter } from '#shared/question.ts';
import { answer } from '../question/answer.ts';
import { dataRange, type QuestionContext } from '../question/context.ts';
import { clockOf } from '../question/plan.ts';
import { concentration } from './concentration.ts';
import { dataGaps } from './data-gaps.ts';
import { drivers } from './drivers.ts';
import { extremes } from './extremes.ts';
import { goalPace, type GoalSoFar } from './goal-pace.ts';
import type { InsightScope, Rule } from './insight.ts';
import { overdueDeals } from './overdue-deals.ts';
import { priceVolumeMix } from './price-volume-mix.ts';
import { quota } from './quota.ts';
import { responseTime } from './response-time.ts';
import { silentCustomers } from './silent-customers.ts';

const RULES: readonly Rule[] = [
  drivers,
  priceVolumeMix,
  extremes,
  quota,
  responseTime,
  concentration,
  silentCustomers,
  overdueDeals,
  dataGaps,
];

/**
 * What to look at in a period under filters, the largest effects first, equal ones by id. Fixed rules over questions: the same data give the same
 * list, and no sentence claims a cause. Without a comparison, or with targets for one, changes are held against the year before.
 * Throws what questions throw: E_BAD_PERIOD, E_UNKNOWN_DIMENSION, E_OVERFLOW.
 * Source: kpis.md, Insights. Example: revenue 120 after 100, 15 of the 20 from one customer, gives his contribution of 15 and the others' 5.
 */
export function findInsights(
  {
    period,
    compare,
    filters,
  }: { readonly period: string; readonly compare: Comparison; readonly filters: readonly Filter[] },
  context: QuestionContext,
  goals: readonly GoalSoFar[] = [],
): readonly Insight[] {
  const { queries, today } = context;
  const resolved = resolvePeriod(period, clockOf(context, dataRange(queries)));
  const known = new Map<string, Answer>();
  const scope: InsightScope = {
    ask: (input) => {
      const question = questionSchema.parse(input);
      const key = JSON.stringify(question);
      const answered = known.get(key) ?? answer(question, context);
      known.set(key, answered);
      return answered;
    },
    period,
    compare: compare === 'previous' ? 'previous' : 'last-year',
    filters,
    through: resolved.through,
    to: resolved.unit === 'all' ? Infinity : resolved.to,
    today,
    queries,
  };
  return [...RULES.flatMap((rule) => rule(scope)), ...goalPace(goals)].toSorted(
    (a, b) => b.size - a.size || (a.id < b.id ? -1 : 1),
  );
}
