import { expect } from 'vitest';
import type { Asked } from './asked.ts';
import type { Way } from './transports.ts';

/** A report on paper: what is printed is known while it is, and by nobody who does not have its id. */
export async function prints({ way, ok, fails }: Asked & { readonly way: Way }): Promise<void> {
  const made = await ok('report.fromTemplate', {
    template: 'board',
    dashboard: null,
    locale: 'en-GB',
    paper: { size: 'a4', turn: 'landscape' },
  });
  const report = { ...made, name: 'Board, Q3/Q4' };
  const { downloadId, ...about } = await ok('report.print', { taskId: 'print', source: { report }, format: 'pdf' });
  expect(about).toEqual({ name: 'Board, Q3-Q4.pdf', type: 'application/pdf', size: 20 });
  expect((await way.fetch(downloadId))?.toString()).toBe('%PDF of Board, Q3/Q4');
  const picture = await ok('report.print', { taskId: 'print', source: { report }, format: 'png', sheet: 2 });
  expect(picture).toMatchObject({ name: 'Board, Q3-Q4.png', type: 'image/png' });
  expect((await way.fetch(picture.downloadId))?.toString()).toBe('sheet 2 of Board, Q3/Q4');
  await fails('report.print', { taskId: 'print', source: { final: 'none' }, format: 'pdf' }, 'E_NOT_FOUND');
  await fails('report.print', { taskId: 'print', source: { report }, format: 'svg' }, 'E_BAD_REQUEST');
  await fails('report.printed', { jobId: 'print' }, 'E_NOT_FOUND');
}
