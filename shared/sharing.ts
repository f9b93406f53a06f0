import { z } from 'zod';
import { dashboardSchema } from './dashboards.ts';
import { ownKpiSchema } from './own-kpi.ts';
import { questionSchema } from './question.ts';
import { savedViewSchema } from './saved-views.ts';

/** The KPIs of the sender's own that it uses, each after those that its formula names. */
const kpis = z.array(ownKpiSchema).max(200).optional();

/** A dashboard or a saved question on its way to or from a file of its own, with what it needs to say the same there. */
export const sharedSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('dashboard'),
    dashboard: dashboardSchema,
    kpis,
    /** What the top of the page was set to; a null period is the latest year with data. */
    scope: z
      .strictObject({
        period: questionSchema.shape.period.unwrap().nullable(),
        compare: questionSchema.shape.compare.unwrap(),
        filters: questionSchema.shape.filters.unwrap(),
      })
      .optional(),
  }),
  z.strictObject({ what: z.literal('view'), view: savedViewSchema, kpis }),
]);
export type Shared = z.infer<typeof sharedSchema>;
