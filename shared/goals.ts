import { z } from 'zod';
import { DIRECTIONS } from './kpi-definition.ts';
import { filterSchema, periodRangeSchema, reasonSchema, resolvedPeriodSchema } from './question.ts';
import { countingRulesSchema } from './settings.ts';
import { UNITS } from './units.ts';

/** What a goal reaches for, and how it stands. */
const goalId = z.string().regex(/^[\w-]{1,60}$/);
const periodText = z.string().min(1).max(60);
const finite = z.number().min(-1e15).max(1e15);

/** What a change is measured from: the stretch before the goal's own, the same stretch a year before, or a period by its text. */
const baseline = z.union([z.enum(['previous', 'last-year']), z.strictObject({ period: periodText })]);
export type GoalBaseline = z.infer<typeof baseline>;

/** In base units; a `percentage` is a share of its baseline: 0.2 is +20 %. A `count` is of activities. */
export const goalTargetSchema = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('level'), value: finite }),
  z.strictObject({ shape: z.literal('difference'), value: finite, from: baseline }),
  z.strictObject({ shape: z.literal('percentage'), value: finite, from: baseline }),
  z.strictObject({ shape: z.literal('count'), value: finite.min(0) }),
]);
export type GoalTarget = z.infer<typeof goalTargetSchema>;

/** How a target lies over the months of its period. By hand: one weight a month. */
export const goalSpreadSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.enum(['even', 'working-days', 'last-year']) }),
  z.strictObject({ by: z.literal('hand'), weights: z.array(z.number().min(0).max(1e12)).min(1).max(120) }),
]);
export type GoalSpread = z.infer<typeof goalSpreadSchema>;

/** What people decide of a goal; what changes of it are remembered by. */
export const goalTermsSchema = z.strictObject({
  /** Null for the name that its KPI and target give. */
  name: z.string().trim().min(1).max(200).nullable(),
  /** As questions name it. */
  kpi: z.string().min(1).max(201),
  filters: z.array(filterSchema).max(50),
  /** Absolute, as in `period.ts`; its last day is the deadline. */
  period: periodText,
  target: goalTargetSchema,
  /** The other end of a range, in the terms of the target's value; null for any other direction. */
  upTo: finite.nullable(),
  /** The value is for the whole period, or for each of its months. */
  per: z.enum(['period', 'month']),
  better: z.enum(['higher', 'lower', 'range']),
  kind: z.enum(['result', 'activity']),
  spread: goalSpreadSchema,
  owner: z.string().trim().min(1).max(120).nullable(),
  /** The goal that it serves; null for an objective. */
  parent: goalId.nullable(),
  /** A KPI that supports its parent rather than a part of it. */
  supporting: z.boolean(),
  /** One of the parts that its parent is split into, such as a rep's. */
  part: z.boolean(),
});
export type GoalTerms = z.infer<typeof goalTermsSchema>;

/** How a KPI was counted when a period was over: kept when its definition is about to change. */
export const goalDefinitionSchema = z.strictObject({
  variant: z.string().max(100),
  formula: z.string().max(10_000),
  variants: z.record(z.string().max(100), z.string().max(100)),
  /** Formulas of the user's own KPIs that it is made of. */
  own: z.record(z.string().max(100), z.string().max(10_000)),
  /** Settings that its number goes by; null for those of today. */
  rules: countingRulesSchema.nullable().default(null),
});
export type GoalDefinition = z.infer<typeof goalDefinitionSchema>;

export const goalSchema = goalTermsSchema.extend({
  id: goalId,
  definition: goalDefinitionSchema.nullable(),
  /** What it was before each change, the latest last. */
  history: z.array(z.strictObject({ at: z.string().max(30), before: goalTermsSchema })).max(50),
});
export type Goal = z.infer<typeof goalSchema>;

export const GOAL_STATES = [
  'waiting', // nothing of the period has been counted yet
  'no-value', // no target or no outcome: `reason` says why
  'early', // less than a fifth of the period has passed
  'ahead',
  'near', // within 5 % of where it should be
  'behind',
  'reached',
  'missed',
  'incomplete', // over, but the data end before it
] as const;
export type GoalState = (typeof GOAL_STATES)[number];

/** How a KPI goes together over time: by adding up, as a share or mean that is counted anew, or as what stands at the end. */
export const OVER_TIME = ['adds', 'averages', 'stands'] as const;
export type OverTime = (typeof OVER_TIME)[number];

const goalMonthSchema = z.strictObject({
  /** Its part in the goal's period. */
  ...periodRangeSchema.shape,
  /** Null for a month ahead. */
  actual: z.number().nullable(),
  target: z.number().nullable(),
  /** What is still to come of it; null for one that is over. */
  forecast: z.number().nullable(),
  /** Eight outcomes of ten lie between: of the total by its end for what adds up, else of the month; null without a forecast. */
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const goalPaceSchema = z.strictObject({
  period: resolvedPeriodSchema,
  unit: z.enum(UNITS),
  direction: z.enum(DIRECTIONS),
  variant: z.string(),
  formula: z.string(),
  over: z.enum(OVER_TIME),
  /** Of the whole period. */
  target: z.number().nullable(),
  upTo: z.number().nullable(),
  /** What a difference or a percentage is measured from. */
  baseline: periodRangeSchema.extend({ value: z.number().nullable() }).nullable(),
  actual: z.number().nullable(),
  /** Why there is no outcome or no target. */
  reason: reasonSchema.nullable(),
  /** Share of the period's days that are counted. */
  elapsed: z.number(),
  /** Where it should be now. */
  expected: z.number().nullable(),
  /** Outcome ÷ expected. */
  pace: z.number().nullable(),
  /** The same where more is always better: 1 is just on plan. */
  attained: z.number().nullable(),
  state: z.enum(GOAL_STATES),
});
export type GoalPace = z.infer<typeof goalPaceSchema>;

const rate = z.strictObject({
  /** A day. */
  value: z.number(),
  days: z.int(),
});

export const goalStatusSchema = goalPaceSchema.extend({
  /** Working days where the workspace has a calendar, else all days. */
  days: z.enum(['working', 'all']),
  /** For what adds up: what is needed on each day that is left, or may still come where less is better. */
  required: rate.nullable(),
  /** The mean of the last thirty days of the same sort. */
  recent: rate.nullable(),
  /** For a ratio: how much more of its numerator reaches the target with the denominator as it is; negative for too much. */
  needed: z.strictObject({ of: z.string(), unit: z.enum(UNITS), value: z.number() }).nullable(),
  projection: z
    .strictObject({
      value: z.number(),
      /** Eight outcomes of ten lie between; null for a run rate. */
      low: z.number().nullable(),
      high: z.number().nullable(),
      /** That the target is met; null for a run rate. */
      chance: z.number().nullable(),
      method: z.enum(['forecast', 'run-rate']),
    })
    .nullable(),
  /** The spread in force: without a year before it is that of the working days. */
  spread: z.enum(['even', 'working-days', 'last-year', 'hand']),
  months: z.array(goalMonthSchema),
  smart: z.strictObject({
    specific: z.boolean(),
    measurable: z.boolean(),
    /** Null where there is no past to hold it against. */
    achievable: z.boolean().nullable(),
    relevant: z.boolean(),
    timeBound: z.boolean(),
    /** Periods of the same length before it, and how many would have met the target. */
    past: z.strictObject({ met: z.int(), of: z.int() }),
    /** Of the deadline, negative for one that has passed. */
    daysLeft: z.int(),
    /** Last day of the data that it goes by. */
    dataTo: z.string().nullable(),
  }),
  /** What to do next: raise the target, or hold it after two misses. `value` is in the terms of the target. */
  proposal: z
    .strictObject({ do: z.enum(['raise', 'hold']), value: z.number(), period: periodText, now: z.boolean() })
    .nullable(),
});
export type GoalStatus = z.infer<typeof goalStatusSchema>;

/** One member's part of a goal, in the terms of its target. */
const goalPartSchema = z.strictObject({
  name: z.string(),
  value: z.number(),
  upTo: z.number().nullable(),
  lastYear: z.number().nullable(),
});
export type GoalPart = z.infer<typeof goalPartSchema>;
export const goalPartsSchema = z.array(goalPartSchema);
