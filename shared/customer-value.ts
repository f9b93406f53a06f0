import { z } from 'zod';
import { filterSchema, periodRangeSchema, reasonSchema } from './question.ts';
import { BY_RFM, RFM_SEGMENTS } from './rfm.ts';

/** Predicted customer value: what is asked and what comes back. Money in currency units, chances and shares 0 to 1. */
export const customerValueInputSchema = z.strictObject({
  /** How far ahead, in months of 4.345 weeks. */
  months: z.int().min(1).max(60).default(12),
  /** A year, as a share: what a krona in a year is worth less than one today. */
  discount: z.number().min(0).max(1).default(0.1),
  /** `rfm`, or a text field of customers: `segment`, `region`. */
  segment: z.string().min(1).max(200).default(BY_RFM),
  /** Which sales count. */
  filters: z.array(filterSchema).max(50).default([]),
});
export type CustomerValueInput = z.output<typeof customerValueInputSchema>;

const worthSchema = z.strictObject({
  customers: z.int(),
  /** Historic value: everything they have bought, credit notes taken off. */
  revenue: z.number(),
  /** By the formula of the KPI `clv`, a customer; null where it has no value. */
  formula: z.number().nullable(),
  /** Sum of the chances of being active; null, as what follows, without a model. */
  active: z.number().nullable(),
  /** Purchases expected over the horizon. */
  expected: z.number().nullable(),
  /** What they are worth today. */
  value: z.number().nullable(),
});
export type CustomerWorth = z.infer<typeof worthSchema>;

/** What to know before the predictions are believed. */
export const TRUST_CODES = [
  'short-history',
  'few-repeats',
  'regular-buyers',
  'spend-follows-frequency',
  'own-mean',
  'hold-out-off',
  'hold-out-missing',
  'nobody-leaves',
  'not-settled',
  'unrated',
] as const;

const trustNoteSchema = z.strictObject({
  code: z.enum(TRUST_CODES),
  /** Weeks, customers, a correlation, a share or rows, as the code has it. */
  value: z.number(),
});
export type TrustNote = z.infer<typeof trustNoteSchema>;

const holdOutSchema = z.strictObject({
  /** The days kept back. */
  period: periodRangeSchema,
  weeks: z.int(),
  /** Known before them. */
  customers: z.int(),
  expected: z.number(),
  happened: z.int(),
  expectedValue: z.number().nullable(),
  happenedValue: z.number(),
  /** Mean purchases of a customer by how often he had come back before; the last is for that many or more. */
  byRepeats: z.array(
    z.strictObject({ repeats: z.int(), customers: z.int(), expected: z.number(), happened: z.number() }),
  ),
});
export type HoldOut = z.infer<typeof holdOutSchema>;

export const customerValueSchema = z.strictObject({
  /** First day with a purchase and last day with a sale; null without any. */
  history: periodRangeSchema.nullable(),
  customers: z.int(),
  /** Customers who have come back. */
  repeaters: z.int(),
  /** Rows that name no customer or no day. */
  nameless: z.int(),
  model: z
    .strictObject({
      r: z.number(),
      alpha: z.number(),
      a: z.number(),
      b: z.number(),
      logLikelihood: z.number(),
      p: z.number(),
      q: z.number(),
      v: z.number(),
      /** Customers that it is fitted to. */
      customers: z.int(),
    })
    .nullable(),
  notes: z.array(trustNoteSchema),
  holdOut: holdOutSchema.nullable(),
  formulaReason: reasonSchema.nullable(),
  total: worthSchema,
  /** In the order of RFM_SEGMENTS, or by value; null is the unknown member. */
  segments: z.array(worthSchema.extend({ segment: z.string().nullable() })),
  /** Text fields that customers can be put together by. */
  dimensions: z.array(z.string()),
});
export type CustomerValue = z.infer<typeof customerValueSchema>;

export const CUSTOMER_COLUMNS = ['name', 'last', 'purchases', 'revenue', 'active', 'expected', 'value'] as const;
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number];

export const valuedCustomerSchema = z.strictObject({
  /** What his rows are found by, and his member of it. */
  dimension: z.enum(['customer_id', 'customer']),
  member: z.string(),
  name: z.string(),
  first: z.iso.date(),
  last: z.iso.date(),
  /** Days with a purchase. */
  purchases: z.int(),
  revenue: z.number(),
  /** Quintiles of recency, frequency and money, 5 is best. */
  rfm: z.tuple([z.int(), z.int(), z.int()]),
  rfmSegment: z.enum(RFM_SEGMENTS),
  /** Of the dimension asked for; the RFM segment where that is. */
  segment: z.string().nullable(),
  active: z.number().nullable(),
  expected: z.number().nullable(),
  /** What a purchase of his is expected to come to. */
  spend: z.number().nullable(),
  value: z.number().nullable(),
});
export type ValuedCustomer = z.infer<typeof valuedCustomerSchema>;

export const customerPageInputSchema = customerValueInputSchema.extend({
  order: z.enum(CUSTOMER_COLUMNS).default('value'),
  descending: z.boolean().default(true),
  /** Part of a name. */
  search: z.string().max(200).default(''),
  /** Only those of this segment; absent for all. */
  only: z.string().max(1000).nullable().optional(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(1000),
});
export type CustomerPageInput = z.output<typeof customerPageInputSchema>;

export const customerPageSchema = z.strictObject({ total: z.int(), customers: z.array(valuedCustomerSchema) });
