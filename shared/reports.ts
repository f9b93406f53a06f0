import { z } from 'zod';
import { tileSchema } from './dashboards.ts';
import { LOCALES } from './format.ts';
import { PAPER_SIZES, PAPER_TURNS, REPORT_TEMPLATES, SHOWN_NAMES } from './report-choices.ts';
import { COMPARISONS, filterSchema } from './question.ts';

/** What people decide of a report. The numbers on its pages are counted when it is shown, or kept with it when it is final. */
const reportId = z.string().regex(/^[\w-]{1,60}$/);
const kpi = z.string().min(1).max(201);
const dimension = z.string().min(1).max(200);
const line = (most: number) => z.string().trim().min(1).max(most).nullable();

const everyPage = {
  id: reportId,
  /** Null for the one that is drafted from the numbers. */
  headline: line(300),
  /** Somebody has read the headline; a report with an unread one is not made final. */
  read: z.boolean(),
  /** The draft as it was then: with another one, numbers have moved and the headline is unread again. Absent: any. */
  readAs: z.string().max(2000).optional(),
  comment: z.string().max(4000),
};

const actionSchema = z.strictObject({
  what: z.string().max(500),
  owner: z.string().max(120),
  /** ISO. */
  due: z.iso.date().nullable(),
});
export type ReportAction = z.infer<typeof actionSchema>;

export const reportPageSchema = z.discriminatedUnion('show', [
  z.strictObject({
    ...everyPage,
    show: z.enum(['cover', 'contents', 'pipeline', 'goals', 'team', 'customers', 'changes', 'definitions']),
  }),
  /** Null for those that the data allow and most people look for. */
  z.strictObject({ ...everyPage, show: z.literal('summary'), kpis: z.array(kpi).min(1).max(10).nullable() }),
  /** Against last year and target, with what the change is made of; null for the best dimension at hand. */
  z.strictObject({ ...everyPage, show: z.literal('revenue'), by: dimension.nullable() }),
  /** How much the largest members are of all, and how they have changed. */
  z.strictObject({ ...everyPage, show: z.literal('structure'), by: dimension }),
  /** Every member with its values, on as many sheets as it takes. */
  z.strictObject({ ...everyPage, show: z.literal('list'), by: dimension, kpis: z.array(kpi).min(1).max(8) }),
  z.strictObject({ ...everyPage, show: z.literal('forecast'), kpi }),
  z.strictObject({ ...everyPage, show: z.literal('actions'), actions: z.array(actionSchema).max(100) }),
  /** Tiles of a dashboard. */
  z.strictObject({ ...everyPage, show: z.literal('tiles'), tiles: z.array(tileSchema).max(60) }),
]);
export type ReportPage = z.infer<typeof reportPageSchema>;
export type PageKind = ReportPage['show'];
export type PageOf<K extends PageKind> = Extract<ReportPage, { readonly show: K }>;

const brandSchema = z.strictObject({
  /** Null for the workspace's name. */
  company: line(200),
  /** A picture of at most 300 kB. */
  logo: z
    .string()
    .max(410_000)
    .regex(/^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+=*$/)
    .nullable(),
  /** Of headings. */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  /** 'Konfidentiellt', at the foot of every page. */
  confidentiality: line(120),
});

export const reportSchema = z.strictObject({
  id: reportId,
  name: z.string().trim().min(1).max(120),
  template: z.enum(REPORT_TEMPLATES),
  paper: z.strictObject({ size: z.enum(PAPER_SIZES), turn: z.enum(PAPER_TURNS) }),
  locale: z.enum(LOCALES),
  /** As in `period.ts`, relative ones included. */
  period: z.string().min(1).max(60),
  compare: z.enum(COMPARISONS),
  filters: z.array(filterSchema).max(50),
  brand: brandSchema,
  /** How customers and reps are named. */
  names: z.strictObject({ customer: z.enum(SHOWN_NAMES), rep: z.enum(SHOWN_NAMES) }),
  pages: z
    .array(reportPageSchema)
    .min(1)
    .max(100)
    .refine((pages) => new Set(pages.map(({ id }) => id)).size === pages.length, { error: 'each page once' }),
});
export type Report = z.infer<typeof reportSchema>;
