import { z } from 'zod';
import { LOCALES } from '../format.ts';
import { cellRefSchema } from '../question.ts';
import { UNITS } from '../units.ts';
import { CHART_KINDS, type ChartModel } from './model.ts';

const DIRECTIONS = ['higher', 'lower', 'neutral'] as const;
const value = z.number().nullable();

export const moneyScaleSchema = z.strictObject({
  step: z.enum(['one', 'thousand', 'million', 'billion']),
  decimals: z.int(),
});

const categorySchema = z.strictObject({
  key: z.string(),
  label: z.string(),
  name: z.string(),
  open: z.boolean(),
  other: z.boolean(),
  level: z.boolean(),
});

const pointSchema = z.strictObject({
  value,
  low: value,
  high: value,
  x: value,
  reason: z.string().nullable(),
  cell: cellRefSchema.nullable(),
});

const seriesSchema = z.strictObject({
  key: z.string(),
  name: z.string(),
  role: z.enum(['actual', 'previous', 'target', 'forecast']),
  of: z.string().nullable(),
  unit: z.enum(UNITS),
  direction: z.enum(DIRECTIONS),
  line: z.boolean(),
  points: z.array(pointSchema),
  total: pointSchema.nullable(),
});

/** A `ChartModel` that crosses the seam or is kept in a file. */
export const chartModelSchema: z.ZodType<ChartModel> = z.strictObject({
  kind: z.enum(CHART_KINDS),
  title: z.string(),
  sub: z.string().nullable(),
  source: z.string().nullable(),
  format: z.strictObject({ locale: z.enum(LOCALES), currency: z.string() }),
  scale: moneyScaleSchema,
  time: z.boolean(),
  categories: z.array(categorySchema),
  series: z.array(seriesSchema),
  x: z.strictObject({ name: z.string(), unit: z.enum(UNITS) }).nullable(),
  range: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
  annotations: z.array(
    z.strictObject({
      id: z.string(),
      at: z.string(),
      series: z.string().nullable(),
      text: z.string(),
      author: z.string(),
    }),
  ),
});
