import { LIST_DERIVATIONS, LIST_JOINS, type ListJoin } from '#shared/lists.ts';
import { isListKind, type RecordKind } from '#shared/record-kinds.ts';
import type { HasField } from '../question/measure-needs.ts';

/** What a row must have of its own for the list to say what it is worth. */
const PRICED_WITH = { sale: 'quantity', deal: 'status' } as const;

/**
 * Whether a kind has a field, its own or one that the lists at hand can give it: of which rows they know the names is not
 * asked. Example: sales with a product and a product list with product and category have `sale.category`.
 */
export function withLists(has: HasField): HasField {
  const meets = (kind: RecordKind, { list, name, id }: ListJoin): boolean =>
    [name, id].some((key) => key !== null && has(kind, key) && has(list, key));
  return (kind, field) =>
    has(kind, field) ||
    LIST_JOINS.some(
      (join) => !isListKind(kind) && join.gives.includes(field) && has(join.list, field) && meets(kind, join),
    ) ||
    LIST_DERIVATIONS.some(
      (one) =>
        one.kind === kind &&
        one.field === field &&
        has(kind, PRICED_WITH[one.kind]) &&
        LIST_JOINS.some((join) => join.list === 'product_list' && has(join.list, one.from) && meets(kind, join)),
    );
}
