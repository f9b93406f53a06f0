import type { KpiStatus } from '#shared/contract.ts';
import type { Settings } from '#shared/settings.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import { resolveKpi, type IsAvailable, type ResolvedKpi } from '../formula/resolve-kpi.ts';
import { kpiNeeds, meantBreakdown } from '../question/kpi-needs.ts';
import { needsOf, type HasField } from '../question/measure-needs.ts';

/**
 * Every KPI with its variants and whether the data at hand can answer it in the one in force, in the catalogue's order. A variant that
 * nobody chose stands in for those before it where the data answer only that.
 * Throws E_FORMULA_CYCLE and E_BAD_FORMULA for definitions that cannot be read.
 * Example: without a cost column gross-margin is not possible and needs ['sale.cost'].
 */
export function kpiStatuses(
  has: HasField,
  settings: Pick<Settings, 'variants'>,
  definitions = BUILT_IN,
  isAvailable: IsAvailable = (measure) => needsOf(measure, has).length === 0,
): readonly KpiStatus[] {
  return [...definitions.kpis.values()].map((definition): KpiStatus => {
    const { id, category, unit, direction, variants, source } = definition;
    const resolved = resolveKpi(id, settings.variants, definitions, isAvailable);
    const { variant } = resolved;
    const needs = kpiNeeds(resolved, has);
    const inVariant = (one: string): ResolvedKpi =>
      resolveKpi(id, { ...settings.variants, [id]: one }, definitions, isAvailable);
    return {
      kpi: id,
      category,
      unit: variant.unit ?? unit,
      direction,
      variants: variants.map((one) => one.id),
      variant: variant.id,
      automatic: resolved.automatic,
      formula: variant.formula,
      source,
      breakdown: meantBreakdown(resolved, has),
      possible: needs.length === 0,
      needs: [...needs],
      needsInPeriod: [...kpiNeeds(resolved, has, false)],
      needsByVariant: Object.fromEntries(variants.map((one) => [one.id, [...kpiNeeds(inVariant(one.id), has)]])),
    };
  });
}
