import { OTHER } from '#shared/question.ts';
import type { ColumnQueries } from '../ports/column-queries.ts';
import type { PlannedDimension } from './plan.ts';

/** Names of a text dimension by code; the unknown member and deleted codes have none. */
export function memberNames(queries: Pick<ColumnQueries, 'columns'>, dimension: string): readonly string[] {
  for (const kind of queries.columns.kinds()) {
    const field = queries.columns.table(kind)?.fields.find(({ key }) => key === dimension);
    if (field?.dimension != null) return queries.columns.members(field.dimension);
  }
  return [];
}

/** Name of one step of a path: a bucket's period text, or a member's name; null for the unknown member. */
export function nameOf(queries: ColumnQueries, dimension: PlannedDimension, index: number): string | null {
  if (dimension.type === 'date') return dimension.axis.buckets[index]?.key ?? null;
  if (isRest(dimension, index)) return OTHER;
  return index === 0 ? null : (memberNames(queries, dimension.dimension)[index] ?? null);
}

/** Whether a step of a path is the united remainder of a `top`. */
export function isRest(dimension: PlannedDimension, index: number): boolean {
  return dimension.type === 'text' && dimension.top?.otherCode === index;
}
