import { z } from 'zod';
import { DIRECTIONS, KPI_CATEGORIES } from './kpi-definition.ts';
import { periodRangeSchema, questionSchema, reasonSchema } from './question.ts';
import { UNITS } from './units.ts';

/** A KPI of the user's own: a formula as the built-in ones have, with words and a unit. */
const formula = z.string().min(1).max(2000);

export const ownKpiSchema = z.strictObject({
  /** Its name in formulas: no measure, KPI, function or calendar name. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  name: z.string().trim().min(1).max(120),
  definition: z.string().max(2000),
  category: z.enum(KPI_CATEGORIES),
  direction: z.enum(DIRECTIONS),
  unit: z.enum(UNITS),
  formula,
});
export type OwnKpi = z.infer<typeof ownKpiSchema>;

/** What `kpi.check` takes: a formula as far as it is written, and where its live value is read. */
export const kpiCheckInputSchema = z.strictObject({
  formula: z.string().max(2000),
  /** Of the KPI that is edited, so that a formula naming itself is a cycle; null for a new one. */
  id: ownKpiSchema.shape.id.nullable(),
  period: questionSchema.shape.period,
  filters: questionSchema.shape.filters,
});

export const FORMULA_PROBLEMS = [
  'expected', // `names` says which sign
  'operand', // a number, a name or a parenthesis
  'unexpected',
  'unknown-name', // `names` says what is written alike
  'no-function',
  'argument-count',
  'units', // money × money, money + days
  'nested', // …_over within …_over
  'too-long',
  'balance-only', // period_start of what adds up over time
  'rolling-range',
  'reserved', // a name that is taken
  'field-type', // the sum of a text; `names` says what the field holds
  'unreadable', // a KPI of the user's own whose formula is wrong itself
  'cycle', // `names` is the path
] as const;

export const formulaProblemSchema = z.strictObject({
  problem: z.enum(FORMULA_PROBLEMS),
  /** Place in the formula, counted in characters from 0. */
  position: z.int(),
  length: z.int(),
  names: z.array(z.string()),
});
export type FormulaProblem = z.infer<typeof formulaProblemSchema>;

/** What `kpi.check` answers: all that is known of a formula, or where it goes wrong. */
export const kpiCheckSchema = z.union([
  z.strictObject({ ok: z.literal(false), problem: formulaProblemSchema }),
  z.strictObject({
    ok: z.literal(true),
    /** What the formula comes to by its units, and what else it may be shown as. */
    unit: z.enum(UNITS),
    units: z.array(z.enum(UNITS)),
    value: z.number().nullable(),
    reason: reasonSchema.nullable(),
    /** `sale.cost`: what to import. */
    needs: z.array(z.string()),
    /** Names in the formula with their values, one entry a name and period: `prev(revenue)` reads another than `revenue`. */
    inputs: z.array(
      z.strictObject({ id: z.string(), period: periodRangeSchema, unit: z.enum(UNITS), value: z.number().nullable() }),
    ),
  }),
]);
export type KpiCheck = z.infer<typeof kpiCheckSchema>;
