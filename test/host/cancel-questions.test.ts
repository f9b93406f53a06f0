import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsHere } from '#host/host-settings.ts';
import { startWorkerHost } from '#host/worker-client.ts';
import type { Input, Method } from '#shared/contract.ts';
import type { QuestionInput } from '#shared/question.ts';
import { hostInFolder, type HostInFolder } from '../support/host-in-folder.ts';

/** What comes while the thread is busy: the id of the question under way, when it has looked so many times. */
let stopAt = Infinity;
let looks = 0;
let own: HostInFolder;
beforeAll(async () => {
  own = hostInFolder({ nextStop: () => (++looks === stopAt ? 'asked' : null) });
  await own.value('workspace.create', { name: 'Asked' });
  const path = join(own.folder, 'sales.csv');
  const line = (i: number): string =>
    `2026-0${1 + (i % 9)}-0${1 + (i % 7)};${1000 + (i >> 1)};Kund ${i % 17};Region ${i % 3};${i % 90},50;${i % 40},00`;
  const lines = Array.from({ length: 900 }, (_, i) => line(i));
  writeFileSync(path, `Fakturadatum;Ordernr;Kund;Region;Belopp;Kostnad\n${lines.join('\n')}\n`);
  const { stageId } = await own.inspect(path);
  await own.value('import.commit', { taskId: 'import', stageId, options: {} });
});
afterAll(() => own.remove());

const question: QuestionInput = {
  kpis: ['revenue', 'gross-margin', 'new-customers', 'orders', 'churn'],
  rows: [{ dimension: 'region' }, { dimension: 'customer', top: { n: 3 }, order: { by: 'revenue', descending: true } }],
  columns: [{ dimension: 'date', grain: 'month' }],
  compare: 'previous',
};
const window = { rows: { from: 0, count: 50 }, columns: { from: 0, count: 50 } };
const view = { question, values: question.kpis.map((kpi) => ({ kpi })) };

const ASKED: readonly (readonly [
  Method,
  Input<'question.ask'> | Input<'question.grid'> | Input<'question.explain'>,
])[] = [
  ['question.ask', question],
  ['question.grid', { view, window }],
  ['question.explain', { question, cell: { kpi: 'gross-margin' } }],
];

describe.each(ASKED)('%s', (method, input) => {
  it('ends wherever it is when it is cancelled, and is answered as ever when it is asked again', async () => {
    stopAt = Infinity;
    const expected = await own.host.call(method, input);
    // Another revision: nothing is known of the question any more.
    const forget = () => own.value('workspace.settings', { lapseDays: null });
    await forget();
    looks = 0;
    await own.host.call(method, { ...input, taskId: 'asked' });
    const all = looks;
    expect(all).toBeGreaterThan(20);
    for (let at = 1; at <= all; at += Math.ceil(all / 25)) {
      await forget();
      looks = 0;
      stopAt = at;
      const stopped = await own.host.call(method, { ...input, taskId: 'asked' });
      expect(stopped).toMatchObject({ ok: false, error: { code: 'E_CANCELLED' } });
      expect(looks).toBeLessThan(at + 3);
      stopAt = Infinity;
      expect(await own.host.call(method, { ...input, taskId: 'again' })).toEqual(expected);
    }
  });
});

it('a question in the thread is ended by the call that cancels it, whether it has begun or not', async () => {
  const host = startWorkerHost({ ...settingsHere('test', own.folder), library: own.folder });
  try {
    const created = await host.createWorkspace(join(own.folder, 'thread.nyckeltal'));
    expect(created.ok).toBe(true);
    const ids = Array.from({ length: 60 }, (_, i) => `before ${i}`).concat('b', 'after');
    const asked = ids.map((taskId) => host.call('question.ask', { ...question, taskId }));
    const cancelled = await host.call('task.cancel', { taskId: 'b' });
    expect(cancelled).toEqual({ ok: true, value: null });
    const [a, ...others] = await Promise.all(asked);
    expect(others.at(-2)).toMatchObject({ ok: false, error: { code: 'E_CANCELLED' } });
    expect(others.at(-1)).toEqual(a);
    // Its id is free again.
    expect(await host.call('question.ask', { ...question, taskId: 'b' })).toEqual(a);
  } finally {
    await host.close();
  }
});
