import { cohortKey, missingSources } from '#shared/derived-fields.ts';
import { inputsOf } from '../formula/expression.ts';
import type { ResolvedKpi } from '../formula/resolve-kpi.ts';
import { needsOf, type HasField } from './measure-needs.ts';

/**
 * The breakdown a KPI is meant for: of those that its definition names the first that the data have, else the first of all; null
 * without any. Example: sales by location in data with a region and a city go by region.
 */
export function meantBreakdown(kpi: ResolvedKpi, has: HasField): string | null {
  const { breakdowns = [] } = kpi.definition;
  return breakdowns.find((one) => breakdownNeeds(kpi, one, has).length === 0) ?? breakdowns[0] ?? null;
}

/** What the breakdown a KPI is meant for lacks: without it, all the KPI can say is that the whole is the whole. */
export function needsOfBreakdown(kpi: ResolvedKpi, has: HasField): readonly string[] {
  const breakdown = meantBreakdown(kpi, has);
  return breakdown === null ? [] : breakdownNeeds(kpi, breakdown, has);
}

/**
 * What a KPI in a variant lacks, of its measures and of its breakdown: `sale.cost`. Empty when it can be computed, over all time or in
 * other periods too.
 */
export function kpiNeeds(kpi: ResolvedKpi, has: HasField, overAllTime = true): readonly string[] {
  const needs = inputsOf(kpi.expression).flatMap(({ measure }) => needsOf(measure, has, overAllTime));
  return [...new Set([...needs, ...needsOfBreakdown(kpi, has)])];
}

/** The rows that are split are those of the formula's first measure. */
function breakdownNeeds({ expression }: ResolvedKpi, breakdown: string, has: HasField): readonly string[] {
  const [first] = inputsOf(expression);
  if (first === undefined) return [];
  return missingSources(first.measure.kind, breakdown === 'cohort' ? cohortKey('cohort', 'month') : breakdown, has);
}
