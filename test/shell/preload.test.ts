import { expect, it, vi } from 'vitest';
import { strict } from './fake-electron.ts';

const exposed = new Map<string, Record<string, (...args: unknown[]) => unknown>>();
const sent: unknown[][] = [];

vi.mock('electron', () => ({
  contextBridge: strict('contextBridge', {
    exposeInMainWorld: (name: string, api: Record<string, (...args: unknown[]) => unknown>) => exposed.set(name, api),
  }),
  ipcRenderer: strict('ipcRenderer', {
    invoke: (...args: unknown[]) => {
      sent.push(args);
      return Promise.resolve('answer');
    },
  }),
  webUtils: strict('webUtils', { getPathForFile: () => '/picked/a.csv' }),
}));

it('shows the page one object of five functions, each on the one channel', async () => {
  await import('../../electron/shell/preload.ts');
  expect([...exposed.keys()]).toEqual(['nyckeltal']);
  const api = exposed.get('nyckeltal') ?? {};
  expect(Object.keys(api)).toEqual(['call', 'addFile', 'save', 'pickWorkspace', 'pickFolder']);
  for (const [name, args] of [
    ['call', ['app.info', {}]],
    ['addFile', [{ name: 'a.csv', path: '/etc/passwd' }]],
    ['save', ['d1']],
    ['pickWorkspace', []],
    ['pickFolder', []],
  ] as const)
    expect(await api[name]?.(...args)).toBe('answer');
  expect(sent).toEqual([
    ['nyckeltal:call', { do: 'call', method: 'app.info', input: {} }],
    ['nyckeltal:call', { do: 'addFile', path: '/picked/a.csv' }],
    ['nyckeltal:call', { do: 'save', downloadId: 'd1' }],
    ['nyckeltal:call', { do: 'pickWorkspace' }],
    ['nyckeltal:call', { do: 'pickFolder' }],
  ]);
});
