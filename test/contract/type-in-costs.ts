import { expect } from 'vitest';
import type { Asked } from './asked.ts';

/** Costs written in the app in place of what was, and taken back, over the small sales. */
export async function typeInCosts({ ok, fails }: Asked): Promise<void> {
  const margin = async () => {
    const { cells } = await ok('question.ask', { kpis: ['gross-margin'], period: '2026' });
    return cells[0]?.value;
  };
  const net = { variants: { 'gross-margin': 'net' } };
  await ok('workspace.settings', net);
  const kept = { kind: 'cost', mark: ',' } as const;
  expect(await ok('entry.open', kept)).toEqual({ rows: [], saved: null });
  const labels = ['Datum', 'Kostnadsslag', 'Belopp', 'Valuta', 'Säljare', 'Region', 'Kanal'];
  const block = [
    ['Kostnadsslag', '2026-01', '2026-02', '2026-03'],
    ['Hyra', '200,50', '100', ''],
  ];
  const pasted = await ok('entry.paste', { ...kept, block, labels, at: 0 });
  const rent = (date: string, amount: string) => [date, 'Hyra', amount, '', '', '', ''];
  const rows = [rent('2026-01-01', '200,5'), rent('2026-02-01', '100')];
  expect(pasted).toMatchObject({ rows, needsYear: false, questions: [], leftOut: [] });
  const wrong = [...rows, rent('i maj', '1')];
  const faults = [{ row: 3, field: 'date', reason: 'not-a-date' }];
  expect(await ok('entry.check', { ...kept, rows: wrong })).toEqual({ rows: wrong, faults, notices: [] });
  const name = 'Inskrivet i programmet';
  expect(await ok('entry.save', { ...kept, name, rows: wrong })).toMatchObject({ faults, saved: null });
  expect((await ok('import.list', {})).filter(({ kind }) => kind === 'cost')).toEqual([]);
  const first = await ok('entry.save', { ...kept, name, rows });
  expect(first).toMatchObject({ faults: [], saved: { kind: 'cost', typed: true, rows: 2, file: { name } } });
  expect(await ok('entry.open', kept)).toEqual({ rows, saved: first.saved });
  // (4 499.50 of sales less 2 690 of goods less 300.50 of rent) of 4 499.50; then with 500 of rent instead.
  expect(await margin()).toBeCloseTo(1509 / 4499.5, 12);
  const second = await ok('entry.save', { ...kept, name, rows: [rent('2026-01-01', '500')] });
  expect(second.saved?.receipt.changes).toEqual({ updated: 0, kept: 0, replaced: 2 });
  expect(await margin()).toBeCloseTo(1309.5 / 4499.5, 12);
  await ok('import.undo', { id: second.saved?.id ?? 0 });
  expect(await margin()).toBeCloseTo(1509 / 4499.5, 12);
  expect(await ok('entry.open', kept)).toEqual({ rows, saved: first.saved });
  await ok('import.undo', { id: first.saved?.id ?? 0 });
  await ok('workspace.settings', { variants: {} });
  await fails('entry.save', { ...kept, kind: 'sale', name, rows }, 'E_BAD_REQUEST');
}
