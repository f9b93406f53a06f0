import { derivedFields } from '#shared/derived-fields.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import { resolvePeriod, type PeriodClock } from '#shared/period.ts';
import type { Filter } from '#shared/question.ts';
import { FIELDS_BY_KIND, RECORD_KINDS, type FieldType } from '#shared/record-kinds.ts';
import { AppError } from '#shared/errors.ts';
import type { ColumnQueries, RowFilter } from '../ports/column-queries.ts';
import { isBlindTo } from './groups.ts';

/** What a filter can be of; null for any field. */
export function filteredTypes({ op }: Pick<RowFilter, 'op'>): readonly FieldType[] | null {
  switch (op) {
    case 'between':
      return ['decimal'];
    case 'days':
      return ['date', 'instant'];
    case 'blank':
    case 'not-blank':
      return null;
    case 'in':
    case 'not-in':
    case 'contains':
    case 'not-contains':
    case 'starts-with':
    case 'ends-with':
      return ['text'];
  }
}

/** The filters that a measure goes by. */
export function filtersOf({ blindTo = [] }: MeasureDefinition, filters: readonly RowFilter[]): readonly RowFilter[] {
  return blindTo.length === 0 ? filters : filters.filter(({ dimension }) => !isBlindTo(blindTo, dimension));
}

/**
 * Filters as rows are tested by them: a period text as its days, the members of a `top` by name, as `best` finds them.
 * Throws E_UNKNOWN_DIMENSION for a field that no kind has, of the type the filter is for, and E_BAD_PERIOD.
 */
export function rowFilters(
  filters: readonly Filter[],
  queries: ColumnQueries,
  clock: PeriodClock,
  best: (filter: Extract<Filter, { readonly op: 'top' }>, others: readonly RowFilter[]) => readonly (string | null)[],
): readonly RowFilter[] {
  const known = filters.map((filter): RowFilter | Extract<Filter, { readonly op: 'top' }> => {
    if (filter.op !== 'period') return filter;
    const { from, to } = resolvePeriod(filter.period, clock);
    return { op: 'days', dimension: filter.dimension, from, to };
  });
  for (const filter of known)
    checkField(filter.dimension, filter.op === 'top' ? ['text'] : filteredTypes(filter), queries);
  const plain = known.flatMap((filter) => (filter.op === 'top' ? [] : [filter]));
  if (plain.length === known.length) return plain;
  return known.map((filter) =>
    filter.op === 'top' ? { op: 'in', dimension: filter.dimension, values: [...best(filter, plain)] } : filter,
  );
}

/** A filter by a field that is not imported gives no value with what it needs; one that nobody knows is refused. */
function checkField(field: string, types: readonly FieldType[] | null, { columns }: ColumnQueries): void {
  const isMeant = ({ key, type }: { readonly key: string; readonly type: FieldType }): boolean =>
    key === field && (types === null || types.includes(type));
  const isStored = columns.kinds().some((kind) => columns.table(kind)?.fields.some(isMeant));
  const isField = RECORD_KINDS.some((kind) => [...FIELDS_BY_KIND[kind], ...derivedFields(kind)].some(isMeant));
  if (!isStored && !isField)
    throw new AppError('E_UNKNOWN_DIMENSION', `There is no field "${field}" to filter by so.`, { dimension: field });
}
