import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { QuestionInput } from '#shared/question.ts';
import { importedWorkspace, type ImportedWorkspace } from '../support/imported.ts';

/** Björk in three spellings and two files: 100 + 200 + 300 + 400 = 1 000 of 1 500, three customers of which two are one. */
const FIRST = `Datum;Order;Kund;Belopp
2026-01-05;1;AB Björk;100,00
2026-01-06;2;Björk AB;200,00
2026-01-07;3;Ek & Co;500,00
2026-02-05;4;Björk AB;300,00
`;
const SECOND = `Datum;Order;Kund;Belopp
2026-03-05;5;AB Björk;400,00
`;

const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-names-'));
let workspace: ImportedWorkspace;
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
beforeAll(async () => {
  workspace = await importedWorkspace(file('jan.csv', FIRST));
});
afterAll(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const values = async (question: QuestionInput): Promise<Readonly<Record<string, number | null>>> => {
  const { cells } = await workspace.call('question.ask', question);
  return Object.fromEntries(cells.map(({ kpi, row, value }) => [[kpi, ...row].join(' '), value]));
};
const byCustomer = () => values({ kpis: ['revenue'], rows: [{ dimension: 'customer' }] });
const customers = () => values({ kpis: ['active-customers', 'new-customers', 'revenue-per-customer'], period: '2026' });
const merge = () => workspace.call('names.merge', { dimension: 'customer', names: ['AB Björk'], into: 'Björk AB' });

it('KPIs count merged names as one, by every way of asking, and as before once it is undone', async () => {
  const before = [await byCustomer(), await customers()];
  expect(before).toEqual([
    { 'revenue AB Björk': 100, 'revenue Björk AB': 500, 'revenue Ek & Co': 500, revenue: 1100 },
    { 'active-customers': 3, 'new-customers': 3, 'revenue-per-customer': 1100 / 3 },
  ]);
  const { id } = await merge();
  expect(await byCustomer()).toEqual({ 'revenue Björk AB': 600, 'revenue Ek & Co': 500, revenue: 1100 });
  expect(await customers()).toEqual({ 'active-customers': 2, 'new-customers': 2, 'revenue-per-customer': 550 });
  for (const name of ['AB Björk', 'Björk AB'])
    expect(await values({ kpis: ['revenue'], filters: [{ dimension: 'customer', op: 'in', values: [name] }] })).toEqual(
      { revenue: 600 },
    );
  await workspace.call('names.undoMerge', { id });
  expect([await byCustomer(), await customers()]).toEqual(before);
});

it('a file that comes later follows the merge, and the rows behind a number say what it has', async () => {
  const { id } = await merge();
  await workspace.add(file('mars.csv', SECOND));
  expect(await byCustomer()).toEqual({ 'revenue Björk AB': 1000, 'revenue Ek & Co': 500, revenue: 1500 });
  const page = await workspace.call('question.rows', {
    question: { kpis: ['revenue'], period: '2026-03' },
    cell: { kpi: 'revenue' },
    offset: 0,
    limit: 10,
  });
  const customer = page.fields.findIndex(({ key }) => key === 'customer');
  expect(page.rows.map((row) => [row.values[customer], row.written])).toEqual([['Björk AB', { customer: 'AB Björk' }]]);
  await workspace.call('names.undoMerge', { id });
  expect(await byCustomer()).toMatchObject({ 'revenue AB Björk': 500, 'revenue Björk AB': 500 });
});
