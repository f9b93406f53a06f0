import { derivedFields, missingSources } from '#shared/derived-fields.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import type { Filter, Reason } from '#shared/question.ts';
import { fieldOf, type AnyKind } from '#shared/record-kinds.ts';
import { reason } from '../formula/outcome.ts';
import type { ColumnQueries } from '../ports/column-queries.ts';
import { isBlindTo } from './groups.ts';
import { needsOf } from './measure-needs.ts';

/** The filters that a measure goes by. */
export function filtersOf({ blindTo = [] }: MeasureDefinition, filters: readonly Filter[]): readonly Filter[] {
  return blindTo.length === 0 ? filters : filters.filter(({ dimension }) => !isBlindTo(blindTo, dimension));
}

/**
 * Why a measure has no answer under these dimensions and filters; null when it has. A dimension that its kind never has is told
 * from one that is not imported.
 */
export function refusalOf(
  measure: MeasureDefinition,
  dimensions: readonly string[],
  filters: readonly Filter[],
  queries: ColumnQueries,
  overAllTime: boolean,
): Reason | null {
  const { kind, blindTo = [] } = measure;
  const missing = needsOf(measure, queries.has, overAllTime);
  if (missing.length > 0) return reason('needs-data', { needs: [...missing] });
  const asked = [...filtersOf(measure, filters).map(({ dimension }) => dimension), ...dimensions];
  const absent = asked.find((dimension) => !isBlindTo(blindTo, dimension) && !isAnswered(kind, dimension, queries));
  if (absent === undefined) return null;
  return fieldOf(kind, absent) === null
    ? reason('filter-not-answerable', { dimension: absent })
    : reason('needs-data', { dimension: absent, needs: [...missingSources(kind, absent, queries.has)] });
}

/** A text of the files, or one worked out from what they have. */
function isAnswered(kind: AnyKind, dimension: string, { columns, has }: ColumnQueries): boolean {
  const stored = columns.table(kind)?.fields.find(({ key }) => key === dimension);
  if (stored !== undefined) return stored.dimension !== null;
  const isDerived = derivedFields(kind).some(({ key, type }) => key === dimension && type === 'text');
  return isDerived && missingSources(kind, dimension, has).length === 0;
}
