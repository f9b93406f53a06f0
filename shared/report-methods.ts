import { z } from 'zod';
import { dashboardSchema } from './dashboards.ts';
import { downloadSchema } from './downloads.ts';
import { LOCALES } from './format.ts';
import { command, query } from './methods.ts';
import { finalReportSchema, reportContentSchema } from './report-content.ts';
import { REPORT_TEMPLATES } from './report-choices.ts';
import { reportSchema } from './reports.ts';

const id = z.string().min(1).max(100);
const reports = z.array(reportSchema);
const finals = z.array(finalReportSchema.omit({ content: true }));
/** A report as it stands, or one that was made final. */
const source = z.union([z.strictObject({ report: reportSchema }), z.strictObject({ final: id })]);
const printed = z.strictObject({ report: reportSchema, content: reportContentSchema });

/** The contract's methods of reports. */
export const REPORT_METHODS = {
  'report.list': query(z.strictObject({}), reports),
  'report.save': command(reportSchema, reports),
  'report.remove': command(reportSchema.pick({ id: true }), reports),
  /** A report with the template's pages as far as the data at hand fill them; `own` is one of a dashboard's tiles. Nothing is stored. */
  'report.fromTemplate': query(
    z.strictObject({
      template: z.enum(REPORT_TEMPLATES),
      dashboard: dashboardSchema.nullable(),
      locale: z.enum(LOCALES),
      paper: reportSchema.shape.paper,
    }),
    reportSchema,
  ),
  /** Headlines and comments of the report do not matter to it. */
  'report.content': query(z.strictObject({ report: reportSchema, taskId: id.optional() }), reportContentSchema),
  /** The last first. */
  'report.finals': query(z.strictObject({}), finals),
  'report.final': query(z.strictObject({ id }), finalReportSchema),
  /** Keeps it as it is now. E_UNREAD_DRAFT with the pages whose headline nobody has read. */
  'report.finish': command(z.strictObject({ report: reportSchema }), finals),
  'report.removeFinal': command(z.strictObject({ id }), finals),
  /** Takes the removal back, as long as the program runs. */
  'report.restoreFinal': command(z.strictObject({ id }), finals),
  /** A workbook with the numbers behind every page, or slides with tables and charts that can be edited. */
  'report.write': command(z.strictObject({ taskId: id, source, format: z.enum(['xlsx', 'pptx']) }), downloadSchema),
  /** By the shell's printer. A picture is of one sheet, counted from 1. */
  'report.print': command(
    z.strictObject({ taskId: id, source, format: z.enum(['pdf', 'png']), sheet: z.int().min(1).max(1000).default(1) }),
    downloadSchema,
  ),
  /** What the page that is being printed shows. */
  'report.printed': query(z.strictObject({ jobId: id }), printed),
} as const;
