import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHost } from '#host/create-host.ts';
import type { Host } from '#host/host.ts';
import type { Input, Method, Output } from '#shared/contract.ts';

const HEADER = 'Deal id;Deal name;Company;Stage;Status;Value;Probability;Created;Expected close;Closed';
/** The months that are forecast; in the last of them nothing is decided yet. */
const MONTHS = Array.from({ length: 11 }, (_, i) => new Date(Date.UTC(2025, 11 + i, 1)).toISOString().slice(0, 7));
const won = (month: string, value: number): string =>
  `W-${month};Ek;Ek AB;Closed;Won;${String(value)};100%;2025-06-01;${month}-28;${month}-28`;
const open = (month: string): string => `W-${month};Ek;Ek AB;Quote;Open;200;50%;2025-06-01;${month}-28;`;
const came = (i: number): number => 60 + 10 * i;

const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-test-'));
let host: Host;

function hostOn(today: string): Host {
  const places = { library: join(folder, 'l'), config: join(folder, 'c'), temporary: join(folder, 't') };
  return createHost({ ...places, shell: 'test', version: '1', today, checkOutputs: true });
}
async function value<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = await host.call(method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.code}: ${result.error.message}`);
  return result.value as Output<M>;
}

beforeAll(async () => {
  let id = '';
  for (const [i, month] of MONTHS.entries()) {
    host = hostOn(`${month}-02`);
    if (i === 0) ({ id } = await value('workspace.create', { name: 'Affärer' }));
    else await value('workspace.open', { id });
    const path = join(folder, `${month}.csv`);
    const before = [
      ...['2025-09', '2025-10', '2025-11'].map((each) => won(each, 100)),
      ...MONTHS.slice(0, i).map((each, n) => won(each, came(n))),
    ];
    writeFileSync(path, [HEADER, ...before, open(month)].join('\n'));
    const added = await host.addFile(path, `${month}.csv`);
    if (!added.ok) throw new Error(added.error.message);
    const options = { kind: 'deal' as const, onChange: 'update' as const };
    const { stageId } = await value('import.inspect', { taskId: 'look', fileId: added.value.fileId, options });
    await value('import.commit', { taskId: month, stageId, options });
    if (month !== MONTHS.at(-1)) await host.close();
  }
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a month’s range is learnt from ten earlier imports: 60 to 150 of 100, of which nothing lies outside', async () => {
  const number = { of: 'both' as const, filters: [], reach: 1, figure: 'range80' as const, period: '2026-10' };
  const told = await value('told.explain', { number });
  expect([told.value, told.upTo, told.form]).toEqual([60, 150, 'learnt']);
  expect(Object.fromEntries(told.inputs.map(({ id, value: of }) => [id, of]))).toMatchObject({
    forecast: 100,
    lowShare: 0.6,
    highShare: 1.5,
    outcomes: 10,
    outside: 0,
  });
  expect(told.parts).toEqual([
    { part: 'open', kind: 'deal', total: 1 },
    { part: 'held-out', kind: 'deal', total: 10 },
  ]);
  expect(told.period).toEqual({ from: '2025-12-01', to: '2026-09-30' });
});

it('the test of the pipeline tells the mean error of ten outcomes, and their rows', async () => {
  const number = { of: 'pipeline-test' as const, filters: [], reach: 1, figure: 'smape' as const };
  const told = await value('told.explain', { number });
  // 100 forecast each time: off by 40, 30, 20, 10, 0, 10, 20, 30, 40 and 50.
  expect(told.inputs.find(({ id }) => id === 'mae')?.value).toBeCloseTo(25, 9);
  expect(told.value).toBeCloseTo(
    MONTHS.slice(0, 10).reduce((sum, _, i) => sum + (2 * Math.abs(came(i) - 100)) / (came(i) + 100), 0) / 10,
    9,
  );
  const { rows, total } = await value('told.rows', { number, offset: 0, limit: 20 });
  expect([total, rows.length]).toEqual([10, 10]);
});
