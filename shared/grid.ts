import { z } from 'zod';
import {
  answerKpiSchema,
  CELL_MARKS,
  periodRangeSchema,
  questionSchema,
  reasonSchema,
  resolvedPeriodSchema,
} from './question.ts';

/**
 * A question laid out as a table: which way each value is shown, which groups are folded, and a window of the cells.
 * The same view is what is drawn, charted, copied and exported.
 */
const axis = z.enum(['rows', 'columns']);

/** How a value is shown. Percentages are ratios (0.25); parts are of the same KPI's value in the cell they are a part of. */
export const showSchema = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('value') }),
  z.strictObject({ as: z.literal('share'), of: z.enum(['total', 'row', 'column', 'row-parent', 'column-parent']) }),
  /** Against the comparison period, a target, the sibling before along an axis, or one sibling by name. */
  z.strictObject({
    as: z.enum(['difference', 'difference-ratio']),
    from: z.discriminatedUnion('what', [
      z.strictObject({ what: z.enum(['previous', 'last-year', 'target']) }),
      z.strictObject({ what: z.literal('before'), along: axis }),
      z.strictObject({ what: z.literal('member'), along: axis, name: z.string().max(1000).nullable() }),
    ]),
  }),
  /** Over the siblings so far. */
  z.strictObject({ as: z.literal('running-total'), along: axis }),
  /** 1 for the highest of the siblings, equal values sharing the better rank. */
  z.strictObject({ as: z.literal('rank'), along: axis, lowestFirst: z.boolean().optional() }),
  /** cell × grand total ÷ (row total × column total). */
  z.strictObject({ as: z.literal('index') }),
]);
export type Show = z.infer<typeof showSchema>;

const path = z.array(z.string().nullable()).max(6);

export const gridViewSchema = z.strictObject({
  /** `question.compare` is what cells carry beside them; a `show` may ask for another. */
  question: questionSchema,
  /** One a value column, in order; a KPI may stand several times. `kpi` is one of `question.kpis`. */
  values: z
    .array(z.strictObject({ kpi: z.string().min(1).max(201), show: showSchema.default({ as: 'value' }) }))
    .min(1)
    .max(30),
  /** Values side by side under each column, or below each other under each row. */
  valuesOn: axis.default('columns'),
  /** Groups whose members are hidden, by path. */
  foldedRows: z.array(path).max(10_000).default([]),
  foldedColumns: z.array(path).max(10_000).default([]),
  /** Of rows above or below their members, of columns before or after; without them a group is a line only where it is folded. */
  subtotals: z.enum(['above', 'below', 'none']).default('above'),
  /** The row at the bottom, over all rows, and the column at the end; an axis without dimensions is its total. */
  totals: z.strictObject({ row: z.boolean().default(true), column: z.boolean().default(true) }).prefault({}),
});
export type GridView = z.infer<typeof gridViewSchema>;
export type GridViewInput = z.input<typeof gridViewSchema>;

const stretch = z.strictObject({ from: z.int().min(0), count: z.int().min(0).max(2000) });
export const gridWindowSchema = z.strictObject({
  rows: stretch,
  columns: stretch,
  /** For heat maps and bars: the whole table is looked at for them. */
  scales: z.boolean().optional(),
});
export type GridWindow = z.infer<typeof gridWindowSchema>;

/** A line of the table: a member, a subtotal of one, or the total. */
export const gridLineSchema = z.strictObject({
  /** Names down to this line's depth, null for unknown, OTHER for the remainder; dates as period text. Empty for the total. */
  path: z.array(z.string().nullable()),
  /** The last of its path is the united remainder of a `top`. */
  other: z.boolean(),
  /** Has members of its own (drawn or folded). */
  parent: z.boolean(),
  folded: z.boolean(),
  /** Which of `values` the line shows; null where values stand on the other axis. */
  value: z.int().nullable(),
});
export type GridLine = z.infer<typeof gridLineSchema>;

export const gridSchema = z.strictObject({
  period: resolvedPeriodSchema,
  comparePeriod: periodRangeSchema.nullable(),
  kpis: z.array(answerKpiSchema),
  /** All lines there are. */
  rowCount: z.int(),
  columnCount: z.int(),
  /** Those of the window. */
  rows: z.array(gridLineSchema),
  columns: z.array(gridLineSchema),
  /** Row by row, aligned with `rows` × `columns`; null where `reasons` says why, or without a reason where no row lies. */
  cells: z.array(z.number().nullable()),
  /** By index in `cells`. */
  reasons: z.record(z.string(), reasonSchema),
  marks: z.record(z.string(), z.array(z.enum(CELL_MARKS))),
  /** One a value, where they are asked for: least and greatest of the cells that are no totals, over the whole table; of very many an even choice. Null without any. */
  scales: z.array(z.strictObject({ least: z.number(), greatest: z.number() }).nullable()),
});
export type Grid = z.infer<typeof gridSchema>;
