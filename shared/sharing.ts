import { z } from 'zod';
import { dashboardSchema } from './dashboards.ts';
import { savedViewSchema } from './saved-views.ts';

/** A dashboard or a saved question on its way to or from a file of its own. */
export const sharedSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('dashboard'), dashboard: dashboardSchema }),
  z.strictObject({ what: z.literal('view'), view: savedViewSchema }),
]);
export type Shared = z.infer<typeof sharedSchema>;
