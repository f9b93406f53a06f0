import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OwnKpi } from '#shared/own-kpi.ts';
import { hostInFolder, type HostInFolder } from '../support/host-in-folder.ts';

/** Freight of 10 and 30 over two orders; by region 10 and 30. */
const FREIGHT = 'Datum;Order;Region;Belopp;Frakt\n2026-01-05;1;Nord;100,00;10,00\n2026-01-06;2;Syd;300,00;30,00\n';
const AS_TEXT = FREIGHT.replace('10,00\n', 'ingår\n').replace('30,00\n', 'tillkommer\n');

const own: OwnKpi = {
  id: 'freight',
  name: 'Frakt',
  definition: '',
  category: 'result',
  direction: 'lower',
  unit: 'money',
  formula: 'sum(sale."custom:Frakt")',
};
const share: OwnKpi = { ...own, id: 'freight-share', name: 'Fraktandel', unit: 'ratio', formula: 'freight / revenue' };

let app: HostInFolder;
beforeEach(async () => {
  app = hostInFolder();
  await app.value('workspace.create', { name: 'Frakt' });
});
afterEach(() => app.remove());

async function importFile(name: string, text: string): Promise<number> {
  const path = join(app.folder, name);
  writeFileSync(path, text);
  const { stageId } = await app.inspect(path, {});
  return (await app.value('import.commit', { taskId: 'write', stageId, options: {} })).id;
}
const listed = async (id: string) => (await app.value('catalogue.kpis', {})).find(({ kpi }) => kpi === id);

it('sums a column of the file’s own, broken down and in other formulas', async () => {
  await importFile('frakt.csv', FREIGHT);
  for (const kpi of [own, share]) await app.value('kpi.save', { kpi, replaces: false });
  const { cells } = await app.value('question.ask', {
    kpis: ['freight', 'freight-share'],
    rows: [{ dimension: 'region' }],
  });
  expect(cells.map(({ kpi, row, value }) => [kpi, ...row, value])).toEqual([
    ['freight', 'Nord', 10],
    ['freight-share', 'Nord', 0.1],
    ['freight', 'Syd', 30],
    ['freight-share', 'Syd', 0.1],
    ['freight', 40],
    ['freight-share', 0.1],
  ]);
});

it('says what an own KPI lacks when its column is gone, and which files would make it possible', async () => {
  const id = await importFile('frakt.csv', FREIGHT);
  await app.value('kpi.save', { kpi: own, replaces: false });
  await app.value('import.undo', { id });
  expect(await listed('freight')).toMatchObject({
    possible: false,
    needs: ['sale.custom:Frakt', 'sale.date'],
    problem: null,
  });
  const told = await app.value('kpi.check', { formula: own.formula, id: 'freight', period: 'all', filters: [] });
  expect(told).toMatchObject({ ok: true, value: null, needs: ['sale.custom:Frakt', 'sale.date'] });
  const { possibleKpis } = await app.inspect(join(app.folder, 'frakt.csv'), {});
  expect(possibleKpis.find(({ kpi }) => kpi === 'freight')).toEqual({ kpi: 'freight', possible: true, needs: [] });
});

it('a formula that the data no longer fit is told of and keeps no other KPI from its number', async () => {
  const id = await importFile('frakt.csv', FREIGHT);
  for (const kpi of [own, share]) await app.value('kpi.save', { kpi, replaces: false });
  await app.value('import.undo', { id });
  await importFile('text.csv', AS_TEXT);
  const problem = { problem: 'field-type', position: 9, length: 14, names: ['text'] };
  expect(await listed('freight')).toMatchObject({ possible: false, problem });
  expect(await listed('freight-share')).toMatchObject({
    possible: false,
    problem: { problem: 'unreadable', position: 0, length: 7, names: ['freight'] },
  });
  expect(await listed('revenue')).toMatchObject({ possible: true, problem: null });
  expect((await app.value('question.ask', { kpis: ['revenue'] })).cells[0]?.value).toBe(400);
  expect(await app.host.call('question.ask', { kpis: ['freight'] })).toMatchObject({
    error: { code: 'E_BAD_FORMULA' },
  });
  const again = { formula: 'freight / revenue', id: null, period: 'all', filters: [] };
  expect(await app.value('kpi.check', again)).toMatchObject({ ok: false, problem: { problem: 'unreadable' } });
  await app.value('kpi.save', {
    kpi: { ...own, formula: 'count(sale."custom:Frakt")', unit: 'count' },
    replaces: true,
  });
  expect(await listed('freight')).toMatchObject({ possible: true, problem: null });
});

it('refuses a change that breaks the KPIs made of it, by their names', async () => {
  await importFile('frakt.csv', FREIGHT);
  for (const kpi of [own, share]) await app.value('kpi.save', { kpi, replaces: false });
  const kpi = { ...own, formula: 'count_over(region, revenue > 0)', unit: 'count' } as const;
  const over = {
    ...share,
    id: 'share-of-share',
    name: 'Medel',
    formula: 'mean_over(region, freight)',
    unit: 'money',
  } as const;
  await app.value('kpi.save', { kpi: over, replaces: false });
  expect(await app.host.call('kpi.save', { kpi, replaces: true })).toMatchObject({
    error: { code: 'E_KPI_IN_USE', details: { kpi: 'freight', names: ['Fraktandel', 'Medel'] } },
  });
});

it('is told with its rows while it is written, saved or not, and known to nobody else', async () => {
  await importFile('frakt.csv', FREIGHT);
  const question = { kpis: ['freight'], filters: [{ op: 'in' as const, dimension: 'region', values: ['Syd'] }] };
  const asked = { question, cell: { kpi: 'freight' } };
  const told = await app.value('question.explain', { ...asked, draft: own });
  expect(told).toMatchObject({ value: 30, formula: own.formula, rows: { used: 1 } });
  const rows = await app.value('question.rows', { ...asked, draft: own, offset: 0, limit: 10 });
  expect(rows.rows.map(({ fileRow }) => fileRow)).toEqual([3]);
  expect(await app.host.call('question.explain', asked)).toMatchObject({ ok: false, error: { code: 'E_UNKNOWN_KPI' } });
  await app.value('kpi.save', { kpi: own, replaces: false });
  const doubled = { ...own, formula: `${own.formula} * 2` };
  expect((await app.value('question.explain', { ...asked, draft: doubled })).value).toBe(60);
  expect((await app.value('question.explain', asked)).value).toBe(30);
  const wrong = { ...own, formula: 'freight + 1' };
  expect(await app.host.call('question.rows', { ...asked, draft: wrong, offset: 0, limit: 1 })).toMatchObject({
    ok: false,
    error: { code: 'E_FORMULA_CYCLE' },
  });
});
