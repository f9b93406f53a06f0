import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Host } from '../../electron/host/host.ts';
import { handleCalls } from '../../electron/shell/ipc.ts';
import { BAD_URLS } from './urls.ts';

const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-ipc-'));
afterAll(() => rmSync(folder, { recursive: true }));
const finished = join(folder, 'finished.pdf');
const target = join(folder, 'saved.pdf');
writeFileSync(finished, 'pdf');

const asked: unknown[] = [];
const host: Host = {
  call: (method, input) => {
    asked.push([method, input]);
    return Promise.resolve({ ok: true, value: 'called' });
  },
  addFile: (path, name) => {
    asked.push(['addFile', path, name]);
    return Promise.resolve({ ok: true, value: { fileId: 'f', name, size: 1 } });
  },
  addWorkspace: () => Promise.resolve({ ok: true, value: { id: 'w' } }),
  addFolder: (path) => {
    asked.push(['addFolder', path]);
    return Promise.resolve({ ok: true, value: { id: 'v' } });
  },
  createWorkspace: () => expect.unreachable(),
  download: () =>
    Promise.resolve({ ok: true, value: { path: finished, name: 'a.pdf', type: 'application/pdf', size: 3 } }),
  close: () => Promise.resolve(),
};

let chosen: string | null = target;
const dialog = {
  showSaveDialog: () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' }),
  showOpenDialog: () => Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }),
};

let handler: (event: unknown, message: unknown) => Promise<unknown> = () => Promise.reject(new Error('no handler'));
handleCalls(
  { handle: (_channel, given) => void (handler = given as typeof handler) },
  {
    host,
    dialog,
    known: new Set([7]),
    log: () => undefined,
  },
);

const frame = { url: 'app://bundle/', parent: null, detached: false };
const send = (message: unknown, senderFrame: unknown = frame, id = 7): Promise<unknown> =>
  handler({ senderFrame, sender: { id } }, message);
const call = { do: 'call', method: 'app.info', input: {} };

describe('a stranger', () => {
  const strangers = [
    ['nobody', null, 7],
    ['an iframe', { ...frame, parent: frame }, 7],
    ['a detached frame', { ...frame, detached: true }, 7],
    ['another window', frame, 8],
    ...BAD_URLS.map((url) => [url, { ...frame, url }, 7] as const),
  ] as const;

  it.each(strangers)('gets E_SENDER and reaches nothing: %s', async (_name, senderFrame, id) => {
    asked.length = 0;
    for (const message of [
      call,
      { do: 'save', downloadId: 'd' },
      { do: 'addFile', path: '/x' },
      { do: 'pickWorkspace' },
      { do: 'pickFolder' },
    ])
      expect(await send(message, senderFrame, id)).toMatchObject({ ok: false, error: { code: 'E_SENDER' } });
    expect(asked).toEqual([]);
  });
});

describe('our own page', () => {
  it('calls the contract', async () => {
    asked.length = 0;
    expect(await send(call)).toEqual({ ok: true, value: 'called' });
    expect(asked).toEqual([['app.info', {}]]);
  });

  it('names a dropped file by its last part', async () => {
    asked.length = 0;
    await send({ do: 'addFile', path: join(folder, 'försäljning.csv') });
    expect(asked).toEqual([['addFile', join(folder, 'försäljning.csv'), 'försäljning.csv']]);
  });

  it('saves where the user says, or not at all', async () => {
    chosen = target;
    expect(await send({ do: 'save', downloadId: 'd' })).toEqual({ ok: true, value: null });
    expect(readFileSync(target, 'utf8')).toBe('pdf');
    chosen = null;
    expect(await send({ do: 'save', downloadId: 'd' })).toMatchObject({ ok: false, error: { code: 'E_CANCELLED' } });
  });

  it('gets null when no workspace was picked', async () => {
    chosen = null;
    expect(await send({ do: 'pickWorkspace' })).toEqual({ ok: true, value: null });
  });

  it('watches the folder the user picks, never one that the page names', async () => {
    asked.length = 0;
    chosen = folder;
    expect(await send({ do: 'pickFolder' })).toEqual({ ok: true, value: { id: 'v' } });
    expect(asked).toEqual([['addFolder', folder]]);
    chosen = null;
    expect(await send({ do: 'pickFolder' })).toEqual({ ok: true, value: null });
    expect(await send({ do: 'pickFolder', path: '/etc' })).toMatchObject({ error: { code: 'E_BAD_REQUEST' } });
  });

  it.each([
    undefined,
    null,
    'call',
    {},
    { do: 'read', path: '/etc/passwd' },
    { ...call, extra: 1 },
    { do: 'call', method: 1, input: {} },
    { do: 'call', method: 'x'.repeat(61), input: {} },
    { do: 'addFile', path: '' },
    { do: '__proto__' },
  ])('is told when its message does not fit: %j', async (message) => {
    expect(await send(message)).toMatchObject({ ok: false, error: { code: 'E_BAD_REQUEST' } });
  });
});
