import type { Filter } from '#shared/question.ts';

/**
 * Whether two lists of filters let the same rows through, as far as that is plain: the same filters in any order, the members of a
 * filter in any order.
 * Example: region is North or South, and region is South or North.
 */
export function sameFilters(a: readonly Filter[], b: readonly Filter[]): boolean {
  const [left, right] = [keyOf(a), keyOf(b)];
  return left === right;
}

function keyOf(filters: readonly Filter[]): string {
  const keys = filters.map((filter) =>
    JSON.stringify(
      'values' in filter
        ? [filter.op, filter.dimension, filter.values.map((value) => JSON.stringify(value)).toSorted()]
        : Object.entries(filter).toSorted(([x], [y]) => (x < y ? -1 : 1)),
    ),
  );
  return [...new Set(keys)].toSorted().join('\n');
}
