import { open, rm } from 'node:fs/promises';
import { ZipWriter } from '../rows-out/zip-writer.ts';
import { writeReportWorkbook } from './report-workbook.ts';
import type { Say, ShownReport, WriteTask } from './shown-report.ts';

export type ReportFormat = 'xlsx' | 'pptx';

/** Writes a report to a new file at `path`, which is gone again when the writing stops half way. Throws E_CANCELLED, E_FILE_TOO_LARGE. */
export async function writeReportFile(
  path: string,
  shown: ShownReport,
  format: ReportFormat,
  say: Say,
  task: WriteTask,
): Promise<void> {
  try {
    await using file = await open(path, 'wx', 0o600);
    const zip = new ZipWriter(file);
    // The library of slides is large: who asks for none waits for none.
    const write = format === 'xlsx' ? writeReportWorkbook : (await import('./slides.ts')).writeSlides;
    await write(zip, shown, say, task);
    await zip.end();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
