import { z } from 'zod';
import { ENTRY_KINDS, MOST_ENTRY_ROWS } from './entry-kinds.ts';
import {
  columnReadingSchema,
  importRecordSchema,
  noticeSchema,
  readingOptionsSchema,
  REJECT_REASONS,
} from './importing.ts';
import { DECIMAL_MARKS } from './reading-formats.ts';

/**
 * Rows written in the app, a table a kind: texts in the order of `entryFields`, '' for nothing. They are read by the
 * rules for files and kept as an import that each save replaces as a whole.
 */
const cell = z.string().max(1000);
const rows = z.array(z.array(cell).max(40)).max(MOST_ENTRY_ROWS);
const kind = z.enum(ENTRY_KINDS);
/** The reader's own: decides where two readings fit, and is what numbers come back with. */
const mark = z.enum(DECIMAL_MARKS);

export const ENTRY_REASONS = [
  ...REJECT_REASONS,
  'total-row',
  'already-there',
  'other-currency',
  'unknown-word',
] as const;
export type EntryReason = (typeof ENTRY_REASONS)[number];

/** What keeps a row from being saved, `row` 1-based. */
export const entryFaultSchema = z.strictObject({ row: z.int(), field: z.string(), reason: z.enum(ENTRY_REASONS) });
export type EntryFault = z.infer<typeof entryFaultSchema>;

export const entryInputSchema = z.strictObject({ kind, rows, mark });
export type EntryInput = z.infer<typeof entryInputSchema>;

/** `rows` as they were read: dates as ISO, numbers plain, known words as they are kept; what cannot be read as it was written. */
export const entryCheckSchema = z.strictObject({
  rows: z.array(z.array(z.string())),
  faults: z.array(entryFaultSchema),
  notices: z.array(noticeSchema),
});
export type EntryCheck = z.infer<typeof entryCheckSchema>;

export const entryTableSchema = z.strictObject({
  rows: z.array(z.array(z.string())),
  /** The import they are kept as, null while there is none. */
  saved: importRecordSchema.nullable(),
});
export type EntryTable = z.infer<typeof entryTableSchema>;

/** A block from a spreadsheet's clipboard. */
export const pastedInputSchema = z.strictObject({
  kind,
  mark,
  block: z
    .array(z.array(z.string().max(10_000)).max(200))
    .min(1)
    .max(MOST_ENTRY_ROWS + 50),
  /** The columns' names on screen, in the order of `entryFields`. */
  labels: z.array(z.string().max(200)).max(40),
  /** Place of the field where a block without a header begins. */
  at: z.int().min(0).max(40),
  /** Of the first period of months as columns that do not say theirs. */
  year: z.int().min(1900).max(2100).optional(),
  columnDecimal: readingOptionsSchema.shape.columnDecimal,
  columnDateFormat: readingOptionsSchema.shape.columnDateFormat,
});
export type PastedInput = z.infer<typeof pastedInputSchema>;

export const pastedSchema = z.strictObject({
  rows: z.array(z.array(z.string())),
  /** Places of the fields that the block has. */
  fields: z.array(z.int()),
  /** Months as columns without a year: nothing is taken over before it is said. */
  needsYear: z.boolean(),
  /** Columns that two readings fit: nothing is taken over before one is chosen. */
  questions: z.array(columnReadingSchema.pick({ index: true, header: true, alternatives: true })),
  /** Names of columns that have no place here. */
  leftOut: z.array(z.string()),
  /** Rows that are sums of the others. */
  totals: z.int(),
  notices: z.array(noticeSchema),
});
export type Pasted = z.infer<typeof pastedSchema>;
