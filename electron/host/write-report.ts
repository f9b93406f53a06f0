import type { Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { ReportContent } from '#shared/report-content.ts';
import type { Report } from '#shared/reports.ts';
import type { ExportDesk } from './export-rows.ts';
import type { Task } from './tasks.ts';

/** A report as a file of its own. */
export function writeReport(
  _shown: { readonly report: Report; readonly content: ReportContent },
  _format: 'xlsx' | 'pptx',
  _desk: ExportDesk,
  _task: Task,
): Promise<Output<'report.write'>> {
  return Promise.reject(new AppError('E_INTERNAL', 'Not written yet.'));
}
