import { z } from 'zod';
import { chartModelSchema, moneyScaleSchema } from './charts/chart-schema.ts';
import { LOCALES } from './format.ts';
import { questionSchema, resolvedPeriodSchema } from './question.ts';
import { tableOpensSchema } from './report-opens.ts';
import { reportSchema } from './reports.ts';
import { UNITS } from './units.ts';

/**
 * What stands on a report's pages, counted and worded in the report's language: one JSON value that paper, workbook and slides
 * are made of alike, so that they can never disagree. Values are in base units; a text is the value as it is shown.
 */
const tone = z.enum(['good', 'bad', 'neutral']);
const value = z.number().nullable();

const figureSchema = z.strictObject({
  /** As questions name it. */
  kpi: z.string(),
  name: z.string(),
  value,
  unit: z.enum(UNITS),
  /** '2 326,5' and 'tkr', apart so that the unit may be smaller. */
  text: z.string(),
  unitText: z.string(),
  /** Why there is no value, in a sentence. */
  reason: z.string().nullable(),
  /** '▲ 8 %'. */
  change: z.strictObject({ text: z.string(), tone }).nullable(),
  /** 'mot 2025'. */
  against: z.string().nullable(),
  /** 'mål 18 000 tkr', toned by whether it is met. */
  target: z.strictObject({ text: z.string(), tone }).nullable(),
  /** What there is to say of it. */
  message: z.string().nullable(),
  /** Its months, oldest first. */
  months: z.array(value),
  /** The question whose passport it opens, on a screen. */
  opens: questionSchema.optional(),
});
export type ReportFigure = z.infer<typeof figureSchema>;

const cellSchema = z.strictObject({
  text: z.string(),
  value,
  tone,
});
export type ReportCell = z.infer<typeof cellSchema>;

/** How the numbers of a column are written, so that a sum carried over a page break reads as they do. */
const writtenSchema = z.strictObject({
  unit: z.enum(UNITS),
  /** Of money. */
  scale: moneyScaleSchema.nullable(),
  decimals: z.int().min(0).max(4),
  /** With an explicit plus: a difference. */
  signed: z.boolean(),
});
export type Written = z.infer<typeof writtenSchema>;

const columnSchema = z.strictObject({
  label: z.string(),
  /** Null for words. */
  written: writtenSchema.nullable(),
  /** `bar`: its number and a bar from zero beside it. */
  as: z.enum(['plain', 'strong', 'quiet', 'bar']),
  /** Its values add up: what stands above a break is carried over as a sum. */
  carried: z.boolean(),
});
export type ReportColumn = z.infer<typeof columnSchema>;

/** Where a block stands on a landscape page: in the wide column or the narrow one beside it. */
const place = z.enum(['main', 'aside']);

export const reportBlockSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('figures'), place, figures: z.array(figureSchema).max(60) }),
  z.strictObject({ is: z.literal('chart'), place, height: z.enum(['low', 'middle', 'tall']), chart: chartModelSchema }),
  z.strictObject({
    is: z.literal('table'),
    place,
    title: z.string(),
    columns: z.array(columnSchema).min(1).max(40),
    rows: z.array(z.strictObject({ kind: z.enum(['row', 'group', 'total']), cells: z.array(cellSchema) })),
    /** Under it: what the reader has to know. */
    note: z.string().nullable(),
    /** What its numbers open on a screen; paper, workbook and slides have no use for it. */
    opens: tableOpensSchema.optional(),
  }),
  z.strictObject({ is: z.literal('text'), place, title: z.string(), paragraphs: z.array(z.string()) }),
  z.strictObject({
    is: z.literal('definitions'),
    place,
    items: z.array(z.strictObject({ name: z.string(), definition: z.string(), formula: z.string() })),
  }),
]);
export type ReportBlock = z.infer<typeof reportBlockSchema>;
export type BlockOf<K extends ReportBlock['is']> = Extract<ReportBlock, { readonly is: K }>;

const pageContentSchema = z.strictObject({
  id: z.string(),
  /** The headline as the numbers give it. */
  draft: z.string(),
  /** 'Norrland Kaffe AB · Försäljning, tkr · jan–sep 2026: utfall, mål och föregående år'. */
  sub: z.string(),
  blocks: z.array(reportBlockSchema),
});
export type PageContent = z.infer<typeof pageContentSchema>;

/** What later reports are held against. */
const factsSchema = z.strictObject({
  period: resolvedPeriodSchema,
  figures: z.array(
    z.strictObject({ kpi: z.string(), variant: z.string(), formula: z.string(), value, unit: z.enum(UNITS) }),
  ),
  /** With the rows that count. */
  imports: z.array(z.strictObject({ id: z.int(), file: z.string(), rows: z.int() })),
});
export type ReportFacts = z.infer<typeof factsSchema>;

export const reportContentSchema = z.strictObject({
  locale: z.enum(LOCALES),
  currency: z.string(),
  company: z.string(),
  /** 'jan–sep 2026', and what it is compared with. */
  period: z.string(),
  against: z.string().nullable(),
  /** 'Uppgifter t.o.m. 30 september 2026'. */
  dataAsOf: z.string(),
  /** At the foot of every page: 'Källa: fakturor.csv, 48 211 rader, importerad 2026-10-02.' */
  source: z.string(),
  filters: z.array(z.string()),
  pages: z.array(pageContentSchema),
  facts: factsSchema,
});
export type ReportContent = z.infer<typeof reportContentSchema>;

/** A report as it was when it was made final. */
export const finalReportSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,60}$/),
  /** Local date and minute. */
  at: z.string().max(30),
  /** Counts up within a workspace: several are made in a minute, and clocks are set back. */
  order: z.int().min(0).default(0),
  report: reportSchema,
  content: reportContentSchema,
});
export type FinalReport = z.infer<typeof finalReportSchema>;
