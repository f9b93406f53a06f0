import { z } from 'zod';
import { DIRECTIONS } from './kpi-definition.ts';
import { GRAINS } from './members.ts';
import { ANY_KINDS, LIST_KINDS } from './record-kinds.ts';
import { UNITS } from './units.ts';

/** Apart, so that pages carry no parser. */
export { DATE_DIMENSION, GRAINS, OTHER, type Grain } from './members.ts';

/** A KPI's id, or `id:variant` for one variant whatever is in force (see `kpi-reference.ts`), or the id of a measure. */
const kpiReference = z.string().min(1).max(201);

const memberPath = z.array(z.string().nullable()).max(6);

/** Order of members under each parent. Unknown comes after the named ones and Other last, whatever the order; no value after any value. */
export const memberOrderSchema = z.strictObject({
  /** One of the question's KPIs; absent: by label, dates by time. */
  by: kpiReference.optional(),
  /** Path of the group on the other axis whose values count; absent: over all of it. */
  at: memberPath.optional(),
  descending: z.boolean().optional(),
});
export type MemberOrder = z.infer<typeof memberOrderSchema>;

/**
 * The members kept under each parent; the others are united as "Other", recomputed from its own rows, or left out of the lines.
 * Totals count them all the same: a `top` filter leaves them out of everything. They are ranked over all of the other axis.
 */
export const memberTopSchema = z.strictObject({
  n: z.int().min(1).max(10_000),
  /** Absent: the question's first KPI. */
  by: kpiReference.optional(),
  lowest: z.boolean().optional(),
  /** Absent: united. */
  other: z.enum(['united', 'left-out']).optional(),
});

export const dimensionRefSchema = z.strictObject({
  /** A text field's key (`region`, `custom:Ship Mode`), a grouped field's (`month:custom:Leveransdag`, `value:quantity`) or `date`. */
  dimension: z.string().min(1).max(200),
  grain: z.enum(GRAINS).optional(),
  /** Absent: by label, dates by time. */
  order: memberOrderSchema.optional(),
  /** Not for dates. */
  top: memberTopSchema.optional(),
  /** Of a date: periods without rows. Absent: shown where no member stands before the date on its axis. */
  empty: z.enum(['shown', 'hidden']).optional(),
});
export type DimensionRef = z.infer<typeof dimensionRefSchema>;

/** A member is what a file's cell holds: 32 767 characters in a workbook, any length in separated text. */
export const memberNameSchema = z.string().max(65_536);

const filterField = z.string().min(1).max(200);
export const filterSchema = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.enum(['in', 'not-in']),
    dimension: filterField,
    /** Member names; null is the unknown member. */
    values: z.array(memberNameSchema.nullable()).max(10_000),
  }),
  /** Names by their text, case and accents folded as in search. */
  z.strictObject({
    op: z.enum(['contains', 'not-contains', 'starts-with', 'ends-with']),
    dimension: filterField,
    text: z.string().min(1).max(1000),
  }),
  z.strictObject({ op: z.enum(['blank', 'not-blank']), dimension: filterField }),
  /** A number field of the rows in base units, both ends included; null for an open end. */
  z.strictObject({
    op: z.literal('between'),
    dimension: filterField,
    from: z.number().nullable(),
    to: z.number().nullable(),
  }),
  /** Rows whose date field (`created`, `closed`) lies in a period text as in `period.ts`, relative ones included. */
  z.strictObject({ op: z.literal('period'), dimension: filterField, period: z.string().min(1).max(60) }),
  /** The members with the highest (lowest) values of a KPI over the question's period and its other filters. */
  z.strictObject({
    op: z.literal('top'),
    dimension: filterField,
    n: z.int().min(1).max(10_000),
    by: kpiReference,
    lowest: z.boolean().optional(),
  }),
]);
export type Filter = z.infer<typeof filterSchema>;

export const COMPARISONS = ['none', 'previous', 'last-year', 'target'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/**
 * The one question. A tile, a pivot, a goal's progress, a report page and a command-line call differ only in it.
 * It is one JSON value: what is saved, undone, shared and tested.
 */
export const questionSchema = z.strictObject({
  kpis: z.array(kpiReference).min(1).max(120),
  rows: z.array(dimensionRefSchema).max(6).default([]),
  columns: z.array(dimensionRefSchema).max(3).default([]),
  filters: z.array(filterSchema).max(50).default([]),
  /** Period text as in `period.ts`: `all`, `2026`, `2026-Q3`, `2026-09`, `2026-W36`, `FY2026`, `2026-01-01..2026-09-30`, `last-12-months`, `latest-year`. */
  period: z.string().max(60).default('all'),
  compare: z.enum(COMPARISONS).default('none'),
  /** KPI id to variant id; a variant in a reference goes before it. */
  variants: z.record(z.string().max(100), z.string().max(100)).default({}),
});
export type Question = z.infer<typeof questionSchema>;
export type QuestionInput = z.input<typeof questionSchema>;

export const periodRangeSchema = z.strictObject({
  /** First and last day, ISO. */
  from: z.string(),
  to: z.string(),
});

export const resolvedPeriodSchema = z.strictObject({
  /** The text that names it: `2026-09`. */
  spec: z.string(),
  from: z.string(),
  to: z.string(),
  /** Today lies in it. */
  open: z.boolean(),
  /** Last day that counts: `to`, or for an open period the last day with data. */
  through: z.string(),
});
export type ResolvedPeriod = z.infer<typeof resolvedPeriodSchema>;

export const NO_VALUE_CODES = [
  'zero-denominator',
  'missing-denominator',
  'base-not-positive', // growth from zero or less: the absolute difference stands in `difference`
  'no-data', // the data do not reach the period, or nothing in them ever passes the filters
  'needs-data', // fields or kinds not imported; `needs` lists them
  'filter-not-answerable', // a filter or breakdown the measure's kind does not have
  'no-comparison', // nothing to compare with in the comparison period
  'no-variant',
  'not-additive', // a running total over members of what does not add up
] as const;
export type NoValueCode = (typeof NO_VALUE_CODES)[number];

export const reasonSchema = z.strictObject({
  code: z.enum(NO_VALUE_CODES),
  message: z.string(),
  /** `sale.cost`, `lead.created`: what to import. */
  needs: z.array(z.string()).default([]),
  /** The dimension that cannot be answered. */
  dimension: z.string().optional(),
  /** Absolute difference for `base-not-positive`. */
  difference: z.number().optional(),
});
export type Reason = z.infer<typeof reasonSchema>;

export const cellComparisonSchema = z.strictObject({
  /** Value in the comparison period, base units. */
  value: z.number().nullable(),
  difference: z.number().nullable(),
  /** difference ÷ value; null for a base that is zero or negative, and for ratios (compare those in percentage points). */
  ratio: z.number().nullable(),
  reason: reasonSchema.nullable(),
});

export const CELL_MARKS = [
  'open-period',
  'small-base',
  'inferred',
  'biased-start',
  'data-ends-early',
  'base-starts-late',
  'targets-ambitious',
] as const;

export const answerCellSchema = z.strictObject({
  /** As the question names it. */
  kpi: z.string(),
  /** Member names down to this cell's level, null for unknown, OTHER for the remainder; shorter than `rows` for a subtotal, empty for the total. Dates as period text, null for rows without the date. */
  row: z.array(z.string().nullable()),
  column: z.array(z.string().nullable()),
  /** The last of its row is the united remainder of a `top`. */
  other: z.boolean(),
  period: periodRangeSchema,
  /** Base units: currency units, ratios 0 to 1, counts. */
  value: z.number().nullable(),
  reason: reasonSchema.nullable(),
  marks: z.array(z.enum(CELL_MARKS)),
  rows: z.strictObject({ used: z.int(), leftOut: z.int() }),
  compare: cellComparisonSchema.nullable(),
});
export type AnswerCell = z.infer<typeof answerCellSchema>;

export const answerKpiSchema = z.strictObject({
  /** As the question names it: what cells go by. */
  ref: z.string(),
  kpi: z.string(),
  unit: z.enum(UNITS),
  direction: z.enum(DIRECTIONS),
  variant: z.string(),
  formula: z.string(),
  /** The variant is in force because those before it lack data. */
  automatic: z.boolean(),
});

export type AnswerKpi = z.infer<typeof answerKpiSchema>;

export const answerSchema = z.strictObject({
  period: resolvedPeriodSchema,
  comparePeriod: periodRangeSchema.nullable(),
  kpis: z.array(answerKpiSchema),
  /** Fixed order: groups in the asked order, subtotals after their members, the grand total last; per group the KPIs in asked order. */
  cells: z.array(answerCellSchema),
});
export type Answer = z.infer<typeof answerSchema>;

/** Which cell of an answer: the same `row` and `column` keys as the answer gives. */
export const cellRefSchema = z.strictObject({
  /** As the question names it. */
  kpi: kpiReference,
  row: memberPath.default([]),
  column: z.array(z.string().nullable()).max(3).default([]),
});
export type CellRef = z.infer<typeof cellRefSchema>;

/** Rows of one kind behind a number, each counted once. */
const rowsOfKindSchema = z.strictObject({ kind: z.enum(ANY_KINDS), total: z.int() });

export const explanationInputSchema = z.strictObject({
  /** Measure or KPI id as it stands in the formula. */
  id: z.string(),
  /** `prev(revenue)` gives the shifted period. */
  period: periodRangeSchema,
  value: z.number().nullable(),
  unit: z.enum(UNITS),
  rows: z.strictObject({ used: z.int(), leftOut: z.int() }),
});

export const explanationSchema = z.strictObject({
  kpi: z.string(),
  variant: z.string(),
  formula: z.string(),
  unit: z.enum(UNITS),
  value: z.number().nullable(),
  reason: reasonSchema.nullable(),
  marks: z.array(z.enum(CELL_MARKS)),
  period: resolvedPeriodSchema,
  comparePeriod: periodRangeSchema.nullable(),
  compare: cellComparisonSchema.nullable(),
  filters: z.array(filterSchema),
  cell: cellRefSchema,
  inputs: z.array(explanationInputSchema),
  rows: z.strictObject({
    used: z.int(),
    leftOut: z.array(z.strictObject({ reason: z.string(), count: z.int() })),
    /** In the order of the formula: what `question.rows` shows of each. */
    byKind: z.array(rowsOfKindSchema),
  }),
  sources: z.array(
    z.strictObject({
      importId: z.int(),
      file: z.string(),
      sheet: z.string().nullable(),
      importedAt: z.string(),
      rows: z.int(),
    }),
  ),
  /** Fields that the number goes by and that some of its rows have from a list. */
  fromLists: z.array(
    z.strictObject({
      /** `sale.category`. */
      field: z.string(),
      /** The file's header for custom fields, else null: the catalogue names it. */
      label: z.string().nullable(),
      list: z.enum(LIST_KINDS),
      rows: z.int(),
      /** Of the list, as they were imported. */
      files: z.array(z.string()),
    }),
  ),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** A page of the rows behind a cell, values as shown in the file's terms. */
export const rowsPageSchema = z.strictObject({
  /** Every kind with rows behind the cell; those of this page are of one of them. */
  kinds: z.array(rowsOfKindSchema),
  total: z.int(),
  offset: z.int(),
  fields: z.array(
    z.strictObject({
      key: z.string(),
      label: z.string(),
      type: z.enum(['date', 'instant', 'text', 'decimal', 'flag']),
      unit: z.enum(UNITS).nullable(),
    }),
  ),
  rows: z.array(
    z.strictObject({
      /** Null, as what follows, for a row that is worked out from others: a customer, a stretch of activity. */
      importId: z.int().nullable(),
      file: z.string().nullable(),
      sheet: z.string().nullable(),
      fileRow: z.int().nullable(),
      /** Aligned with `fields`: ISO date, text, base-unit number, or null. */
      values: z.array(z.union([z.string(), z.number(), z.null()])),
      /** By field key, what the file has where a name is shown as the one it is merged into. */
      written: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
export type RowsPage = z.infer<typeof rowsPageSchema>;
