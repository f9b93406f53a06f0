import { z } from 'zod';
import { annotationSchema } from './annotations.ts';
import { dashboardSchema } from './dashboards.ts';
import { silenceSchema } from './insights.ts';
import { command, query } from './methods.ts';
import { savedViewSchema } from './saved-views.ts';

const nothing = z.strictObject({});
const dashboards = z.array(dashboardSchema);
const savedViews = z.array(savedViewSchema);
const annotations = z.array(annotationSchema);
const silences = z.array(silenceSchema);

/** The part of the contract about what people keep beside their data; every command answers with all there are then. */
export const SAVED_METHODS = {
  'dashboard.list': query(nothing, dashboards),
  /** Adds one or puts it in the place of the one with its id, which also takes a change or a removal back. */
  'dashboard.save': command(dashboardSchema, dashboards),
  'dashboard.remove': command(dashboardSchema.pick({ id: true }), dashboards),
  /** Questions kept under a name. */
  'view.list': query(nothing, savedViews),
  'view.save': command(savedViewSchema, savedViews),
  'view.remove': command(savedViewSchema.pick({ id: true }), savedViews),
  'annotation.list': query(nothing, annotations),
  'annotation.save': command(annotationSchema, annotations),
  'annotation.remove': command(annotationSchema.pick({ id: true }), annotations),
  /** Insights that are not to be shown, by their id. */
  'silence.list': query(nothing, silences),
  'silence.save': command(silenceSchema, silences),
  'silence.remove': command(silenceSchema, silences),
} as const;
