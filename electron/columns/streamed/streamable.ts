import type { CellRequest, RowFilter } from '#engine/ports/column-queries.ts';
import { derivedFields } from '#shared/derived-fields.ts';
import { groupedField } from '#shared/grouped-fields.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { FieldsWithUnited } from '../united-codes.ts';

/** Derived fields that a row has from its own values alone. */
const OF_ONE_ROW: ReadonlySet<string> = new Set([
  'sale.sale_key',
  'sale.discount_given',
  'sale.discount_rate',
  'deal.weighted_value',
  'deal.stage_weighted_value',
  'deal.cycle_days',
  'deal.was_open',
  'lead.answer_hours',
  'lead.answer_office_hours',
  'activity.count_or_one',
  'subscription.yearly_amount',
]);

const CUSTOMER = ['customer', 'customer_id'];

/** Whether a block of rows knows these fields as all rows together do. */
export function canStream(fields: FieldsWithUnited, kind: AnyKind, keys: readonly string[]): boolean {
  const table = fields.stored.kinds().some((stored) => stored === kind) ? fields.stored.table(kind) : null;
  if (table?.blocks === undefined || !fields.isPlain(kind)) return false;
  const stored = new Set(table.fields.map(({ key }) => key));
  return keys.flatMap(fields.sourcesOf).every((key) => {
    if (stored.has(key) || OF_ONE_ROW.has(`${kind}.${key}`)) return true;
    // Whoever has a number and whoever has a name are told apart by all rows; one of the two is itself.
    if (kind === 'sale' && key === 'customer_key') return !CUSTOMER.every((one) => stored.has(one));
    // Members are told apart by all rows.
    if (groupedField(key) !== null) return false;
    // What no row has is nowhere; all that is derived otherwise needs all rows.
    return derivedFields(kind).every((derived) => derived.key !== key);
  });
}

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
export function bytesARow(fields: FieldsWithUnited, kind: AnyKind, keys: readonly string[]): number {
  const infos = fields.columns.table(kind)?.fields ?? [];
  const widthOf = (key: string): number => {
    const info = infos.find((one) => one.key === key);
    switch (info?.type) {
      case 'flag':
        return 1;
      case 'date':
      case 'instant':
        return 4;
      case 'text': {
        const members = fields.columns.members(info.dimension ?? '').length;
        return members <= 0x100 ? 1 : members <= 0x1_0000 ? 2 : 4;
      }
      case 'decimal':
      case undefined:
        return WIDEST;
    }
  };
  const all = new Set(keys.flatMap(fields.sourcesOf));
  return [...all].reduce((sum, key) => sum + widthOf(key), BESIDE);
}

/** Whether the columns of these fields would not fit, and need not be held. */
export function isStreamed(fields: FieldsWithUnited, kind: AnyKind, keys: readonly string[]): boolean {
  const { limit } = fields.stored.room;
  if (limit === Infinity) return false;
  return fields.rows(kind) * bytesARow(fields, kind, keys) > limit && canStream(fields, kind, keys);
}
