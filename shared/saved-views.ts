import { z } from 'zod';
import { CHART_KINDS } from './charts/model.ts';
import { gridViewSchema } from './grid.ts';

/** How the numbers of a value stand in their cells: as they are, tinted by their size, or with a bar from zero. */
const valueLookSchema = z.strictObject({
  as: z.enum(['plain', 'heat', 'bars']),
  /** Totals and subtotals stay without tint and bar. */
  plainTotals: z.boolean().optional(),
});

/** A question kept under a name: the table it is laid out as, and how it is shown. */
export const savedViewSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,60}$/),
  name: z.string().trim().min(1).max(120),
  view: gridViewSchema,
  /** The chart drawn of it; null for the table alone. */
  chart: z.enum(CHART_KINDS).nullable(),
  /** By place among the view's values; without it, and beyond its end, they are plain. */
  looks: z.array(valueLookSchema).max(30).optional(),
});
export type SavedView = z.infer<typeof savedViewSchema>;
export type SavedViewInput = z.input<typeof savedViewSchema>;
