import { z } from 'zod';

/** A remark on a day, or on a member on that day, kept with who wrote it; what shows the day's period and the member shows it. */
export const annotationSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,60}$/),
  /** ISO. */
  day: z.iso.date(),
  /** The KPI it is about, as questions name it; null for the day as a whole. */
  kpi: z.string().min(1).max(201).nullable(),
  /** The member it is about; absent for the day as a whole. */
  mark: z.strictObject({ dimension: z.string().min(1).max(200), member: z.string().max(1000).nullable() }).optional(),
  text: z.string().trim().min(1).max(2000),
  author: z.string().trim().min(1).max(120),
});
export type Annotation = z.infer<typeof annotationSchema>;
