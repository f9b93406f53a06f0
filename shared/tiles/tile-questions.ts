import type { Dashboard, Tile } from '../dashboards.ts';
import { DATE_DIMENSION } from '../members.ts';
import type { Comparison, Filter, QuestionInput, ResolvedPeriod } from '../question.ts';
import { parseKpiReference } from '../kpi-reference.ts';
import { sparkPeriod, trendPeriod } from './trend-periods.ts';
import { withCostShare } from './tile-words.ts';

/** What a tile's question is asked for. */
export interface Scope {
  readonly period: string;
  readonly compare: Comparison;
  readonly filters: readonly Filter[];
}

/**
 * The questions of a dashboard: all its cards share two (their totals and their months), every other tile has one of its own, and equal
 * ones are asked once by the query cache.
 */
export function cardKpis(tiles: Dashboard['tiles'], known: ReadonlySet<string>): readonly string[] {
  const kpis = tiles.flatMap((tile) => (tile.show === 'kpi' ? [tile.kpi] : []));
  return [...new Set(kpis)].filter((reference) => known.has(parseKpiReference(reference).kpi));
}

/** Totals of all cards. Revenue sets the page's scale and tells whether the period has any, also where no card shows it. */
export function totalsQuestion(kpis: readonly string[], { period, compare, filters }: Scope): QuestionInput {
  return { kpis: withCostShare([...new Set([...kpis, 'revenue'])]), period, compare, filters: [...filters] };
}

/** The months behind the sparklines. */
export function monthsQuestion(
  kpis: readonly string[],
  { filters }: Scope,
  clock: { readonly period: ResolvedPeriod; readonly today: string; readonly dataFrom: string },
): QuestionInput {
  const period = sparkPeriod(clock.period, clock.today, clock.dataFrom);
  return { kpis: [...kpis], rows: [{ dimension: DATE_DIMENSION, grain: 'month' }], filters: [...filters], period };
}

/**
 * The KPIs of cards that targets are set for. A target is for a KPI as a whole: one of its variants by name, such as new MRR beside MRR,
 * has none. `named` are the names in the targets' own column, null where a target says nothing and means revenue.
 */
export function targetedKpis(cards: readonly string[], named: readonly (string | null)[]): readonly string[] {
  const known = new Set(named.map((name) => name ?? 'revenue'));
  return cards.filter((reference) => known.has(reference));
}

/** They by month against their targets: the months tell whether the targets reach over the whole period. */
export function targetsQuestion(kpis: readonly string[], { period, filters }: Scope): QuestionInput {
  const rows = [{ dimension: DATE_DIMENSION, grain: 'month' as const }];
  return { kpis: [...kpis], rows, filters: [...filters], period, compare: 'target' };
}

type ChartTile = Extract<Tile, { show: 'chart' }>;

/** Kinds that draw the comparison; the others are spared it. */
const COMPARED: ReadonlySet<ChartTile['kind']> = new Set([
  'column',
  'bar',
  'line',
  'combo',
  'waterfall',
  'bullet',
  'scorecard',
  'table',
]);
const LONG_DAYS = 731;

/**
 * A chart's question. Months under half a year are seen among their neighbours; they stand against the same months a year before, and
 * over more than two years the line itself shows the years. Example: September 2026 by month is asked for October 2025 to September 2026.
 */
export function chartQuestion(
  { kind, question }: Pick<ChartTile, 'kind' | 'question'>,
  { period, compare, filters }: Scope,
  clock: { readonly period: ResolvedPeriod; readonly dataFrom: string; readonly days: number },
): QuestionInput {
  const [first] = question.rows;
  // Several lines are told apart by colour; a grey one beside each would only tangle them.
  const isCrowded = kind === 'line' && question.kpis.length > 1;
  const compares = COMPARED.has(kind) && !isCrowded ? compare : 'none';
  const all = { ...question, filters: [...filters, ...question.filters] };
  if (first?.dimension !== DATE_DIMENSION) return { ...all, period, compare: compares };
  return {
    ...all,
    period: first.grain === 'month' ? trendPeriod(clock.period, clock.dataFrom) : period,
    compare: compares === 'none' || compares === 'target' ? compares : clock.days > LONG_DAYS ? 'none' : 'last-year',
  };
}
