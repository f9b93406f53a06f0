import type { Definitions } from '#engine/formula/resolve-kpi.ts';
import { AppError } from '#shared/errors.ts';
import { parseKpiReference, type KpiReference } from '#shared/kpi-reference.ts';
import type { Settings } from '#shared/settings.ts';

type Named = Readonly<Record<string, unknown>>;

/** Keys of a record that have come or changed. */
function changedKeys(before: Named, after: Named): readonly string[] {
  return Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

/**
 * Settings as they would be, refused where what is new in them names a KPI or variant that there is none of: E_UNKNOWN_KPI,
 * E_BAD_REQUEST with the place. What was there before stays, also of a KPI that was removed: it may come back.
 */
export function checkedSettings(before: Settings, after: Settings, { kpis }: Definitions): Settings {
  const check = ({ kpi, variant }: KpiReference, at: string): void => {
    const definition = kpis.get(kpi);
    if (definition === undefined) throw new AppError('E_UNKNOWN_KPI', `There is no KPI "${kpi}".`, { kpi });
    if (variant !== null && !definition.variants.some(({ id }) => id === variant))
      throw new AppError('E_BAD_REQUEST', `The KPI "${kpi}" has no variant "${variant}".`, { at });
  };
  for (const kpi of changedKeys(before.variants, after.variants))
    check({ kpi, variant: after.variants[kpi] ?? null }, `variants.${kpi}`);
  for (const reference of changedKeys(before.references, after.references))
    check(parseKpiReference(reference), `references.${reference}`);
  const cards = new Set(before.overviewCards);
  for (const [at, reference] of (after.overviewCards ?? []).entries())
    if (!cards.has(reference)) check(parseKpiReference(reference), `overviewCards.${String(at)}`);
  return after;
}
