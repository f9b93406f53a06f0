import { kpiStatuses } from '#engine/catalogue/kpi-status.ts';
import type { ColumnQueries } from '#engine/ports/column-queries.ts';
import type { Settings } from '#shared/settings.ts';
import type { Inspection } from '#shared/importing.ts';

/** What can be answered once a file with these fields (`sale.amount`) stands beside what is there already. */
export function possibleKpis(
  queries: ColumnQueries,
  settings: Settings,
  fields: ReadonlySet<string>,
): Inspection['possibleKpis'] {
  return kpiStatuses((kind, field) => fields.has(`${kind}.${field}`) || queries.has(kind, field), settings).map(
    ({ kpi, possible, needs }) => ({ kpi, possible, needs }),
  );
}
