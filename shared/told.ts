import { z } from 'zod';
import { customerValueInputSchema, valuedCustomerSchema } from './customer-value.ts';
import {
  combinedAskSchema,
  historyAskSchema,
  movementAskSchema,
  MOVES,
  pipelineAskSchema,
  pipelineTestAskSchema,
  RIVALS,
  savedForecastSchema,
} from './forecast.ts';
import { goalSchema } from './goals.ts';
import { query } from './methods.ts';
import {
  cellRefSchema,
  explanationSchema,
  filterSchema,
  memberNameSchema,
  periodRangeSchema,
  questionSchema,
  rowsPageSchema,
} from './question.ts';
import { UNITS } from './units.ts';
import { WHAT_IF_INPUTS } from './what-if.ts';

/** Numbers that are no cell of a question: a model's, a forecast's, a goal's. What they are, and what their passport says. */
const customerSchema = customerValueInputSchema.extend({
  of: z.literal('customer'),
  figure: z.enum([
    'customers',
    'repeaters',
    'mean',
    'purchases',
    'revenue',
    'active',
    'expected',
    'value',
    'recency',
    'frequency',
    'monetary',
  ]),
  /** What his rows are found by, and his member of it: an id and a name may read the same. Absent for a sum over customers. */
  customer: valuedCustomerSchema.pick({ dimension: true, member: true }).optional(),
  /** The segment summed over; absent for all customers. */
  group: z.string().max(65_536).nullable().optional(),
});

const heldOutSchema = customerValueInputSchema.extend({
  of: z.literal('held-out'),
  figure: z.enum(['expected', 'happened', 'expectedValue', 'happenedValue']),
  /** How often the customers had come back before: a mean a customer. Absent for the sum over all of them; the values are of all. */
  repeats: z.int().min(0).max(1000).optional(),
});

const movementSchema = movementAskSchema.extend({
  of: z.literal('movement'),
  figure: z.enum(['deals', 'value']),
  step: z.enum(['start', 'end', 'postponed', ...MOVES]),
  /** One deal of the step, by its key; absent for all. */
  deal: z.string().max(200_000).optional(),
});

export const PIPELINE_PARTS = ['overdue', 'undated', 'later', 'total'] as const;

const pipelineSchema = pipelineAskSchema.extend({
  of: z.literal('pipeline'),
  figure: z.enum(['deals', 'value', 'weighted', 'learnt', 'without-value', 'without-chance']),
  part: z.union([
    z.enum(PIPELINE_PARTS),
    z.strictObject({ month: z.string().max(20) }),
    z.strictObject({ stage: z.string().max(65_536).nullable() }),
    /** Of a forecast of both: months that lie beyond those that go by the open deals. */
    z.strictObject({ beyond: combinedAskSchema.shape.reach, horizon: combinedAskSchema.shape.horizon }),
  ]),
});

const historySchema = historyAskSchema.extend({
  of: z.literal('history'),
  figure: z.enum(['value', 'range80', 'range95']).default('value'),
  /** Key of the period; null for all of them together. */
  period: z.string().max(20).nullable(),
});

const combinedSchema = combinedAskSchema.extend({
  of: z.literal('both'),
  figure: z.enum(['value', 'booked', 'pipeline', 'history', 'range80']),
  period: z.string().max(20).nullable(),
});

const testFigures = {
  figure: z.enum(['mase', 'smape', 'verdict', 'covered80', 'covered95', 'outcomes']),
  /** Whose error. */
  method: z.enum(['ours', ...RIVALS]).default('ours'),
};
const backTestNumberSchema = historyAskSchema.extend({ of: z.literal('back-test'), ...testFigures });
const pipelineTestNumberSchema = pipelineTestAskSchema.extend({ of: z.literal('pipeline-test'), ...testFigures });

const keptSchema = z.strictObject({
  of: z.literal('kept'),
  forecast: savedForecastSchema,
  figure: z.enum(['forecast', 'actual', 'off']),
  /** Key of the period; null for those that are over together. */
  period: z.string().max(20).nullable(),
});

const ratioSchema = z.number().min(-1).max(1);
const whatIfSchema = z.strictObject({
  of: z.literal('what-if'),
  source: z.enum(['deals', 'sales']),
  filters: pipelineAskSchema.shape.filters,
  change: z.strictObject({ volume: ratioSchema, winRate: ratioSchema, size: ratioSchema, price: ratioSchema }),
  /** What sales come to, one of its inputs, or what the change of that adds. */
  figure: z.enum(['sum', 'input', 'effect']),
  /** Absent for the sum. */
  input: z.enum(WHAT_IF_INPUTS).optional(),
});

export const GOAL_FIGURES = [
  'actual',
  'expected',
  'off',
  'target',
  'baseline',
  'projection',
  'chance',
  'required',
  'recent',
  'needed',
] as const;

const goalNumberSchema = z.strictObject({
  of: z.literal('goal'),
  goal: goalSchema,
  figure: z.enum(GOAL_FIGURES),
  /** Of `expected` and `projection`: as of the end of this month of the goal, by its first day; absent for today, and for the whole period. */
  month: z.iso.date().optional(),
});

/** Made of cells of questions: what a sentence says of them, or a step of a bridge. */
const cellsSchema = z.strictObject({
  of: z.literal('cells'),
  /** `rest` is what members who do not stand by themselves bring: of a comparison their change, else their value. */
  figure: z.enum(['before', 'change', 'growth', 'share', 'rest']),
  question: questionSchema,
  cell: cellRefSchema,
  /** What a `share` is of. */
  whole: z.strictObject({ question: questionSchema, cell: cellRefSchema }).optional(),
  /** Of `rest`: members of the question's first row that stand by themselves. */
  named: z.array(memberNameSchema.nullable()).max(1000).optional(),
});

/** A part of a change of revenue, by product. */
const varianceSchema = z.strictObject({
  of: z.literal('variance'),
  part: z.enum(['price', 'volume', 'mix', 'new', 'gone', 'unknown']),
  /** Revenue and units by product, held against another time. */
  question: questionSchema,
});

/** After how many days without a purchase a customer is lost. */
const lapseSchema = z.strictObject({
  of: z.literal('lapse'),
  /** By the data, whatever is chosen. */
  figure: z.enum(['inForce', 'derived']),
});

/** Those that sentences and bridges are made of. */
export const saidNumberSchema = z.discriminatedUnion('of', [goalNumberSchema, cellsSchema, varianceSchema]);
export type SaidNumberInput = z.input<typeof saidNumberSchema>;

export const toldNumberSchema = z.discriminatedUnion('of', [
  customerSchema,
  heldOutSchema,
  movementSchema,
  pipelineSchema,
  historySchema,
  combinedSchema,
  backTestNumberSchema,
  pipelineTestNumberSchema,
  keptSchema,
  whatIfSchema,
  ...saidNumberSchema.options,
  lapseSchema,
]);
export type ToldNumber = z.output<typeof toldNumberSchema>;
export type ToldNumberInput = z.input<typeof toldNumberSchema>;
/** What each sort is named by, for those who name many of them at once. */
export const toldParts = {
  customer: customerSchema.shape,
  movement: movementSchema.shape,
  pipeline: pipelineSchema.shape,
  goal: goalNumberSchema.shape,
} as const;
/** One sort of them. */
export type ToldOf<K extends ToldNumber['of']> = Extract<ToldNumber, { readonly of: K }>;

const inputSchema = z.strictObject({
  /** What its words go by. */
  id: z.string(),
  /** Base units, or a word as the messages have it; null for none. */
  value: z.union([z.number(), z.string()]).nullable(),
  /** What an assumption makes of it. */
  to: z.number().optional(),
  /** `parameter` for a number of a model, `points` for a difference of ratios, `day` ISO, `word` for one of the messages, `text` as it stands. */
  unit: z.enum([...UNITS, 'points', 'weeks', 'months', 'day', 'parameter', 'word', 'text']),
});
export type ToldInput = z.infer<typeof inputSchema>;

/** Rows of one sort behind a number. */
const partSchema = z.strictObject({
  /** `rows` where there is one sort only. */
  part: z.enum(['rows', 'before', 'after', 'booked', 'open', 'history', 'held-out', 'part', 'whole', 'now']),
  kind: explanationSchema.shape.rows.shape.byKind.element.shape.kind,
  total: z.int(),
});
export type ToldPart = z.infer<typeof partSchema>;

export const toldSchema = z.strictObject({
  value: z.number().nullable(),
  /** The upper end of a range, whose lower one is the value; null for a single number. */
  upTo: z.number().nullable(),
  unit: z.enum(UNITS),
  /** Which of its figure's words it goes by, where there are several; null for the plain ones. */
  form: z.string().nullable(),
  /** What it is worked out from, in the order of its formula; the numbers of the model last. */
  inputs: z.array(inputSchema),
  /** The days of the rows that it goes by; null for rows of any time. */
  period: periodRangeSchema.nullable(),
  /** The days that it speaks of, where these are others. */
  ahead: periodRangeSchema.nullable(),
  /** The days that it is held against. */
  against: periodRangeSchema.nullable(),
  filters: z.array(filterSchema),
  /** The formula of a KPI that it goes by; null where its own words say it all. */
  formula: z.string().nullable(),
  leftOut: explanationSchema.shape.rows.shape.leftOut,
  parts: z.array(partSchema),
  sources: explanationSchema.shape.sources,
});
export type Told = z.infer<typeof toldSchema>;

const stoppable = { taskId: z.string().min(1).max(100).optional() };

/** The contract's part about them. */
export const TOLD_METHODS = {
  'told.explain': query(z.strictObject({ number: toldNumberSchema, ...stoppable }), toldSchema),
  'told.rows': query(
    z.strictObject({
      number: toldNumberSchema,
      /** Absent: the first. */
      part: partSchema.shape.part.optional(),
      /** Of a part with rows of several kinds; absent: the first. */
      kind: partSchema.shape.kind.optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(1000),
      ...stoppable,
    }),
    rowsPageSchema.omit({ kinds: true }),
  ),
} as const;
