import type { CellRequest, DayRange, RowFilter } from '#engine/ports/column-queries.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { RowGroups } from '../breakdown.ts';
import { placeRows, type PlacedRows } from '../cell-rows.ts';
import { daysOf } from '../day-blocks.ts';
import type { Fields } from '../fields.ts';
import { rowMasks, type MaskOf } from '../row-mask.ts';
import { selectionOf } from '../selection.ts';
import type { FieldsWithUnited } from '../united-codes.ts';
import { fieldsOfFilters } from './streamable.ts';

/** Some rows of a kind that follow each other, with their fields. */
export interface Block {
  readonly fields: Fields;
  readonly maskOf: MaskOf;
  /** Place of the first one among all. */
  readonly first: number;
}

/** The rows of a kind in order, as many at a time as the fields that are read of them leave room for. */
export function* blocksOf(fields: FieldsWithUnited, kind: AnyKind, keys: readonly string[]): Generator<Block> {
  for (const part of fields.blocks(kind, keys.flatMap(fields.sourcesOf))) {
    const own = fields.over(part.fields);
    yield { fields: own, maskOf: rowMasks(own), first: part.first };
  }
}

/** The rows of a block in the cells of a request. */
export function placedIn(
  { fields, maskOf }: Block,
  request: CellRequest,
  breakdown: RowGroups,
  data: DayRange | null,
): PlacedRows {
  const { kind, filters } = request;
  const { dimensions } = breakdown;
  const rows = fields.rows(kind);
  const groups: RowGroups = {
    ...breakdown,
    groups: () =>
      dimensions.length === 0
        ? null
        : breakdown.among(
            dimensions.map((key) => fields.codes(kind, key)?.codes ?? new Uint8Array(rows)),
            rows,
          ),
  };
  return placeRows(fields, request, groups, () => selectionOf(fields, maskOf, kind, filters), data, null);
}

/** Whether some row passes all filters. */
export function somePass(fields: FieldsWithUnited, kind: AnyKind, filters: readonly RowFilter[]): boolean {
  for (const { fields: part, maskOf } of blocksOf(fields, kind, fieldsOfFilters(filters)))
    if ((selectionOf(part, maskOf, kind, filters)?.length ?? part.rows(kind)) > 0) return true;
  return false;
}

/** First and last day of a field; null without any. */
export function streamedRange(fields: FieldsWithUnited, kind: AnyKind, field: string): DayRange | null {
  let range: DayRange | null = null;
  for (const { fields: part } of blocksOf(fields, kind, [field])) {
    const own = daysOf(part.days(kind, field) ?? new Int32Array(0));
    if (own === null) continue;
    const known: DayRange = range ?? own;
    range = { from: Math.min(known.from, own.from), to: Math.max(known.to, own.to) };
  }
  return range;
}
