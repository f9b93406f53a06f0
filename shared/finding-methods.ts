import { z } from 'zod';
import {
  customerPageInputSchema,
  customerPageSchema,
  customerValueInputSchema,
  customerValueSchema,
} from './customer-value.ts';
import { insightInputSchema, insightSchema, silenceSchema } from './insights.ts';

const silences = z.array(silenceSchema);

/** The part of the contract that says what to look at, and what customers are worth. */
export const FINDING_METHODS = {
  /** Silenced or not, the largest effects first. */
  'insight.list': { kind: 'query', input: insightInputSchema, output: z.array(insightSchema) },
  /** Insights that are not to be shown, by their id. */
  'silence.list': { kind: 'query', input: z.strictObject({}), output: silences },
  'silence.save': { kind: 'command', input: silenceSchema, output: silences },
  'silence.remove': { kind: 'command', input: silenceSchema, output: silences },
  /** What customers have been worth and are expected to be: the models, how they would have done, sums by segment. */
  'customerValue.summary': { kind: 'query', input: customerValueInputSchema, output: customerValueSchema },
  /** The customers behind the same question, a page at a time. */
  'customerValue.customers': { kind: 'query', input: customerPageInputSchema, output: customerPageSchema },
} as const;
