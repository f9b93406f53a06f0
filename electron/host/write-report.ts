import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ShownReport } from '#files/report-out/shown-report.ts';
import { writeReportFile, type ReportFormat } from '#files/report-out/write-report-file.ts';
import type { Output } from '#shared/contract.ts';
import type { ExportDesk } from './export-rows.ts';
import { nearestSafeName } from './safe-name.ts';
import { sentencesIn } from './sentences.ts';
import type { Task } from './tasks.ts';

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const satisfies Readonly<Record<ReportFormat, string>>;
/** Room for the extension in a name of 120 characters. */
const LONGEST_NAME = 115;

/** A report as a file of its own. */
export async function writeReport(
  shown: ShownReport,
  format: ReportFormat,
  { files, temporary }: Pick<ExportDesk, 'files' | 'temporary'>,
  task: Task,
): Promise<Output<'report.write'>> {
  await task.breathe();
  const { report, content } = shown;
  const name = `${nearestSafeName(`${content.company} ${report.name} ${content.period}`).slice(0, LONGEST_NAME).trim()}.${format}`;
  const folder = join(temporary, randomUUID());
  mkdirSync(folder, { mode: 0o700 });
  const path = join(folder, name);
  await writeReportFile(path, shown, format, sentencesIn(content.locale), {
    progress: (done, total) => task.report('writing', done, total),
    cancelled: () => task.signal.aborted,
  });
  return files.addDownload({ path, name }, TYPES[format]);
}
