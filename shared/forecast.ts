import { z } from 'zod';
import { CHANCE_BASES, FORECAST_GRAINS } from './forecast-choices.ts';
import { answerKpiSchema, questionSchema } from './question.ts';

/** Words of the forecast: a series carried on, the open deals weighted, both together, and what is kept of them. */
const { filters, variants } = questionSchema.shape;

export { CHANCE_BASES, FORECAST_GRAINS };
export type { ChanceBasis, ForecastGrain } from './forecast-choices.ts';

const horizon = z.int().min(1).max(60);

export const historyAskSchema = z.strictObject({
  kpi: z.string().min(1).max(201),
  filters,
  variants,
  grain: z.enum(FORECAST_GRAINS).default('month'),
  /** Periods ahead. */
  horizon: horizon.default(12),
});
export type HistoryAsk = z.infer<typeof historyAskSchema>;

export const pipelineAskSchema = z.strictObject({ filters, basis: z.enum(CHANCE_BASES).default('deal') });
export type PipelineAsk = z.infer<typeof pipelineAskSchema>;

export const combinedAskSchema = pipelineAskSchema.extend({
  horizon: horizon.default(12),
  /** Months that go by the open deals, the running one first; null for as many as the middle sales cycle is long. */
  reach: z.int().min(1).max(24).nullable().default(null),
});
export const pipelineTestAskSchema = pipelineAskSchema.extend({ reach: combinedAskSchema.shape.reach });

export type CombinedAsk = z.infer<typeof combinedAskSchema>;

const intervalSchema = z.strictObject({ low: z.number(), high: z.number() });
/** Between which values the outcome lies with a chance of 80 and of 95 %; null where the history is too short to tell. */
const intervalsSchema = z.tuple([intervalSchema, intervalSchema]).nullable();

const periodSchema = z.strictObject({
  /** `2026-09`, `2026-W36`. */
  key: z.string(),
  /** First and last day, ISO. */
  from: z.string(),
  to: z.string(),
});
const valueInPeriodSchema = periodSchema.extend({ value: z.number() });
export type ValueInPeriod = z.infer<typeof valueInPeriodSchema>;

export const forecastPointSchema = valueInPeriodSchema.extend({ intervals: intervalsSchema });

/** Why there is no forecast at all: the KPI does not add up over time, data are not imported, nothing is known of any closed period. */
export const refusalSchema = z.strictObject({
  code: z.enum(['not-additive', 'needs-data', 'no-history']),
  /** `deal.expected_close`: what to import. */
  needs: z.array(z.string()),
});
export type ForecastRefusal = z.infer<typeof refusalSchema>;

/** What the history is too short for, and how many closed periods that takes. */
export const shortageSchema = z.strictObject({
  what: z.enum(['intervals', 'seasons', 'back-test', 'pipeline-test', 'pipeline-intervals']),
  have: z.int(),
  need: z.int(),
});
export type Shortage = z.infer<typeof shortageSchema>;

export const METHODS_USED = ['ets-theta', 'ets', 'season-again', 'last-again'] as const;

export const historyForecastSchema = z.strictObject({
  kpi: answerKpiSchema,
  refusal: refusalSchema.nullable(),
  /** Values of several periods add up: a distinct count's do not. */
  addsUp: z.boolean(),
  /** Closed periods the data cover whole, oldest first. */
  history: z.array(valueInPeriodSchema),
  /** The one after them, as far as the data reach; no history yet. */
  running: valueInPeriodSchema.extend({ through: z.string() }).nullable(),
  shortages: z.array(shortageSchema),
  method: z.enum(METHODS_USED).nullable(),
  /** In Hyndman's letters, `M,Ad,M`. */
  model: z.string().nullable(),
  points: z.array(forecastPointSchema),
  /** Of all points together; null where they do not add up. */
  total: z.strictObject({ value: z.number(), intervals: intervalsSchema }).nullable(),
});
export type HistoryForecast = z.infer<typeof historyForecastSchema>;

export const RIVALS = ['season-again', 'last-again', 'drift', 'holt-winters'] as const;
const missSchema = z.strictObject({
  /** Mean error against that of repeating the year before within the known series; null where that never missed. */
  mase: z.number().nullable(),
  /** Ratio, 0 to 2. */
  smape: z.number(),
  /** Mean error in the unit of the series. */
  mae: z.number(),
});

export const backTestSchema = z.strictObject({
  shortage: shortageSchema.nullable(),
  /** Times the forecast was made as of then, and periods it was held against. */
  origins: z.int(),
  steps: z.int(),
  /** Periods ahead of each at most. */
  horizon: z.int(),
  ours: missSchema.nullable(),
  /** What it must beat first: the year before again, or the last value where no year is known. */
  rivals: z.array(missSchema.extend({ method: z.enum(RIVALS) })),
  /** Shares of the outcomes inside the intervals of 80 and 95 %. */
  coverage: z.tuple([z.number(), z.number()]).nullable(),
  /** Outcomes that had intervals to lie in. */
  ranged: z.int(),
});
export type BackTest = z.infer<typeof backTestSchema>;

export const pipelineTestSchema = backTestSchema.extend({
  /** Months that were held against, each once, oldest first. */
  held: z.array(periodSchema),
  /** By months ahead, the running one first: how many outcomes were held against it, and between which shares of it eight of ten lie. */
  ahead: z.array(
    z.strictObject({
      outcomes: z.int(),
      /** Keys of their months. */
      months: z.array(z.string()),
      shares: intervalSchema.nullable(),
    }),
  ),
});
export type PipelineTest = z.infer<typeof pipelineTestSchema>;

const dealsSchema = z.strictObject({
  deals: z.int(),
  /** Of those with a value, base units. */
  value: z.number(),
  /** Value × chance. */
  weighted: z.number(),
});
export type OpenDeals = z.infer<typeof dealsSchema>;

/** Of the deals that passed a stage and are decided. */
const learntWeightSchema = z.strictObject({
  won: z.int(),
  lost: z.int(),
  /** Lost ones of which nobody knows whether they passed it. */
  unknown: z.int(),
  /** won ÷ (won + lost); null where too few are decided or too many unknown. */
  weight: z.number().nullable(),
});
export type LearntWeight = z.infer<typeof learntWeightSchema>;

export const pipelineForecastSchema = z.strictObject({
  refusal: refusalSchema.nullable(),
  /** The day the pipeline is of, ISO: deals expected before it are overdue. */
  asOf: z.string(),
  basis: z.enum(CHANCE_BASES),
  /** Months of expected close from the one of `asOf` to the last with a deal; with the three beside they are all open deals. */
  periods: z.array(periodSchema.extend(dealsSchema.shape)),
  overdue: dealsSchema,
  undated: dealsSchema,
  /** Beyond the last month shown. */
  later: dealsSchema,
  total: dealsSchema,
  /** Of all: deals without a value, and with one but no chance, which weigh nothing. */
  withoutValue: z.int(),
  withoutChance: z.int(),
  stages: z.array(
    dealsSchema.extend({
      stage: z.string().nullable(),
      /** As the settings have it. */
      set: z.number().nullable(),
      learnt: learntWeightSchema.nullable(),
    }),
  ),
});
export type PipelineForecast = z.infer<typeof pipelineForecastSchema>;

export const combinedForecastSchema = z.strictObject({
  refusal: refusalSchema.nullable(),
  asOf: z.string(),
  /** Months that go by the open deals. */
  reach: z.int(),
  /** Closed months, oldest first. */
  history: z.array(valueInPeriodSchema),
  /** value = booked + pipeline + history. */
  points: z.array(forecastPointSchema.extend({ booked: z.number(), pipeline: z.number(), history: z.number() })),
  total: z.strictObject({ value: z.number(), booked: z.number(), pipeline: z.number(), history: z.number() }),
  shortages: z.array(shortageSchema),
  /** In no month: their close is overdue, not dated, or past the months that go by the deals. */
  overdue: dealsSchema,
  undated: dealsSchema,
  beyond: dealsSchema,
});
export type CombinedForecast = z.infer<typeof combinedForecastSchema>;

/** A moment of the pipeline: as it stood when an import was made, or on a day as the rows of now tell it. */
export const momentSchema = z.union([z.strictObject({ importId: z.int() }), z.strictObject({ day: z.iso.date() })]);
export type Moment = z.infer<typeof momentSchema>;

export const movementAskSchema = z.strictObject({
  filters,
  from: momentSchema,
  to: momentSchema,
  /** Deals expected to close in it alone, a period text; null for all. */
  period: z.string().min(1).max(60).nullable().default(null),
});
export type MovementAsk = z.infer<typeof movementAskSchema>;

/** In the order of the bridge from the start to the end. */
export const MOVES = ['added', 'pulled-in', 'value-up', 'value-down', 'won', 'lost', 'slipped', 'removed'] as const;
export type Move = (typeof MOVES)[number];

export const movementSchema = z.strictObject({
  start: z.strictObject({ deals: z.int(), value: z.number() }),
  end: z.strictObject({ deals: z.int(), value: z.number() }),
  /** Every move once; start + the sum of their values = end. */
  moves: z.array(z.strictObject({ move: z.enum(MOVES), deals: z.int(), value: z.number() })),
  /** Deals open at both moments whose expected close is later now; in the bridge only where they leave its period. */
  postponed: z.strictObject({ deals: z.int(), value: z.number() }),
  /** The largest, by what they add or take. */
  deals: z.array(
    z.strictObject({
      /** What it is told again by. */
      key: z.string(),
      move: z.enum(MOVES),
      name: z.string(),
      value: z.number(),
      /** Expected close at both moments, ISO. */
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});
export type Movement = z.infer<typeof movementSchema>;

/** A forecast kept as it was made. */
export const savedForecastSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,60}$/),
  name: z.string().trim().min(1).max(120),
  /** Day it was made, and the last day with data then, ISO. */
  madeOn: z.iso.date(),
  asOf: z.iso.date(),
  source: z.enum(['pipeline', 'history', 'both']),
  /** What its values are of, as questions name it. */
  kpi: z.string().min(1).max(201),
  filters,
  variants,
  grain: z.enum(FORECAST_GRAINS),
  points: z
    .array(
      forecastPointSchema.extend({
        /** Of a month that goes by the open deals: eight outcomes of ten lie between, as earlier imports tell. */
        range: intervalSchema.optional(),
      }),
    )
    .min(1)
    .max(120),
});
export type SavedForecast = z.infer<typeof savedForecastSchema>;

/** What came of a kept forecast. */
export const forecastOutcomeSchema = z.strictObject({
  kpi: answerKpiSchema,
  periods: z.array(
    periodSchema.extend({
      forecast: z.number(),
      /** Null while the period is not over. */
      actual: z.number().nullable(),
      /** The outcome lies within the interval of 80 %; null where either is not known. */
      within: z.boolean().nullable(),
    }),
  ),
  /** Over the periods that are over; null without any. */
  closed: z.strictObject({ periods: z.int(), forecast: z.number(), actual: z.number() }).nullable(),
});
export type ForecastOutcome = z.infer<typeof forecastOutcomeSchema>;
