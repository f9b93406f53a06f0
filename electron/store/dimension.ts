import { CUSTOM_PREFIX, type RecordKind } from '#shared/record-kinds.ts';

/** Identifiers that name the same thing in every kind. */
const SHARED_IDENTIFIERS: ReadonlySet<string> = new Set(['customer_id', 'product_id']);

/** The dictionary of a text field: one for all kinds, so that filters conform; a kind's own for its record numbers. */
export function dimensionOf(kind: RecordKind, field: { readonly key: string; readonly identifier: boolean }): string {
  const isShared = !field.identifier || SHARED_IDENTIFIERS.has(field.key) || field.key.startsWith(CUSTOM_PREFIX);
  return isShared ? field.key : `${kind}.${field.key}`;
}
