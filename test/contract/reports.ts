import { expect } from 'vitest';
import { reportContentSchema } from '../../shared/report-content.ts';
import type { Report } from '../../shared/reports.ts';
import type { Asked } from './asked.ts';

const PAPER = { size: 'a4', turn: 'landscape' } as const;

/** Reports over the small sales: made from templates, composed, kept, made final as they are, and taken away. */
export async function reports({ way, ok, fails }: Asked): Promise<void> {
  expect(await ok('report.list', {})).toEqual([]);
  const asked = { dashboard: null, locale: 'sv-SE', paper: PAPER } as const;
  const made = await ok('report.fromTemplate', { ...asked, template: 'board' });
  // Ten rows of sales: no deals, no goals, and two years with months between that nobody sold in.
  const pages = made.pages.map(({ id }) => id);
  expect(pages).toEqual(expect.arrayContaining(['cover', 'summary', 'structure-region', 'definitions']));
  expect(pages).not.toContain('pipeline');
  expect(pages).not.toContain('goals');
  const report: Report = { ...made, id: 'styrelse' };
  expect(await ok('report.save', report)).toEqual([report]);

  const content = await ok('report.content', { report, taskId: 'compose' });
  expect(reportContentSchema.parse(content)).toEqual(content);
  expect(content.pages.map(({ id }) => id)).toEqual(pages);
  // 4 499.50 in 2026, through September.
  expect(content.facts.figures.find(({ kpi }) => kpi === 'revenue')).toMatchObject({ value: 4499.5, unit: 'money' });
  expect(content.facts.period).toMatchObject({ spec: '2026', open: true, through: '2026-09-30' });
  await fails('report.content', { report: { ...report, period: 'sometime' } }, 'E_BAD_PERIOD');
  await fails('report.content', { report: { ...report, pages: [] } }, 'E_BAD_REQUEST');
  await fails('report.save', { ...report, id: '../up' }, 'E_BAD_REQUEST');

  await fails('report.finish', { report }, 'E_UNREAD_DRAFT');
  expect(await ok('report.finals', {})).toEqual([]);
  // Of a first report nothing has changed, and that page takes no sheet: nobody is asked to have read it.
  const read: Report = { ...report, pages: report.pages.map((page) => ({ ...page, read: page.show !== 'changes' })) };
  const [final, ...others] = await ok('report.finish', { report: read });
  expect(others).toEqual([]);
  const { id = '' } = final ?? {};
  const kept = await ok('report.final', { id });
  expect(kept).toEqual({ ...final, content });
  expect(await ok('report.remove', { id: 'styrelse' })).toEqual([]);
  expect(await ok('report.final', { id })).toEqual(kept);
  expect(await ok('report.removeFinal', { id })).toEqual([]);
  expect(await ok('report.restoreFinal', { id })).toEqual([final]);
  expect(await ok('report.final', { id })).toEqual(kept);
  await fails('report.restoreFinal', { id }, 'E_NOT_FOUND');
  const written = await ok('report.write', { taskId: 'write', source: { final: id }, format: 'xlsx' });
  expect((await way.fetch(written.downloadId))?.subarray(0, 2).toString()).toBe('PK');
  expect(await ok('report.removeFinal', { id })).toEqual([]);
  await fails('report.final', { id }, 'E_NOT_FOUND');
  await fails('report.removeFinal', { id }, 'E_NOT_FOUND');
  await fails('report.remove', { id: 'styrelse' }, 'E_NOT_FOUND');
}
