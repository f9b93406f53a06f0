import { z } from 'zod';
import { RECORD_KINDS } from './record-kinds.ts';

/** How two names are alike, the surest first. */
export const LIKENESSES = [
  'case', // upper and lower case
  'spacing', // spaces and punctuation: GTXPro, GTX Pro
  'accents', // Björk, Bjork
  'word-order', // Ek Anna, Anna Ek
  'legal-form', // Björk, Björk AB
  'spelling', // a letter or two
  'same-number', // other names of one customer number
] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** A name of a dimension as it is shown. */
export const shownNameSchema = z.strictObject({
  name: z.string(),
  /** Rows with it, those of lists left out. */
  rows: z.int(),
  /** A customer, product or rep list has it. */
  listed: z.boolean(),
});
export type ShownName = z.infer<typeof shownNameSchema>;

/** A name in the list of a dimension's names. */
export const listedNameSchema = shownNameSchema.extend({
  /** Where there are rows of it. */
  kind: z.enum(RECORD_KINDS),
  /** Other names that are shown as it. */
  also: z.array(z.string()),
});
export type ListedName = z.infer<typeof listedNameSchema>;

export const nameDimensionSchema = z.strictObject({
  key: z.string(),
  /** The file's header for custom fields, else null: the catalogue names it. */
  label: z.string().nullable(),
  kinds: z.array(z.enum(RECORD_KINDS)),
  names: z.int(),
  /** Pairs that may be the same; null where there are too many names to look. */
  suggestions: z.int().nullable(),
});
export type NameDimension = z.infer<typeof nameDimensionSchema>;

/** What has been decided about a dimension's names, the latest first. */
export const nameDecisionsSchema = z.strictObject({
  merges: z.array(
    z.strictObject({
      id: z.int(),
      into: z.string(),
      /** Rows whose file has that very name. */
      names: z.array(z.strictObject({ name: z.string(), rows: z.int() })),
    }),
  ),
  apart: z.array(z.tuple([z.string(), z.string()])),
});
export type NameDecisions = z.infer<typeof nameDecisionsSchema>;

/** Two names that may be the same: `from` would be shown as `into`. */
export const mergeSuggestionSchema = z.strictObject({
  from: shownNameSchema,
  into: shownNameSchema,
  because: z.enum(LIKENESSES),
});
export type MergeSuggestion = z.infer<typeof mergeSuggestionSchema>;
