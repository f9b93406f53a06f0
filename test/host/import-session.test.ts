import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { HostClock } from '#host/host-clock.ts';
import { ImportSession } from '#host/import-session.ts';
import { liveQueries } from '#host/live-columns.ts';
import { Task } from '#host/tasks.ts';
import type { TaskState } from '#shared/contract.ts';
import { createWorkspace } from '#store/workspace-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-session-'));
const store = createWorkspace(join(folder, 'w.nyckeltal'), { name: 'W' });
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Keeps every report as it comes. */
class WatchedTask extends Task {
  readonly reports: TaskState[] = [];

  override report(step: string, done: number, total: number | null): void {
    this.reports.push({ step, done, total });
    super.report(step, done, total);
  }
}

it('counts the rows of data as they come, not the header or the title above it', async () => {
  const file = { path: join(folder, 'sales.csv'), name: 'sales.csv' };
  writeFileSync(file.path, 'Försäljning 2026;\n\nDatum;Belopp\n2026-01-01;10\n2026-01-02;20\n2026-01-03;30\n');
  const target = { store, queries: liveQueries(store) };
  const session = new ImportSession(new HostClock('2026-11-21'));
  const looking = new WatchedTask();
  const { stageId, receipt } = await session.inspect(target, 'f', file, {}, looking);
  expect(receipt.rows).toMatchObject({ imported: 3 });
  expect(looking.reports.at(-1)).toEqual({ step: 'checking', done: 3, total: 3 });
  const writing = new WatchedTask();
  await session.commit(target, stageId, {}, writing);
  expect(writing.reports.at(-1)).toEqual({ step: 'writing', done: 3, total: 3 });
});
