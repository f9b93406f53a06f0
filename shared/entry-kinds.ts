import type { RecordKind } from './record-kinds.ts';

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
