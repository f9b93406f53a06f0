import type { CellRequest, RowFilter } from '#engine/ports/column-queries.ts';
import type { KindTable } from '#engine/ports/workspace-columns.ts';
import { anyFieldOf, derivedFields } from '#shared/derived-fields.ts';
import { groupedField, ungroupedKey } from '#shared/grouped-fields.ts';
import { ratedCurrency } from '#shared/rates.ts';
import { ANY_KINDS, LIST_KINDS, type AnyKind, type RecordKind } from '#shared/record-kinds.ts';
import type { Fields } from '../fields.ts';

/** Whether a block of rows knows these fields as all rows together do. */
export function canStream(fields: Fields, kind: AnyKind, keys: readonly string[]): boolean {
  const table = fields.stored.kinds().some((stored) => stored === kind) ? fields.stored.table(kind) : null;
  if (table?.blocks === undefined) return false;
  return keys
    .flatMap(fields.sourcesOf)
    .map(ungroupedKey)
    .every((key) => hasKey(table, key) || isKnown(fields, kind, key));
}

const hasKey = ({ fields }: KindTable, key: string): boolean => fields.some((field) => field.key === key);

/** A field that is derived, or that no row of the kind has: of anything else nobody can say that it is nowhere. */
function isKnown(fields: Fields, kind: AnyKind, key: string): boolean {
  if (ratedCurrency(key) !== null || ANY_KINDS.some((one) => anyFieldOf(one, key) !== null)) return true;
  return fields.stored.kinds().some((other) => {
    const table = other === kind ? null : fields.stored.table(other);
    return table !== null && hasKey(table, key);
  });
}

/** Kinds of which some questions take whole columns all the same: lists, which are joined with blocks, and those whose rows are put in order. */
export const TAKEN_WHOLE: readonly RecordKind[] = [...LIST_KINDS, 'lead', 'subscription', 'target', 'competitor_price'];

export function fieldsOfRequest({ date, until, standing, filters, breakdown }: CellRequest): readonly string[] {
  return [date, ...(until === null ? [] : [until]), ...(standing === null ? [] : [standing.field])].concat(
    filters.map(({ dimension }) => dimension),
    breakdown.dimensions,
  );
}

export const fieldsOfFilters = (filters: readonly RowFilter[]): readonly string[] =>
  filters.map(({ dimension }) => dimension);

/** What is made of the rows beside the columns: their cells and a mask; and a column of the values that are asked for. */
const BESIDE = 4 + 1 + 8;
const WIDEST = 8;

/** Bytes a row of the columns that some fields are read from. */
function bytesARow(fields: Fields, kind: AnyKind, keys: readonly string[]): number {
  const infos = fields.stored.table(kind)?.fields ?? [];
  const widthOf = (key: string): number => {
    const info = infos.find((one) => one.key === key);
    switch (info?.type) {
      case 'flag':
        return 1;
      case 'date':
      case 'instant':
        return 4;
      case 'text': {
        const members = fields.stored.members(info.dimension ?? '').length;
        return members <= 0x100 ? 1 : members <= 0x1_0000 ? 2 : 4;
      }
      case 'decimal':
      case undefined:
        return WIDEST;
    }
  };
  const all = new Set(keys.flatMap(fields.sourcesOf).flatMap((key) => [key, ...sourcesOf(kind, key)]));
  return [...all].reduce((sum, key) => sum + widthOf(key), BESIDE);
}

/** The fields of a row that a derived one comes from. */
function sourcesOf(kind: AnyKind, key: string): readonly string[] {
  const grouped = groupedField(key);
  if (grouped !== null) return [grouped.field];
  const from = derivedFields(kind).find((derived) => derived.key === key)?.from ?? [];
  return from.flat().filter((source) => !source.includes('.'));
}

/** A block takes no more than this share of the room, and no more rows than are quick to go through again. */
const SHARE = 8;
const MOST_ROWS = 262_144;

/** Rows of a block of which some fields are read. */
export function mostRowsOf(fields: Fields, kind: AnyKind, keys: readonly string[]): number {
  return Math.min(MOST_ROWS, fields.stored.room.limit / SHARE / bytesARow(fields, kind, keys));
}

/** Whether the columns of these fields would not fit, and need not be held. */
export function isStreamed(fields: Fields, kind: AnyKind, keys: readonly string[]): boolean {
  const { limit } = fields.stored.room;
  if (limit === Infinity) return false;
  return (
    (fields.stored.table(kind)?.rows ?? 0) * bytesARow(fields, kind, keys) > limit && canStream(fields, kind, keys)
  );
}
