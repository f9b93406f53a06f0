import { z } from 'zod';
import { cellRefSchema, COMPARISONS, filterSchema, questionSchema } from './question.ts';
import { saidNumberSchema } from './told.ts';
import { UNITS } from './units.ts';

/** What to look at: findings of fixed rules, each a sentence with its numbers and the question behind it. */
export const INSIGHT_RULES = [
  'drivers',
  'price-volume-mix',
  'extreme',
  'quota',
  'response-time',
  'concentration',
  'silent-customers',
  'overdue-deals',
  'data-gap',
  'goal-pace',
] as const;

/** Whose passport a number opens: a cell's, its rows at once where it counts them, or that of a number made of cells. */
const insightOpensSchema = z.union([
  z.strictObject({ question: questionSchema, cell: cellRefSchema, showsRows: z.literal(true).optional() }),
  z.strictObject({ told: saidNumberSchema }),
]);
export type InsightOpens = z.infer<typeof insightOpensSchema>;
/** Absent for what is no number of the data. */
const opens = insightOpensSchema.optional();

/** A word of the sentence `insights:<rule>.<form>`, written by whoever shows it. */
const insightWordSchema = z.discriminatedUnion('as', [
  /** Base units. */
  z.strictObject({ as: z.literal('number'), value: z.number(), unit: z.enum(UNITS), opens }),
  /** Relative change, with its sign. */
  z.strictObject({ as: z.literal('growth'), value: z.number(), opens }),
  z.strictObject({ as: z.literal('period'), from: z.iso.date(), to: z.iso.date() }),
  z.strictObject({ as: z.literal('kpi'), kpi: z.string() }),
  /** A goal without a name of its own: its KPI and whose it is. */
  z.strictObject({ as: z.literal('goal'), kpi: z.string(), filters: z.array(filterSchema) }),
  z.strictObject({ as: z.literal('dimension'), dimension: z.string() }),
  z.strictObject({ as: z.literal('member'), dimension: z.string(), name: z.string().nullable() }),
  z.strictObject({ as: z.literal('text'), text: z.string() }),
]);
export type InsightWord = z.infer<typeof insightWordSchema>;

/** A part of a change; `part` names it where it is no member. */
const insightPartSchema = z.strictObject({
  part: z.enum(['member', 'others', 'price', 'volume', 'mix', 'new', 'gone', 'unknown']),
  member: z.strictObject({ dimension: z.string(), name: z.string().nullable() }).nullable(),
  /** Members in it. */
  count: z.int(),
  amount: z.number(),
  opens,
});
export type InsightPart = z.infer<typeof insightPartSchema>;

export const insightSchema = z.strictObject({
  /** Rule and subject: what it is silenced by. */
  id: z.string().min(1).max(300),
  rule: z.enum(INSIGHT_RULES),
  /** Which of the rule's sentences. */
  form: z.string(),
  /** Size of the effect, as a share: the order they stand in. */
  size: z.number(),
  tone: z.enum(['good', 'bad', 'neutral']),
  words: z.record(z.string(), insightWordSchema),
  /** For the sentence's singular and plural. */
  count: z.int(),
  countOpens: opens,
  /** They add up to `change`, to the ten-thousandth. */
  parts: z.array(insightPartSchema),
  change: z.number().nullable(),
  /** What is shown of it in the passport, its rows and Explore; null where it is no question. */
  question: questionSchema.nullable(),
  cell: cellRefSchema.nullable(),
});
export type Insight = z.infer<typeof insightSchema>;

export const insightInputSchema = z.strictObject({
  period: questionSchema.shape.period,
  compare: z.enum(COMPARISONS).default('last-year'),
  filters: z.array(filterSchema).max(50).default([]),
});

/** An insight that somebody does not want to see, by its id. */
export const silenceSchema = z.strictObject({ id: z.string().min(1).max(300) });
export type Silence = z.infer<typeof silenceSchema>;
