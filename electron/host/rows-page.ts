import { readingOrder } from '#engine/catalogue/reading-order.ts';
import type { RowsPage } from '#shared/question.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';

/** A page of the rows at positions of a kind's table, as their files have them. */
export function rowsPage(
  store: WorkspaceStore,
  kind: RecordKind,
  positions: Int32Array,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): RowsPage {
  const { fields, rows } = store.rowsAt(kind, [...positions.subarray(offset, offset + limit)]);
  const order = readingOrder(kind, fields);
  return {
    total: positions.length,
    offset,
    fields: order
      .flatMap((place) => fields[place] ?? [])
      .map(({ key, label, type, unit }) => ({ key, label: label ?? key, type, unit })),
    rows: rows.map(({ values, written, ...row }) => ({
      ...row,
      values: order.map((place) => values[place] ?? null),
      ...(Object.keys(written).length === 0 ? {} : { written }),
    })),
  };
}
