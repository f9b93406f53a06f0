import { z } from 'zod';
import { memberNameSchema } from './question.ts';
import { RECORD_KINDS } from './record-kinds.ts';

/** Which rows of a kind to show, and in what order: the data screen's table. Rows are shown as they are stored. */
const field = z.string().min(1).max(200);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const rowFilterSchema = z.discriminatedUnion('is', [
  /** Upper and lower case are the same. */
  z.strictObject({ field, is: z.literal('contains'), text: z.string().min(1).max(200) }),
  /** Names as they are shown; null is the missing one. */
  z.strictObject({ field, is: z.literal('in'), values: z.array(memberNameSchema.nullable()).min(1).max(1000) }),
  /** Base units, both ends included; null is no end. */
  z.strictObject({ field, is: z.literal('number'), from: z.number().nullable(), to: z.number().nullable() }),
  /** ISO days, both included, also for instants. */
  z.strictObject({ field, is: z.literal('date'), from: isoDate.nullable(), to: isoDate.nullable() }),
  z.strictObject({ field, is: z.literal('flag'), value: z.boolean() }),
  z.strictObject({ field, is: z.literal('blank') }),
  z.strictObject({ field, is: z.literal('filled') }),
]);
export type RowFilter = z.infer<typeof rowFilterSchema>;

export const rowSortSchema = z.strictObject({ field, descending: z.boolean() });
export type RowSort = z.infer<typeof rowSortSchema>;

export const rowSelectionSchema = z.strictObject({
  kind: z.enum(RECORD_KINDS),
  /** Words that a row must all have somewhere in its texts. */
  search: z.string().max(200),
  /** A row passes all of them. */
  filters: z.array(rowFilterSchema).max(50),
  /** Null: in the order of the imports and their files. */
  sort: rowSortSchema.nullable(),
});
export type RowSelection = z.infer<typeof rowSelectionSchema>;
