import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startWorkerHost } from '../../electron/host/worker-client.ts';
import type { WorkspaceInfo } from '../../shared/contract.ts';
import type { Result } from '../../shared/errors.ts';
import { randomNumbers } from '../faults/random-numbers.ts';

/** `npm run gate` ends a hundred. */
const ROUNDS = Number(process.env['NYCKELTAL_DEATHS'] ?? 12);
const LIMIT_MS = 60_000 + ROUNDS * 6000;
const ROWS = 20_000;
const root = mkdtempSync(join(tmpdir(), 'nyckeltal-death-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function salesFile(round: number): string {
  const lines = Array.from(
    { length: ROWS },
    (_, i) => `2026-01-${String((i % 28) + 1).padStart(2, '0')};${round}-${i};${i % 97},50`,
  );
  const path = join(root, `sales-${round}.csv`);
  writeFileSync(path, `Datum;Order;Belopp\n${lines.join('\n')}\n`);
  return path;
}

describe('the death of the worker thread', () => {
  it(`in the middle of ${ROUNDS} imports leaves all of an import or nothing`, { timeout: LIMIT_MS }, async () => {
    let worker: Worker | null = null;
    process.on('worker', (started) => (worker = started));
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const moment = randomNumbers(39);
    const [library, config, temporary] = [join(root, 'library'), join(root, 'config'), join(root, 'temporary')];
    const settings = {
      shell: 'test',
      version: '0',
      library,
      config,
      temporary,
      today: null,
      checkOutputs: false,
    } as const;
    let id = '';
    let rows = 0;
    const outcomes = { done: 0, lost: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const host = startWorkerHost(settings);
      const value = async <T>(result: Promise<Result<unknown>>): Promise<T> => {
        const settled = await result;
        expect(settled).toMatchObject({ ok: true });
        return (settled as { value: T }).value;
      };
      const opened = await value<WorkspaceInfo>(
        id === '' ? host.call('workspace.create', { name: 'Död' }) : host.call('workspace.open', { id }),
      );
      id = opened.id;
      const { fileId } = await value<{ fileId: string }>(host.addFile(salesFile(round), `sales-${round}.csv`));
      const { stageId } = await value<{ stageId: string }>(
        host.call('import.inspect', { taskId: 'i', fileId, options: { kind: 'sale' } }),
      );
      const commit = host.call('import.commit', { taskId: 'c', stageId, options: { kind: 'sale' } });
      await wait(moment() * 120);
      await (worker as Worker | null)?.terminate();
      const result = await commit;
      const after = await value<WorkspaceInfo>(host.call('workspace.current', {}));
      const now = after.rows.sale ?? 0;
      expect(now === rows || now === rows + ROWS).toBe(true);
      if (result.ok) expect(now).toBe(rows + ROWS);
      else expect(result.error.code).toBe('E_INTERNAL');
      outcomes[result.ok ? 'done' : 'lost']++;
      const answer = await value<{ cells: { value: number }[] }>(host.call('question.ask', { kpis: ['orders'] }));
      expect(answer.cells[0]?.value ?? 0).toBe(now);
      rows = now;
      await host.close();
    }
    console.log(`deaths of the worker: ${ROUNDS} run, ${outcomes.lost} imports undone, ${outcomes.done} done before`);
    expect(outcomes.lost).toBeGreaterThan(0);
    expect(readdirSync(library)).toEqual(['Död.nyckeltal']);
  });
});
