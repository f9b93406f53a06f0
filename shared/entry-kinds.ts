import { fieldOf, type FieldDefinition, type RecordKind } from './record-kinds.ts';

/** Kinds whose rows can be written in the app: what people keep in their heads or in a small table of their own. */
export const ENTRY_KINDS = [
  'target',
  'cost',
  'customer_list',
  'product_list',
  'rep_list',
] as const satisfies readonly RecordKind[];
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A longer table is better kept in a file. */
export const MOST_ENTRY_ROWS = 2000;

/** Lengths of a target: the words of its field `grain`. A target may also say its last day, or a number of months. */
export const TARGET_GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** All of a kind's fields, as people write them from left to right. */
const ENTRY_FIELDS: Readonly<Record<EntryKind, readonly string[]>> = {
  target: ['kpi', 'start', 'grain', 'end', 'value', 'rep', 'team', 'region', 'product', 'category'],
  cost: ['date', 'category', 'amount', 'currency', 'rep', 'region', 'channel'],
  customer_list: ['customer', 'customer_id', 'segment', 'region', 'country', 'city', 'since'],
  product_list: ['product', 'product_id', 'category', 'subcategory', 'list_price', 'cost'],
  rep_list: ['rep', 'team', 'manager', 'region', 'start', 'end'],
};

/** The columns of a kind's table: the order of cells in every row. Example: a cost begins with its date. */
export function entryFields(kind: EntryKind): readonly FieldDefinition[] {
  return ENTRY_FIELDS[kind].flatMap((key) => fieldOf(kind, key) ?? []);
}
