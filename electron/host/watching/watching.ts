import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { contract, type Method } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import type { WATCH_ANSWERS, WatchState } from '#shared/watching.ts';
import { fromHome } from '../home-path.ts';
import type { OpenWorkspace } from '../open-workspace.ts';
import { idOf } from '../workspace-library.ts';
import type { WatchEntry, WatchSettings } from './watch-settings.ts';
import { WorkspaceWatch, type WatchDesk } from './workspace-watch.ts';

const shown = (folder: string): NonNullable<WatchState['folder']> => ({
  id: idOf(folder),
  name: basename(folder),
  place: fromHome(folder),
});

const OFF: WatchState = { folder: null, present: false, direct: false, choices: [], offers: [], taken: [], left: [] };

/** Watches the folder of whichever workspace is open, where the user has chosen one. */
export class Watching {
  readonly #workspace: OpenWorkspace;
  readonly #settings: WatchSettings;
  readonly #desk: Omit<WatchDesk, 'isOpenWorkspace'>;
  /** Folders that the shell has named, by id. */
  readonly #folders = new Map<string, string>();
  #path: string | null = null;
  #watch: WorkspaceWatch | null = null;

  constructor(workspace: OpenWorkspace, settings: WatchSettings, desk: Omit<WatchDesk, 'isOpenWorkspace'>) {
    this.#workspace = workspace;
    this.#settings = settings;
    this.#desk = desk;
  }

  /** A folder that the user named to the shell: its id can be watched. */
  addFolder(path: string): string {
    const folder = resolve(path);
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
      throw new AppError('E_NOT_FOUND', 'There is no such folder.');
    this.#folders.set(idOf(folder), folder);
    return idOf(folder);
  }

  /** Before a method: what somebody asks for goes before a file that nobody has asked for. */
  before(method: string): void {
    if (this.#watch === null || !isOwn(method)) return;
    if (contract[method].kind === 'command') this.#watch.giveWay();
  }

  /** After a method: another workspace may be open, or what is in it may have changed. */
  after(method: string): void {
    if (!isOwn(method) || contract[method].kind === 'query') return;
    const path = this.#workspace.writablePath;
    if (path === this.#path) return this.#watch?.refresh();
    this.end();
    this.#path = path;
    const entry = path === null ? null : this.#settings.of(path);
    if (entry?.on === true) this.#begin(entry);
  }

  state(): WatchState {
    const entry = this.#watch?.entry ?? (this.#path === null ? null : this.#settings.of(this.#path));
    const last = entry === null ? [] : [entry.folder];
    const choices = [...new Set([...this.#folders.values(), ...last])].map(shown);
    if (this.#watch === null) return { ...OFF, choices };
    const { folder, direct } = this.#watch.entry;
    return { folder: shown(folder), direct, choices, ...this.#watch.state() };
  }

  start(id: string): WatchState {
    const workspace = this.#writable();
    const before = this.#settings.of(workspace);
    const last = before !== null && idOf(before.folder) === id ? before.folder : null;
    const folder = this.#folders.get(id) ?? last;
    if (folder === null) throw new AppError('E_NOT_FOUND', 'This folder is not in the list.');
    const entry = before ?? { workspace, direct: false, declined: [], taken: [] };
    // What holds for one folder is asked anew for another.
    const direct = entry.direct && folder === last;
    this.#watch?.stop();
    this.#settings.save({ ...entry, folder, direct, on: true });
    this.#begin({ ...entry, folder, direct, on: true });
    return this.state();
  }

  stop(): WatchState {
    if (this.#watch !== null) this.#settings.save({ ...this.#watch.entry, on: false });
    this.#watch?.stop();
    this.#watch = null;
    return this.state();
  }

  direct(direct: boolean): WatchState {
    this.#watching().setDirect(direct);
    return this.state();
  }

  answer(fileId: string, answer: (typeof WATCH_ANSWERS)[number]): WatchState {
    if (answer === 'seen') this.#watching().forgetTaken(fileId);
    else this.#watching().decline(fileId, answer === 'declined');
    return this.state();
  }

  /** Lets the folder go; the setting stays. */
  end(): void {
    this.#watch?.stop();
    this.#watch = null;
    this.#path = null;
  }

  #begin(entry: WatchEntry): void {
    const isOpenWorkspace = (path: string): boolean => this.#workspace.isFile(path);
    this.#watch = new WorkspaceWatch(entry, { ...this.#desk, isOpenWorkspace }, (next) => this.#settings.save(next));
  }

  #watching(): WorkspaceWatch {
    if (this.#watch === null) throw new AppError('E_NOT_FOUND', 'No folder is watched.');
    return this.#watch;
  }

  #writable(): string {
    if (this.#path !== null) return this.#path;
    if (this.#workspace.infoOrNull() === null) throw new AppError('E_NO_WORKSPACE', 'No workspace is open.');
    throw new AppError('E_READONLY', 'The workspace is read-only.');
  }
}

/** A method of somebody who waits, which is not about the watching itself. */
function isOwn(method: string): method is Method {
  return Object.hasOwn(contract, method) && !method.startsWith('watch.') && !method.startsWith('task.');
}
