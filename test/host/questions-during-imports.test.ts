import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Output } from '#shared/contract.ts';
import { hostInFolder, type HostInFolder } from '../support/host-in-folder.ts';

const ROWS = 200_000;

let own: HostInFolder;
beforeAll(async () => {
  own = hostInFolder();
  await own.value('workspace.create', { name: 'Meanwhile' });
  const { stageId } = await look('first.csv', ['2026-05-01;001;1;Ada;100,00', '2026-05-02;001;2;Bo;200,00']);
  await own.value('import.commit', { taskId: 'first', stageId, options: {} });
});
afterAll(() => own.remove());

async function look(name: string, lines: readonly string[]): Promise<Output<'import.inspect'>> {
  const path = join(own.folder, name);
  writeFileSync(path, `Fakturadatum;Fakturanr;Radnr;Kund;Belopp\n${lines.join('\n')}\n`);
  return own.inspect(path);
}

/** Everything a page shows: numbers, rows, names, imports. */
async function shown(): Promise<unknown> {
  const question = { kpis: ['revenue', 'active-customers'], rows: [{ dimension: 'customer' }], period: 'all' as const };
  return {
    answer: await own.value('question.ask', question),
    rows: await own.value('question.rows', { question, cell: { kpi: 'revenue' }, offset: 0, limit: 5 }),
    members: await own.value('catalogue.members', { dimension: 'customer', search: '', limit: 1000 }),
    dimensions: await own.value('catalogue.dimensions', {}),
    imports: await own.value('import.list', {}),
    workspace: await own.value('workspace.current', {}),
  };
}

/** Asks again and again until the import has ended; every answer was the same, and so many were given. */
async function askMeanwhile(importing: Promise<unknown>, before: unknown): Promise<number> {
  const ended = importing.then(() => 'ended' as const);
  for (let asked = 0; ; asked++) {
    const answered = await Promise.race([shown(), ended]);
    if (answered === 'ended') return asked;
    if ((await Promise.race([ended, Promise.resolve('running')])) === 'running') expect(answered).toEqual(before);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

it('questions are answered from the state before while a file is imported', { timeout: 60_000 }, async () => {
  // Every row has a customer of its own; the second stored row is changed from 200 to 250.
  const lines = Array.from({ length: ROWS }, (_, i) => `2026-06-01;N${i};1;Kund ${i};1,00`);
  const before = await shown();
  const looking = look('large.csv', ['2026-05-02;001;2;Bo;250,00', ...lines]);
  expect(await askMeanwhile(looking, before)).toBeGreaterThan(0);
  const { stageId } = await looking;

  const cancelled = own.host.call('import.commit', { taskId: 'write', stageId, options: {} });
  expect(await own.value('question.ask', { kpis: ['revenue'], period: 'all' })).toMatchObject({
    cells: [{ value: 300 }],
  });
  await own.value('task.cancel', { taskId: 'write' });
  expect(await cancelled).toMatchObject({ ok: false, error: { code: 'E_CANCELLED' } });
  expect(await shown()).toEqual(before);

  const writing = own.host.call('import.commit', { taskId: 'write', stageId, options: {} });
  expect(await askMeanwhile(writing, before)).toBeGreaterThan(2);
  expect(await writing).toMatchObject({ ok: true });
  // By hand: 100 + 250 + 200 000.
  expect(await own.value('question.ask', { kpis: ['revenue'], period: 'all' })).toMatchObject({
    cells: [{ value: 200_350 }],
  });
  const { total } = await own.value('catalogue.members', { dimension: 'customer', search: '', limit: 1 });
  expect(total).toBe(ROWS + 2);
});

it('commands wait until the import has ended', async () => {
  const { stageId } = await look('second.csv', ['2026-07-01;X1;1;Ada;5,00']);
  const order: string[] = [];
  const importing = own.host
    .call('import.commit', { taskId: 'w', stageId, options: {} })
    .then(() => order.push('import'));
  const settings = own.host.call('workspace.settings', { fiscalYearStart: 7 }).then(() => order.push('settings'));
  await Promise.all([importing, settings]);
  expect(order).toEqual(['import', 'settings']);
});
