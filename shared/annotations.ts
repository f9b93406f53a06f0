import { z } from 'zod';

/** A remark on a day, kept with who wrote it; charts that show the day's period show it. */
export const annotationSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,60}$/),
  /** ISO. */
  day: z.iso.date(),
  /** The KPI it is about, as questions name it; null for the day as a whole. */
  kpi: z.string().min(1).max(201).nullable(),
  text: z.string().trim().min(1).max(2000),
  author: z.string().trim().min(1).max(120),
});
export type Annotation = z.infer<typeof annotationSchema>;
