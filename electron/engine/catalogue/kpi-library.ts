import type { KpiEntry, KpiStatus } from '#shared/contract.ts';
import type { KpiDefinition } from '#shared/kpi-definition.ts';
import type { Settings } from '#shared/settings.ts';
import type { Definitions, IsAvailable } from '../formula/resolve-kpi.ts';
import { needsOf, type HasField } from '../question/measure-needs.ts';
import { kpiStatuses } from './kpi-status.ts';
import { readableKpis, unreadableKpis } from './own-kpis.ts';

/**
 * Every KPI with what the data at hand make of each of its variants, in the catalogue's order, the user's own last. An own one
 * whose formula cannot be read any longer says so instead of keeping the others from being listed.
 */
export function kpiLibrary(
  has: HasField,
  settings: Pick<Settings, 'variants'>,
  definitions: Definitions,
  isAvailable: IsAvailable = (measure) => needsOf(measure, has).length === 0,
): readonly KpiEntry[] {
  const unreadable = unreadableKpis(definitions, settings.variants);
  const readable = readableKpis(definitions, settings.variants, unreadable);
  const inForce = new Map(kpiStatuses(has, settings, readable, isAvailable).map((status) => [status.kpi, status]));
  return [...definitions.kpis.values()].map((definition): KpiEntry => {
    const { id, own = null, beside = [] } = definition;
    const { needsByVariant, ...status } = inForce.get(id) ?? unreadableStatus(definition);
    return {
      ...status,
      own,
      problem: unreadable.get(id) ?? null,
      beside: [...beside],
      inVariants: definition.variants.map(({ id: variant, formula, unit, direction }) => {
        const needs = [...(needsByVariant[variant] ?? [])];
        return {
          variant,
          formula,
          unit: unit ?? definition.unit,
          direction: direction ?? definition.direction,
          possible: needs.length === 0 && readable.kpis.has(id),
          needs,
        };
      }),
    };
  });
}

function unreadableStatus({ id, category, unit, direction, source, variants }: KpiDefinition): KpiStatus {
  const [{ id: variant, formula }] = variants;
  const nothing = { breakdown: null, possible: false, needs: [], needsInPeriod: [] };
  return {
    kpi: id,
    category,
    unit,
    direction,
    variants: [variant],
    variant,
    automatic: false,
    formula,
    source,
    needsByVariant: {},
    ...nothing,
  };
}
