import type { KpiEntry } from '../contract.ts';
import { parseKpiReference } from '../kpi-reference.ts';
import type { Filter } from '../question.ts';

/** Cards of the management dashboard in order of importance; where nobody has chosen, the first six that the data can answer are shown. */
export const MANAGEMENT_KPIS = [
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
  'customers-at-period-end',
  'lost-customers',
  'retention',
  'calls',
  'meetings',
] as const;
/** Where there are no sales lines these tell most. */
const WITHOUT_SALES: readonly string[] = ['bookings', 'mrr'];
const CARDS = 6;
/** More than these are hard to take in at a glance. */
export const MOST_CARDS = 10;

type Known = Pick<KpiEntry, 'kpi' | 'possible' | 'needsInPeriod'> & Partial<Pick<KpiEntry, 'problem' | 'variants'>>;

/** Whether the data answer it in any period, as a dashboard asks for it. */
export const isAnswered = ({ possible, needsInPeriod }: Pick<KpiEntry, 'possible' | 'needsInPeriod'>): boolean =>
  possible && needsInPeriod.length === 0;

/** Those of the management dashboard that the data can answer, in its order. */
export function possibleCards(kpis: readonly Known[], most: number): readonly string[] {
  const possible = new Set(kpis.filter(isAnswered).map(({ kpi }) => kpi));
  const first = possible.has('revenue') ? [] : WITHOUT_SALES;
  return [...new Set([...first, ...MANAGEMENT_KPIS])].filter((kpi) => possible.has(kpi)).slice(0, most);
}

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
  return possibleCards(kpis, CARDS);
}

const BREAKDOWNS = ['region', 'category', 'rep', 'segment', 'country', 'channel', 'city', 'subcategory', 'product'];
const RANKINGS = ['customer', 'rep', 'product', 'city', 'country'];
const ASSORTMENTS = ['category', 'subcategory', 'product', 'segment', 'channel', 'type'];
/** Fewer product groups than this say little where finer ones are known. */
const FEW_GROUPS = 5;
/** Of a dimension that none of the lists names. */
const MOST_MEMBERS = 50;

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
