import { z } from 'zod';
import { questionSchema, resolvedPeriodSchema } from './question.ts';

/** What `question.benchmarks` takes: KPIs under filters; benchmarks are of periods as long as this one. */
export const benchmarksInputSchema = questionSchema.pick({ kpis: true, filters: true, period: true, variants: true });

const periodValueSchema = z.strictObject({ period: resolvedPeriodSchema, value: z.number() });

/** Values to hold a KPI against, one entry a KPI in the asked order; null where there is none. */
export const benchmarksSchema = z.array(
  z.strictObject({
    kpi: z.string(),
    /** The last closed period of the same length. */
    last: periodValueSchema.nullable(),
    /** The best one in the history by the KPI's direction; null for a KPI without one. */
    best: periodValueSchema.nullable(),
    /** The reference value of the settings. */
    external: z.strictObject({ value: z.number(), source: z.string() }).nullable(),
  }),
);
export type Benchmarks = z.infer<typeof benchmarksSchema>;
