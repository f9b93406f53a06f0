import { fieldsOfKind, type AnyKind } from '#shared/record-kinds.ts';

/**
 * Places of a kind's fields in the order a person reads them: the catalogue's (date, amount, order, …), then the file's
 * own columns as they stand. Example: of customer, amount, custom:Lager, date these are the places 3, 1, 0, 2.
 */
export function readingOrder(kind: AnyKind, fields: readonly { readonly key: string }[]): readonly number[] {
  const known = fieldsOfKind(kind).map(({ key }) => key);
  const rank = fields.map(({ key }) => (known.includes(key) ? known.indexOf(key) : known.length));
  return [...fields.keys()].toSorted((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
}
