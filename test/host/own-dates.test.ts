import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Filter } from '#shared/question.ts';
import { hostInFolder, type HostInFolder } from '../support/host-in-folder.ts';

/** Each amount is twice the one before, so that a sum says which rows it is of. */
const DELIVERIES = `Datum;Order;Belopp;Leveransdatum
2026-01-05;1;100,00;2026-01-31
2026-01-06;2;200,00;2026-02-01
2026-01-07;3;400,00;2026-02-28
2026-01-08;4;800,00;
2026-01-09;5;1600,00;2027-01-04
`;
const OWN = 'custom:Leveransdatum';
const within = (period: string): Filter => ({ op: 'period', dimension: OWN, period });

let app: HostInFolder;
beforeAll(async () => {
  app = hostInFolder();
  await app.value('workspace.create', { name: 'Leveranser' });
  const path = join(app.folder, 'leveranser.csv');
  writeFileSync(path, DELIVERIES);
  const { stageId } = await app.inspect(path, {});
  await app.value('import.commit', { taskId: 'write', stageId, options: {} });
});
afterAll(() => app.remove());

async function revenueUnder(filter: Filter): Promise<number | null | undefined> {
  const { cells } = await app.value('question.ask', { kpis: ['revenue'], filters: [filter] });
  return cells[0]?.value;
}

it('a date column of the file’s own is read as dates and can be filtered by', async () => {
  expect(await app.value('catalogue.rowFields', {})).toContainEqual(expect.objectContaining({ key: OWN }));
});

it.each<[Filter, number]>([
  [within('2026-02'), 600],
  // The week from 26 January to 1 February.
  [within('2026-W05'), 300],
  [within('2026'), 700],
  [within('2026-02-28..2026-03-31'), 400],
  // Later than any sale: the date says when it is delivered, not how far the data reach.
  [within('2027'), 1600],
  [within('2026-02-28..2027-12-31'), 2000],
  [{ op: 'blank', dimension: OWN }, 800],
  [{ op: 'not-blank', dimension: OWN }, 2300],
])('%o keeps rows of %d', async (filter, sum) => {
  expect(await revenueUnder(filter)).toBe(sum);
});

it('the rows behind are those that are counted', async () => {
  const question = { kpis: ['revenue'], filters: [within('2026-02')] };
  const cell = { kpi: 'revenue', row: [], column: [] };
  const { total, fields, rows } = await app.value('question.rows', { question, cell, offset: 0, limit: 10 });
  const place = fields.findIndex(({ key }) => key === 'amount');
  expect([total, rows.map(({ values }) => values[place])]).toEqual([2, [200, 400]]);
});
