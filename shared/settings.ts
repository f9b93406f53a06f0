import { z } from 'zod';
import { HOLIDAY_COUNTRIES } from './holidays/countries.ts';
import { ownKpiSchema } from './own-kpi.ts';

/** What a workspace is told once and every question goes by. */
const text = z.string().max(1000);
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const workingDaysSchema = z.strictObject({
  /** Whose public holidays are free; null for no calendar at all: then all days are alike. */
  country: z.enum(HOLIDAY_COUNTRIES).nullable(),
  /** Days of the week that are worked, 0 for Monday. */
  weekdays: z
    .array(z.int().min(0).max(6))
    .min(1)
    .refine((days) => new Set(days).size === days.length, { error: 'each day of the week once' }),
  /** Other free days, ISO. */
  extra: z.array(z.iso.date()).max(1000),
});

export const settingsSchema = z.strictObject({
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: z.int().min(1).max(12),
  /** ISO 4217 base currency. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** KPI id to the variant in force. */
  variants: z.record(z.string().max(100), z.string().max(100)),
  workingDays: workingDaysSchema,
  /** Days without a purchase after which a customer is lost; null for twice the median gap between purchases, at least 30. */
  lapseDays: z.int().min(1).max(10_000).nullable(),
  /** Chance of an open deal by its stage's name, for deals without a probability of their own. */
  stageWeights: z.record(text, z.number().min(0).max(1)),
  /** Categories of the costs of winning customers; null for all. */
  acquisitionCategories: z.array(text).max(1000).nullable(),
  /** Local time, `08:00`. */
  officeHours: z
    .strictObject({ from: clockTime, to: clockTime })
    .refine(({ from, to }) => from < to, { error: 'office hours end after they begin' }),
  /** KPI id to a value from elsewhere to hold it against. */
  references: z.record(
    z.string().max(100),
    z.strictObject({ value: z.number(), source: z.string().trim().min(1).max(1000) }),
  ),
  ownKpis: z.array(ownKpiSchema).max(200),
  /** The KPIs shown first on the overview, as questions name them; null for those that tell most of the data. */
  overviewCards: z.array(z.string().min(1).max(201)).max(60).nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Those that numbers go by, which a goal whose period is over keeps as they were. */
export const countingRulesSchema = settingsSchema.pick({
  fiscalYearStart: true,
  workingDays: true,
  lapseDays: true,
  stageWeights: true,
  acquisitionCategories: true,
  officeHours: true,
});
export type CountingRules = z.infer<typeof countingRulesSchema>;
export const COUNTING_RULES = countingRulesSchema.keyof().options;

/** What is in force where nothing else is said. Swedish holidays where the money is Swedish. */
export function defaultSettings(currency = 'SEK'): Settings {
  return {
    fiscalYearStart: 1,
    currency,
    variants: {},
    workingDays: { country: currency === 'SEK' ? 'SE' : null, weekdays: [0, 1, 2, 3, 4], extra: [] },
    lapseDays: null,
    stageWeights: {},
    acquisitionCategories: null,
    officeHours: { from: '08:00', to: '17:00' },
    references: {},
    ownKpis: [],
    overviewCards: null,
  };
}
