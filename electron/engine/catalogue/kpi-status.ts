import type { KpiStatus } from '#shared/contract.ts';
import { missingFields } from '#shared/measures.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import type { Settings } from '#shared/settings.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import { inputsOf } from '../formula/expression.ts';
import { resolveKpi, type Definitions, type Variants } from '../formula/resolve-kpi.ts';

/** Whether a kind has a field with values. */
export type HasField = (kind: RecordKind, field: string) => boolean;

/** What a KPI in its variant in force lacks: `sale.cost`. Empty when it can be computed. */
function needsOf(kpi: string, variants: Variants, definitions: Definitions, has: HasField): readonly string[] {
  const inputs = inputsOf(resolveKpi(kpi, variants, definitions).expression);
  return [...new Set(inputs.flatMap(({ measure }) => missingFields(measure, has)))];
}

/**
 * Every KPI with its variants and whether the data at hand can answer it, in the catalogue's order.
 * Throws E_FORMULA_CYCLE and E_BAD_FORMULA for definitions that cannot be read.
 * Example: without a cost column gross-margin is not possible and needs ['sale.cost'].
 */
export function kpiStatuses(
  has: HasField,
  settings: Pick<Settings, 'variants'>,
  definitions = BUILT_IN,
): readonly KpiStatus[] {
  return [...definitions.kpis.values()].map((definition): KpiStatus => {
    const { id, category, unit, direction, variants, source } = definition;
    const { variant } = resolveKpi(id, settings.variants, definitions);
    const needs = needsOf(id, settings.variants, definitions, has);
    return {
      kpi: id,
      category,
      unit: variant.unit ?? unit,
      direction,
      variants: variants.map((one) => one.id),
      variant: variant.id,
      formula: variant.formula,
      source,
      possible: needs.length === 0,
      needs: [...needs],
    };
  });
}
