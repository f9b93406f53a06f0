import { derivedFields, missingSources } from '#shared/derived-fields.ts';
import { ungroupedKey } from '#shared/grouped-fields.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import type { Reason } from '#shared/question.ts';
import { fieldOf, type AnyKind, type FieldType } from '#shared/record-kinds.ts';
import { reason } from '../formula/outcome.ts';
import type { ColumnQueries, RowFilter } from '../ports/column-queries.ts';
import { isBlindTo } from './groups.ts';
import { needsOf } from './measure-needs.ts';
import { filteredTypes, filtersOf } from './row-filters.ts';

/**
 * Why a measure has no answer under these dimensions and filters; null when it has. A dimension that its kind never has is told
 * from one that is not imported.
 */
export function refusalOf(
  measure: MeasureDefinition,
  dimensions: readonly string[],
  filters: readonly RowFilter[],
  queries: ColumnQueries,
  overAllTime: boolean,
): Reason | null {
  const { kind, blindTo = [] } = measure;
  const missing = needsOf(measure, queries.has, overAllTime);
  if (missing.length > 0) return reason('needs-data', { needs: [...missing] });
  const asked: readonly Asked[] = [
    ...filtersOf(measure, filters).map((filter) => ({ field: filter.dimension, types: filteredTypes(filter) })),
    ...dimensions.map((field) => ({ field, types: ['text'] as const })),
  ];
  const absent = asked.find((one) => !isBlindTo(blindTo, one.field) && !isAnswered(kind, one, queries))?.field;
  if (absent === undefined) return null;
  const field = ungroupedKey(absent);
  return fieldOf(kind, field) === null
    ? reason('filter-not-answerable', { dimension: absent })
    : reason('needs-data', { dimension: absent, needs: [...missingSources(kind, field, queries.has)] });
}

interface Asked {
  readonly field: string;
  /** Null for any. */
  readonly types: readonly FieldType[] | null;
}

/** A field of the files, or one worked out from what they have. */
function isAnswered(kind: AnyKind, { field, types }: Asked, { columns, has }: ColumnQueries): boolean {
  const isMeant = (type: FieldType): boolean => types === null || types.includes(type);
  const stored = columns.table(kind)?.fields.find(({ key }) => key === field);
  if (stored !== undefined) return isMeant(stored.type);
  const isDerived = derivedFields(kind).some(({ key, type }) => key === field && isMeant(type));
  return isDerived && missingSources(kind, field, has).length === 0;
}
