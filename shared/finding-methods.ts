import { z } from 'zod';
import {
  customerPageInputSchema,
  customerPageSchema,
  customerValueInputSchema,
  customerValueSchema,
} from './customer-value.ts';
import { insightInputSchema, insightSchema } from './insights.ts';
import { query } from './methods.ts';

/** The part of the contract that says what to look at, and what customers are worth. */
export const FINDING_METHODS = {
  /** Silenced or not, the largest effects first. */
  'insight.list': query(insightInputSchema, z.array(insightSchema)),
  /** What customers have been worth and are expected to be: the models, how they would have done, sums by segment. */
  'customerValue.summary': query(customerValueInputSchema, customerValueSchema),
  /** The customers behind the same question, a page at a time. */
  'customerValue.customers': query(customerPageInputSchema, customerPageSchema),
} as const;
