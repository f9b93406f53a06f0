import type { Answer, QuestionInput, ResolvedPeriod } from '#shared/question.ts';
import { cellsAt } from '#shared/tiles/answer-cells.ts';
import type { OverviewPlan } from '#shared/tiles/overview-plan.ts';
import { withCostShare } from '#shared/tiles/tile-words.ts';
import { monthOf, trendPeriod } from '#shared/tiles/trend-periods.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { keepsSome } from './filters.model.ts';

const RANKED = 10;
const LISTED = 10;
const LONG_MONTHS = 24;

export function cardsQuestion(plan: OverviewPlan, choices: OverviewChoices): QuestionInput {
  // Revenue sets the page's scale and says whether the period has any, also where no card shows it.
  return { kpis: withCostShare([...new Set([...plan.cards, 'revenue'])]), ...scopeOf(choices) };
}

/** Revenue by a dimension. `top` unites the rest as "Other" after the largest. */
function groupQuestion(
  kpis: readonly string[],
  dimension: string,
  choices: OverviewChoices,
  top: number | null,
): QuestionInput {
  return {
    kpis: [...kpis],
    rows: [{ dimension, order: { by: 'revenue', descending: true }, ...(top === null ? {} : { top: { n: top } }) }],
    ...scopeOf(choices),
  };
}

export const breakdownQuestion = (dimension: string, choices: OverviewChoices): QuestionInput =>
  groupQuestion(['revenue'], dimension, choices, null);

/** Whether an answer by a dimension has more than one group, so that it breaks anything down. */
export const breaksDown = (answer: Answer): boolean => cellsAt(answer, 'revenue', 1).length > 1;

export const rankingQuestion = (dimension: string, choices: OverviewChoices): QuestionInput =>
  groupQuestion(['revenue'], dimension, choices, RANKED);

export const assortmentQuestion = (plan: OverviewPlan, dimension: string, choices: OverviewChoices): QuestionInput =>
  groupQuestion(withCostShare(plan.assortmentKpis), dimension, choices, LISTED);

/** The question's words for what the top of the page sets. */
function scopeOf({ period, compare, filters }: OverviewChoices): Pick<QuestionInput, 'period' | 'compare' | 'filters'> {
  return { period: period ?? 'latest-year', compare, filters: filters.filter(keepsSome) };
}

/**
 * Months are always set against the same month a year before: the month before would show the season, not the business.
 * Over more than two years the line itself shows the years, and the comparison would only repeat it.
 */
export function trendQuestion(choices: OverviewChoices, period: ResolvedPeriod, dataFrom: string): QuestionInput {
  const { compare, filters } = scopeOf(choices);
  const long = monthOf(period.to) - monthOf(period.from) >= LONG_MONTHS;
  return {
    kpis: ['revenue'],
    rows: [{ dimension: 'date', grain: 'month' }],
    filters,
    period: trendPeriod(period, dataFrom),
    compare: compare === 'none' || long ? 'none' : 'last-year',
  };
}
