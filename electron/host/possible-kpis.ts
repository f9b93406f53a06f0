import { kpiStatuses } from '#engine/catalogue/kpi-status.ts';
import { readableKpis, withOwnKpis } from '#engine/catalogue/own-kpis.ts';
import { withLists } from '#engine/catalogue/with-lists.ts';
import type { ColumnQueries } from '#engine/ports/column-queries.ts';
import type { HasField } from '#engine/question/measure-needs.ts';
import { fieldsAtHand } from '#engine/question/fields-at-hand.ts';
import type { Inspection } from '#shared/importing.ts';
import { LIST_KINDS } from '#shared/record-kinds.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';

/**
 * What can be answered once tables with these fields (`sale.amount`) stand beside what is there already. A kind that neither
 * gets rows nor a list has what its rows have now; of others it is not known yet which names will meet.
 */
export function possibleKpis(
  { store, queries }: { readonly store: WorkspaceStore; readonly queries: ColumnQueries },
  fields: ReadonlySet<string>,
): Inspection['possibleKpis'] {
  const stored = store.columns();
  const brought = new Set(Array.from(fields, (field) => field.split('.', 1)[0]));
  const hasLists = LIST_KINDS.some((list) => brought.has(list));
  const joined = withLists(
    (kind, field) =>
      fields.has(`${kind}.${field}`) || (stored.table(kind)?.fields.some(({ key }) => key === field) ?? false),
  );
  const has: HasField = (kind, field) => (hasLists || brought.has(kind) ? joined : queries.has)(kind, field);
  const { variants, ownKpis } = store.settings();
  const definitions = readableKpis(withOwnKpis(ownKpis, fieldsAtHand(queries.columns)), variants);
  return kpiStatuses(has, { variants }, definitions).map(({ kpi, possible, needs }) => ({ kpi, possible, needs }));
}
