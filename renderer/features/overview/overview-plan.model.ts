import { civilOf, firstDayOfMonth, isoDate, monthIndex, parseIsoDate } from '#shared/calendar.ts';
import type { KpiEntry } from '#shared/contract.ts';
import type { Answer, Filter, QuestionInput, ResolvedPeriod } from '#shared/question.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { cellsAt } from './answer.model.ts';
import { keepsSome } from './filters.model.ts';
import { costlessRows } from './words.model.ts';

/** Cards of the management dashboard in order of importance; where nobody has chosen, the first six that the data can answer are shown. */
const CARD_KPIS = [
  'revenue',
  'gross-margin',
  'average-order-value',
  'orders',
  'new-customers',
  'active-customers',
  'sales-per-rep',
  'revenue-per-customer',
  'units',
  'discount-rate',
  'mrr',
  'bookings',
  'win-rate',
  'weighted-pipeline',
  'lead-conversion',
  'churn',
  'arpa',
  'deal-size',
  'sales-cycle',
  'response-time',
  'demos',
] as const;
const CARDS = 6;
/** More than these are hard to take in at a glance. */
export const MOST_CARDS = 10;

type Known = Pick<KpiEntry, 'kpi' | 'possible'> & Partial<Pick<KpiEntry, 'problem' | 'variants'>>;

/** The KPIs on the overview: those chosen, as far as they are there and can be read, else those that tell most of the data. */
export function shownCards(kpis: readonly Known[], chosen: readonly string[] | null): readonly string[] {
  if (chosen !== null) {
    const readable = new Map(kpis.filter(({ problem = null }) => problem === null).map((each) => [each.kpi, each]));
    return chosen.filter((reference) => {
      const { kpi, variant } = parseKpiReference(reference);
      const known = readable.get(kpi);
      return known !== undefined && (variant === null || known.variants?.includes(variant) === true);
    });
  }
  const possible = new Set(kpis.filter((status) => status.possible).map((status) => status.kpi));
  return CARD_KPIS.filter((kpi) => possible.has(kpi)).slice(0, CARDS);
}

const BREAKDOWNS = ['region', 'category', 'rep', 'segment', 'country', 'channel', 'city', 'subcategory', 'product'];
const RANKINGS = ['customer', 'rep', 'product', 'city', 'country'];
const ASSORTMENTS = ['category', 'subcategory', 'product', 'segment', 'channel', 'type'];
/** Fewer product groups than this say little where finer ones are known. */
const FEW_GROUPS = 5;
/** Of a dimension that none of the lists names. */
const MOST_MEMBERS = 50;
const RANKED = 10;
const LISTED = 10;

export interface DimensionHere {
  readonly key: string;
  readonly kinds: readonly string[];
  readonly members: number;
  readonly identifier: boolean;
}

/** What the overview shows for this data: its KPIs and the dimension of each tile; null or none where the data has none. */
export interface OverviewPlan {
  readonly cards: readonly string[];
  /** The most telling first. One with a single group under the filters gives way to the next. */
  readonly breakdowns: readonly string[];
  readonly ranking: string | null;
  readonly assortment: string | null;
  readonly assortmentKpis: readonly string[];
}

/** Chooses the tiles. A dimension with one member, or filtered to one, breaks nothing down and is passed over. */
export function overviewPlan(
  kpis: readonly Known[],
  dimensions: readonly DimensionHere[],
  filters: readonly Filter[],
  chosen: readonly string[] | null = null,
): OverviewPlan {
  const possible = new Set(kpis.filter((status) => status.possible).map((status) => status.kpi));
  const fixed = new Set(
    filters.filter((one) => one.op === 'in' && one.values.length === 1).map(({ dimension }) => dimension),
  );
  const usable = dimensions.filter(
    ({ key, kinds, members, identifier }) => kinds.includes('sale') && members > 1 && !identifier && !fixed.has(key),
  );
  const here = (wishes: readonly string[], fewest = 2): readonly string[] =>
    wishes.filter((wish) => usable.some(({ key, members }) => key === wish && members >= fewest));
  const pick = (wishes: readonly string[], taken: readonly (string | null)[]): string | null =>
    wishes.find((wish) => !taken.includes(wish)) ?? null;
  const [named, goods] = [here(BREAKDOWNS), here(ASSORTMENTS)];
  const few = usable.filter(({ key, members }) => !BREAKDOWNS.includes(key) && members <= MOST_MEMBERS);
  const wished = [...named, ...few.map(({ key }) => key)];
  const breakdown = named.find((wish) => goods.some((key) => key !== wish)) ?? wished[0] ?? null;
  const ranking = pick(here(RANKINGS), [breakdown]);
  const assortment = pick([...here(ASSORTMENTS, FEW_GROUPS), ...goods], [breakdown, ranking]);
  const others = wished.filter((wish) => ![breakdown, ranking, assortment].includes(wish));
  return {
    cards: shownCards(kpis, chosen),
    breakdowns: breakdown === null ? [] : [breakdown, ...others],
    ranking,
    assortment,
    assortmentKpis: ['revenue', 'gross-margin', 'orders'].filter((kpi) => possible.has(kpi)),
  };
}

export function cardsQuestion(plan: OverviewPlan, choices: OverviewChoices): QuestionInput {
  // Revenue sets the page's scale and says whether the period has any, also where no card shows it.
  return { kpis: withCostShare([...new Set([...plan.cards, 'revenue'])]), ...scopeOf(choices) };
}

/** With the part of revenue whose cost is known, where a KPI goes by cost. */
export function withCostShare(kpis: readonly string[]): string[] {
  const isCosted = kpis.some((kpi) => costlessRows(kpi, '') !== null);
  return [...new Set([...kpis, ...(isCosted ? ['cost-coverage'] : [])])];
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

const monthOf = (iso: string): number => {
  const { year, month } = civilOf(parseIsoDate(iso) ?? 0);
  return monthIndex(year, month);
};
const monthsText = (first: number, last: number): string =>
  `${isoDate(firstDayOfMonth(first))}..${isoDate(firstDayOfMonth(last + 1) - 1)}`;

const SPARK_MONTHS = 13;
const FEW_MONTHS = 6;
const TREND_MONTHS = 12;
const LONG_MONTHS = 24;

/**
 * The months of the sparklines: the thirteen up to the period's end, or the whole period where it is longer. A month that is not
 * over on `today` is left out. Example: the year 2026 with data through 14 October on 14 October ends with September.
 */
export function sparkPeriod(period: ResolvedPeriod, today: string, dataFrom: string): string {
  const through = monthOf(period.through);
  const last = isoDate(firstDayOfMonth(through + 1) - 1) >= today ? through - 1 : through;
  const first = Math.max(Math.min(monthOf(period.from), last - SPARK_MONTHS + 1), monthOf(dataFrom));
  return monthsText(Math.min(first, last), last);
}

/**
 * The months of the revenue chart: the period's own, or for a period under half a year the twelve up to its end, so that
 * a single month is seen among its neighbours. Never before the data begins.
 */
export function trendPeriod(period: ResolvedPeriod, dataFrom: string): string {
  const [first, last] = [monthOf(period.from), monthOf(period.to)];
  if (last - first + 1 >= FEW_MONTHS) return period.spec;
  return monthsText(Math.max(last - TREND_MONTHS + 1, Math.min(monthOf(dataFrom), first)), last);
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
