import { z } from 'zod';
import { CHART_KINDS } from './charts/model.ts';
import { gridViewSchema } from './grid.ts';

/** A question kept under a name: the table it is laid out as, and how it is shown. */
export const savedViewSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,60}$/),
  name: z.string().trim().min(1).max(120),
  view: gridViewSchema,
  /** The chart drawn of it; null for the table alone. */
  chart: z.enum(CHART_KINDS).nullable(),
});
export type SavedView = z.infer<typeof savedViewSchema>;
export type SavedViewInput = z.input<typeof savedViewSchema>;
