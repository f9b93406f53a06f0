import { derivedFields } from '#shared/derived-fields.ts';
import { ungroupedKey } from '#shared/grouped-fields.ts';
import { rowConditions } from '#shared/measures.ts';
import type { Explanation, Filter } from '#shared/question.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { QuestionContext } from './context.ts';
import type { LocatedCell } from './locate.ts';
import type { RowPositions } from './row-positions.ts';
import { ownInputs } from './row-sources.ts';

/**
 * Fields that a cell goes by (what is added up or counted, its members, the filters) of which some rows behind it have the
 * value from a list. Example: revenue of the category Te over three sales without a category, which the product list has for
 * their products: `sale.category` from product_list, 3 rows.
 */
export function fieldsFromLists(
  { kpi, level }: LocatedCell,
  filters: readonly Filter[],
  positions: readonly RowPositions[],
  { queries, files }: QuestionContext,
): Explanation['fromLists'] {
  const asked = [
    ...level.dimensions.flatMap((one) => (one.type === 'text' ? [one.dimension] : [])),
    ...filters.map(({ dimension }) => dimension),
  ].map(ungroupedKey);
  return positions.flatMap(({ kind, positions: rows }) => {
    const measures = ownInputs(kpi.inputs).flatMap(({ measure }) => (measure.kind === kind ? [measure] : []));
    const used = measures.flatMap((measure) => rowConditions(measure).map(({ field }) => field));
    const fields = new Set([...used.flatMap((field) => storedFields(kind, field)), ...asked]);
    return [...fields].flatMap((field) => {
      const given = queries.given(kind, field, rows);
      if (given === null) return [];
      const label = queries.columns.table(kind)?.fields.find(({ key }) => key === field)?.label ?? null;
      return [{ field: `${kind}.${field}`, label, ...given, files: [...(files?.(given.list) ?? [])] }];
    });
  });
}

/** What a derived field is worked out from; any other is itself. */
function storedFields(kind: AnyKind, field: string): readonly string[] {
  const derived = derivedFields(kind).find(({ key }) => key === field);
  return derived === undefined ? [field] : derived.from.flat();
}
