import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, IpcMainInvokeEvent } from 'electron';

type Fn = (...args: never[]) => unknown;

/** An object that throws when anything it does not have is asked of it, so that the fake cannot be used beyond what it says. */
export function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && key !== 'then')
        throw new Error(`the fake ${name} has no ${key}`);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}

/** Records every call by name: `['app.enableSandbox', []]`. */
export class Journal {
  readonly entries: { readonly call: string; readonly args: readonly unknown[] }[] = [];

  note<F extends Fn>(call: string, result?: F): F {
    const recorded = (...args: never[]): unknown => {
      this.entries.push({ call, args });
      return result?.(...args);
    };
    return recorded as F;
  }

  calls(name: string): (readonly unknown[])[] {
    return this.entries.filter(({ call }) => call === name).map(({ args }) => args);
  }

  at(name: string): number {
    return this.entries.findIndex(({ call }) => call === name);
  }
}

export function fakeSession(journal: Journal, name: string) {
  const events = new EventEmitter();
  const note = <F extends Fn>(call: string, result?: F): F => journal.note(`${name}.${call}`, result);
  return {
    events,
    session: strict(name, {
      on: (event: string, listener: (...args: unknown[]) => void) => events.on(event, listener),
      setPermissionRequestHandler: note('setPermissionRequestHandler'),
      setPermissionCheckHandler: note('setPermissionCheckHandler'),
      setDevicePermissionHandler: note('setDevicePermissionHandler'),
      setDisplayMediaRequestHandler: note('setDisplayMediaRequestHandler'),
      setSpellCheckerEnabled: note('setSpellCheckerEnabled'),
      setSpellCheckerDictionaryDownloadURL: note('setSpellCheckerDictionaryDownloadURL'),
      setProxy: note('setProxy', () => Promise.resolve()),
      webRequest: strict(`${name}.webRequest`, { onBeforeRequest: note('onBeforeRequest') }),
      protocol: strict(`${name}.protocol`, { handle: note('protocol.handle') }),
    }),
  };
}

export interface FakeElectronOptions {
  readonly packaged?: boolean;
  readonly switches?: readonly string[];
}

/** The parts of Electron that the shell uses, recorded. */
export function fakeElectron({ packaged = false, switches = [] }: FakeElectronOptions = {}) {
  const journal = new Journal();
  const appEvents = new EventEmitter();
  const handlers = new Map<string, (event: IpcMainInvokeEvent, message: unknown) => unknown>();
  const windows: BrowserWindowConstructorOptions[] = [];
  const sessions = new Map<string, ReturnType<typeof fakeSession>>();
  const sessionOf = (name: string) => {
    const found = sessions.get(name) ?? fakeSession(journal, name);
    sessions.set(name, found);
    return found.session;
  };

  class BrowserWindow {
    static getAllWindows = (): readonly BrowserWindow[] => [];
    readonly webContents = { id: 7 };
    constructor(options: BrowserWindowConstructorOptions) {
      windows.push(options);
    }
    readonly once = journal.note('window.once');
    readonly show = journal.note('window.show');
    readonly loadURL = journal.note('window.loadURL', () => Promise.resolve());
  }

  const electron = {
    app: strict('app', {
      isPackaged: packaged,
      enableSandbox: journal.note('app.enableSandbox'),
      exit: journal.note('app.exit'),
      quit: journal.note('app.quit'),
      whenReady: journal.note('app.whenReady', () => Promise.resolve()),
      configureHostResolver: journal.note('app.configureHostResolver'),
      requestSingleInstanceLock: journal.note('app.requestSingleInstanceLock', () => true),
      getLocale: () => 'sv-SE',
      on: (event: string, listener: (...args: unknown[]) => void) => appEvents.on(event, listener),
      commandLine: strict('commandLine', {
        hasSwitch: (name: string) => switches.includes(name),
        appendSwitch: journal.note('appendSwitch'),
      }),
    }),
    BrowserWindow,
    dialog: strict('dialog', {}),
    ipcMain: strict('ipcMain', {
      handle: (channel: string, handler: (event: IpcMainInvokeEvent, message: unknown) => unknown) => {
        handlers.set(channel, handler);
      },
    }),
    Menu: strict('Menu', {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: journal.note('setApplicationMenu'),
    }),
    protocol: strict('protocol', { registerSchemesAsPrivileged: journal.note('registerSchemesAsPrivileged') }),
    session: strict('session', { defaultSession: sessionOf('default'), fromPartition: sessionOf }),
    shell: strict('shell', {}),
  };
  return { electron, journal, appEvents, handlers, windows, sessions };
}
