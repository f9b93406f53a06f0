import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { listFolder, type FolderFile } from './list-folder.ts';
import { QuietFiles, type FolderLook } from './quiet-files.ts';

/** How often a folder is looked at. */
export interface WatchPace {
  /** A file that has stayed the same for so long is finished. */
  readonly quietMs: number;
  /** The folder is looked at this often in any case: network folders tell nothing. */
  readonly pollMs: number;
}

export const USUAL_PACE: WatchPace = { quietMs: 2000, pollMs: 10_000 };

/** Tells that something has changed in a folder, as far as the system does; gives the way to stop, null where it does not. */
export type FolderHint = (folder: string, onChange: () => void) => (() => void) | null;

export const systemHint: FolderHint = (folder, onChange) => {
  try {
    const watcher = watch(folder, { persistent: false }, onChange);
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return null;
  }
};

/**
 * Looks at a folder again and again and tells what is in it. The looks are what counts; the system's events only bring the
 * next one forward, so a folder without events, or one that goes and comes back, is followed all the same.
 */
export class FolderWatch {
  readonly #folder: string;
  readonly #pace: WatchPace;
  readonly #hint: FolderHint;
  /** Told what is there, or null while the folder is not. */
  readonly #onLook: (look: FolderLook | null) => void;
  readonly #files: QuietFiles;
  #timer: NodeJS.Timeout | null = null;
  #due = Infinity;
  #looking = false;
  #stopped = false;
  /** The hint listens to this folder, by device and inode: another one of the same name needs another hint. */
  #hinted = '';
  #endHint: (() => void) | null = null;

  constructor(folder: string, pace: WatchPace, onLook: (look: FolderLook | null) => void, hint = systemHint) {
    this.#folder = folder;
    this.#pace = pace;
    this.#onLook = onLook;
    this.#hint = hint;
    this.#files = new QuietFiles(pace.quietMs);
    this.lookWithin(0);
  }

  /** Brings the next look forward. */
  lookWithin(ms: number): void {
    const due = performance.now() + ms;
    if (this.#stopped || due >= this.#due) return;
    this.#due = due;
    if (this.#looking) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), ms);
    // A program that has nothing else to do ends.
    this.#timer.unref();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#endHint?.();
    this.#endHint = null;
  }

  async #look(): Promise<void> {
    this.#looking = true;
    this.#due = Infinity;
    const found = await this.#found().catch(() => null);
    if (this.#stopped) return;
    if (found === null) this.#listen('');
    const look = found === null ? null : this.#files.look(found, performance.now());
    this.#onLook(look);
    this.#looking = false;
    const asked = this.#due - performance.now();
    this.#due = Infinity;
    const next = look?.isWaiting === true ? this.#pace.quietMs : this.#pace.pollMs;
    this.lookWithin(Math.max(0, Math.min(asked, next)));
  }

  async #found(): Promise<readonly FolderFile[]> {
    const { dev, ino } = await stat(this.#folder);
    if (this.#stopped) return [];
    this.#listen(`${dev}:${ino}`);
    return listFolder(this.#folder);
  }

  #listen(folder: string): void {
    if (folder === this.#hinted) return;
    this.#endHint?.();
    this.#hinted = folder;
    this.#endHint =
      folder === '' ? null : this.#hint(this.#folder, () => this.lookWithin(Math.min(500, this.#pace.quietMs)));
  }
}
