import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hardenApp } from '../../electron/shell/hardening.ts';
import { DEBUG_SWITCHES } from '../../electron/shell/policy.ts';
import { CHANNEL } from '../../electron/shell/ipc.ts';
import { fakeElectron } from './fake-electron.ts';
import { BAD_URLS } from './urls.ts';

const fake = fakeElectron();
vi.mock('electron', () => fake.electron);
// The pages need not be built for the boot to be looked at.
vi.mock('#host/pages.ts', async (original) => ({ ...(await original<object>()), listPages: () => new Map() }));

beforeAll(async () => {
  await import('../../electron/shell/main.ts');
  await vi.waitUntil(() => fake.windows.length === 1);
});
afterAll(() => {
  vi.doUnmock('electron');
});

describe('before the app is ready', () => {
  it('registers app:// as standard, secure and fetchable, and nothing more', () => {
    expect(fake.journal.calls('registerSchemesAsPrivileged')).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]],
    ]);
    expect(fake.journal.at('registerSchemesAsPrivileged')).toBeLessThan(fake.journal.at('app.whenReady'));
  });

  it('puts every renderer into the sandbox and resolves no name', () => {
    expect(fake.journal.at('app.enableSandbox')).toBeLessThan(fake.journal.at('app.whenReady'));
    expect(fake.journal.calls('appendSwitch')).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
    expect(fake.journal.calls('appendSwitch').flat()).not.toContain('no-sandbox');
  });
});

describe('the window', () => {
  it('is sandboxed and isolated, in so many words', () => {
    expect(fake.windows[0]?.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
    for (const key of ['allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures', 'plugins'])
      expect(fake.windows[0]?.webPreferences).not.toHaveProperty(key);
  });

  it('loads our own page', () => {
    expect(fake.journal.calls('window.loadURL')).toEqual([['app://bundle/']]);
  });

  it('is no smaller than 1024 × 700', () => {
    expect(fake.windows[0]).toMatchObject({ minWidth: 1024, minHeight: 700 });
  });
});

describe('each page that comes to be', () => {
  const contents = new EventEmitter();
  let onOpen: (details: { url: string }) => unknown = () => null;
  beforeAll(() => {
    const withHandler = Object.assign(contents, {
      setWindowOpenHandler: (handler: typeof onOpen) => {
        onOpen = handler;
      },
    });
    fake.appEvents.emit('web-contents-created', {}, withHandler);
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('stops %s', (name) => {
    for (const url of BAD_URLS) {
      const preventDefault = vi.fn<() => void>();
      contents.emit(name, { preventDefault, url }, url);
      expect(preventDefault, url).toHaveBeenCalledTimes(1);
    }
  });

  it('opens no window', () => {
    for (const url of BAD_URLS) expect(onOpen({ url })).toEqual({ action: 'deny' });
  });
});

const permissions = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fullscreen',
  'geolocation',
  'idle-detection',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'pointerLock',
  'keyboardLock',
  'openExternal',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'window-management',
  'unknown',
  'fileSystem',
  'hid',
  'serial',
  'usb',
  'bluetooth',
  'deprecated-sync-clipboard-read',
  'camera',
  'microphone',
  'sensors',
  'background-sync',
  'payment-handler',
];

describe.each(['default', 'print'])('the %s session', (name) => {
  const last = <F>(call: string): F => fake.journal.calls(`${name}.${call}`).at(-1)?.[0] as F;

  it('grants none of 30 permissions, no device and no screen', () => {
    const request = last<Parameters<Session['setPermissionRequestHandler']>[0]>('setPermissionRequestHandler');
    const check = last<() => boolean>('setPermissionCheckHandler');
    for (const permission of permissions) {
      const answer = vi.fn<(granted: boolean) => void>();
      request?.({} as never, permission as never, answer, {} as never);
      expect(answer).toHaveBeenCalledWith(false);
      expect(check()).toBe(false);
    }
    expect(permissions).toHaveLength(30);
    expect(last<() => boolean>('setDevicePermissionHandler')()).toBe(false);
    const answer = vi.fn<(streams: object) => void>();
    last<(request: object, answer: (streams: object) => void) => void>('setDisplayMediaRequestHandler')({}, answer);
    expect(answer).toHaveBeenCalledWith({});
  });

  it('cancels every request off our own schemes', () => {
    const before = last<(details: { url: string }, answer: (verdict: object) => void) => void>('onBeforeRequest');
    const cancelled = (url: string): unknown => {
      const answer = vi.fn<(verdict: object) => void>();
      before({ url }, answer);
      return answer.mock.calls[0]?.[0];
    };
    for (const url of [
      'http://127.0.0.1/',
      'https://redirector.gvt1.com/x',
      'ws://a/',
      'file:///etc/passwd',
      'ftp://a/',
    ])
      expect(cancelled(url), url).toEqual({ cancel: true });
    expect(cancelled('app://bundle/assets/a.js')).toEqual({ cancel: false });
  });

  it('downloads nothing, checks no spelling, uses no proxy', () => {
    const preventDefault = vi.fn<() => void>();
    fake.sessions.get(name)?.events.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(1);
    expect(last('setSpellCheckerEnabled')).toBe(false);
    expect(last('setSpellCheckerDictionaryDownloadURL')).toMatch(/^app:/);
    expect(last('setProxy')).toEqual({ mode: 'direct' });
  });
});

it('answers one channel', () => {
  expect([...fake.handlers.keys()]).toEqual([CHANNEL]);
});

describe('a start under a debugger', () => {
  it.each(DEBUG_SWITCHES)('is refused once packaged: --%s', (name) => {
    const { electron, journal } = fakeElectron({ packaged: true, switches: [name] });
    hardenApp(electron.app as never);
    expect(journal.calls('app.exit')).toEqual([[1]]);
  });

  it('is nothing special without such a switch, or unpackaged', () => {
    for (const options of [{ packaged: true }, { switches: DEBUG_SWITCHES }]) {
      const { electron, journal } = fakeElectron(options);
      hardenApp(electron.app as never);
      expect(journal.calls('app.exit')).toEqual([]);
    }
  });
});
