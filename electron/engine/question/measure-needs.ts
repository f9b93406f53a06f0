import { missingSources } from '#shared/derived-fields.ts';
import type { MeasureDefinition } from '#shared/kpi-definition.ts';
import { missingFields } from '#shared/measures.ts';
import { isDerivedKind, type RecordKind } from '#shared/record-kinds.ts';
import type { IsAvailable } from '../formula/resolve-kpi.ts';
import type { ColumnQueries } from '../ports/column-queries.ts';

/** Whether a kind has a field with values. */
export type HasField = (kind: RecordKind, field: string) => boolean;

/**
 * What files must bring for a measure (`sale.cost`), empty when it can be computed. The date of one that counts rows without it
 * is not needed over all time. Example: open pipeline needs no expected close there.
 */
export function needsOf(measure: MeasureDefinition, has: HasField, overAllTime = true): readonly string[] {
  const needs = missingFields(measure, has);
  if (measure.undated === undefined || !overAllTime) return needs;
  const dates = missingSources(measure.kind, measure.date, has);
  return needs.filter((need) => !dates.includes(need));
}

/** Whether the data at hand answer a measure: its fields are there, and rows of a kind that is worked out from others. */
export function isAvailableIn(queries: ColumnQueries): IsAvailable {
  const known = new Map<string, boolean>();
  return (measure) => {
    const answer =
      known.get(measure.id) ??
      (needsOf(measure, queries.has).length === 0 &&
        (!isDerivedKind(measure.kind) || (queries.columns.table(measure.kind)?.rows ?? 0) > 0));
    known.set(measure.id, answer);
    return answer;
  };
}
