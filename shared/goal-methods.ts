import { z } from 'zod';
import { goalPartsSchema, goalSchema, goalStatusSchema } from './goals.ts';
import { command, query } from './methods.ts';

const goals = z.array(goalSchema);

/** The goals' part of the contract. */
export const GOAL_METHODS = {
  'goal.list': query(z.strictObject({}), goals),
  /** Adds them or puts them in the place of those with their ids, which also takes a change or a removal back; what changed is remembered. */
  'goal.save': command(z.strictObject({ goals: goals.min(1).max(200) }), goals),
  'goal.remove': command(z.strictObject({ ids: z.array(goalSchema.shape.id).min(1).max(200) }), goals),
  /** How a goal stands, saved or still being written. */
  'goal.status': query(z.strictObject({ goal: goalSchema }), goalStatusSchema),
  /** The members of a dimension with rows under a goal's filters, and each one's part of its target by what it brought the year before. */
  'goal.parts': query(
    z.strictObject({ goal: goalSchema, dimension: z.string().min(1).max(200), by: z.enum(['even', 'last-year']) }),
    goalPartsSchema,
  ),
} as const;
