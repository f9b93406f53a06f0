import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Host } from '../../electron/host/host.ts';
import { startWorkerHost } from '../../electron/host/worker-client.ts';

const settings = {
  shell: 'test',
  version: '0',
  library: '/none',
  config: '/none',
  temporary: '/none',
  today: null,
  checkOutputs: true,
} as const;

const entry = new URL('./failing-worker.ts', import.meta.url);
let host: Host;
const start = (): Host => {
  host = startWorkerHost(settings, entry);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  return host;
};
afterEach(async () => {
  await host.close();
  vi.restoreAllMocks();
});

describe('when the thread dies', () => {
  it.each(['die', 'throw'])('what was under way fails with a typed error (%s)', async (how) => {
    start();
    const results = await Promise.all([host.call('silence', {}), host.call(how, {})]);
    for (const result of results) expect(result).toMatchObject({ ok: false, error: { code: 'E_INTERNAL' } });
  });

  it('the next request is answered by a new one, with the same files and workspace', async () => {
    start();
    await host.addFile('/a.csv', 'a.csv', 'f1');
    await host.addWorkspace('/w.nyckeltal');
    await host.addFolder('/exports');
    await host.call('workspace.open', { id: 'w1' });
    await host.call('die', {});
    expect(await host.call('seen', {})).toMatchObject({
      value: [
        { do: 'addFile', path: '/a.csv', name: 'a.csv', fileId: 'f1' },
        { do: 'addWorkspace', path: '/w.nyckeltal' },
        { do: 'addFolder', path: '/exports' },
        { do: 'call', method: 'workspace.open', input: { id: 'w1' } },
        { do: 'call', method: 'seen' },
      ],
    });
  });

  it('three times in a minute, it stays down', async () => {
    start();
    for (let n = 0; n < 3; n++) await host.call('die', {});
    expect(await host.call('seen', {})).toMatchObject({
      ok: false,
      error: { code: 'E_INTERNAL', details: { id: 'down' } },
    });
  });
});

it('passes its settings to the thread as they are', async () => {
  start();
  expect(await host.call('anything', {})).toMatchObject({ value: { settings } });
});

it('refuses what cannot be sent', async () => {
  start();
  expect(await host.call('seen', { f: () => undefined })).toMatchObject({ error: { code: 'E_BAD_REQUEST' } });
});

it('answers nothing after it was closed', async () => {
  start();
  await host.call('seen', {});
  await host.close();
  expect(await host.call('seen', {})).toMatchObject({ ok: false });
});
