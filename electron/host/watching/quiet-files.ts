import type { FolderFile } from './list-folder.ts';

export interface QuietFile extends FolderFile {
  /** Milliseconds it has been so. */
  readonly quietFor: number;
}

/** The files of a folder by whether somebody still writes them. */
export interface FolderLook {
  readonly quiet: readonly QuietFile[];
  /** Seen to change, empty, or held by another program. */
  readonly unfinished: readonly FolderFile[];
  /** Some may soon be quiet. */
  readonly isWaiting: boolean;
}

interface Seen {
  readonly stamp: string;
  readonly since: number;
  readonly changed: boolean;
}

/** Tells the files that nobody is writing any more: the same size and time for `quietMs`, not empty and not held. */
export class QuietFiles {
  readonly #quietMs: number;
  #seen: ReadonlyMap<string, Seen> = new Map();

  constructor(quietMs: number) {
    this.#quietMs = quietMs;
  }

  /** Takes what the folder has now; `now` in milliseconds of any clock that goes forward. */
  look(files: readonly FolderFile[], now: number): FolderLook {
    const before = this.#seen;
    const looked = files.map((file) => {
      const known = before.get(file.path);
      const seen =
        known?.stamp === file.stamp ? known : { stamp: file.stamp, since: now, changed: known !== undefined };
      const quietFor = now - seen.since;
      const isIdle = file.held || file.size === 0;
      return { file: { ...file, quietFor }, seen, isIdle, isQuiet: !isIdle && quietFor >= this.#quietMs };
    });
    this.#seen = new Map(looked.map(({ file, seen }) => [file.path, seen]));
    return {
      quiet: looked.filter(({ isQuiet }) => isQuiet).map(({ file }) => file),
      unfinished: looked
        .filter(({ isQuiet, isIdle, seen }) => !isQuiet && (isIdle || seen.changed))
        .map(({ file }) => file),
      isWaiting: looked.some(({ isQuiet, isIdle }) => !isQuiet && !isIdle),
    };
  }
}
