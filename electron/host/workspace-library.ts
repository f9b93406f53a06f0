import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import type { Output } from '#shared/contract.ts';
import { readConfig, writeConfig } from './config-file.ts';
import { fromHome } from './home-path.ts';
import { safeName } from './safe-name.ts';

export const WORKSPACE_EXTENSION = '.nyckeltal';
const MOST_RECENT = 20;

const recentsSchema = z.array(z.strictObject({ path: z.string(), openedAt: z.string() }));

/** Stable between runs, so that a restarted host knows the same ids; says nothing about the path. */
export const idOf = (path: string): string => createHash('sha256').update(path).digest('base64url').slice(0, 24);

const nameOf = (path: string): string => basename(path, WORKSPACE_EXTENSION);

/** Which workspace files may be opened, by opaque id: those in the library folder, the recent ones, those the user picked. */
export class WorkspaceLibrary {
  readonly #temporary: string;
  readonly #folder: string;
  readonly #recentsFile: string;
  readonly #paths = new Map<string, string>();

  /** Workspaces in the `temporary` folder are opened without being remembered. */
  constructor(folder: string, config: string, temporary: string) {
    this.#temporary = resolve(temporary);
    this.#folder = resolve(folder);
    this.#recentsFile = join(config, 'recent.json');
  }

  register(path: string): string {
    const full = resolve(path);
    const id = idOf(full);
    this.#paths.set(id, full);
    return id;
  }

  /** The path behind an id; recent ones and those of the library need not have been listed first. */
  path(id: string): string {
    if (!this.#paths.has(id)) this.recent();
    const path = this.#paths.get(id);
    if (path === undefined) throw new AppError('E_NOT_FOUND', 'This workspace is not in the list.');
    return path;
  }

  /** A path in the library folder that is not taken: `Kaffe.nyckeltal`, then `Kaffe 2.nyckeltal`. */
  newPath(name: string): string {
    const safe = safeName(name);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    for (let n = 1; ; n++) {
      const path = join(this.#folder, `${n === 1 ? safe : `${safe} ${n}`}${WORKSPACE_EXTENSION}`);
      if (!existsSync(path)) return path;
    }
  }

  /** Recent ones first, latest on top, then the rest of the library by name. */
  recent(): Output<'workspace.recent'> {
    const recents = this.#readRecents();
    const known = new Set(recents.map(({ path }) => path));
    const others = this.#inFolder().filter((path) => !known.has(path));
    const all = [...recents, ...others.map((path) => ({ path, openedAt: null }))];
    return all.map(({ path, openedAt }) => ({
      id: this.register(path),
      name: nameOf(path),
      place: fromHome(dirname(path)),
      openedAt,
      present: existsSync(path),
    }));
  }

  /** Puts a workspace on top of the recent ones. */
  opened(path: string, at: string): void {
    if (path.startsWith(this.#temporary + sep)) return;
    const others = this.#readRecents().filter((recent) => recent.path !== path);
    writeConfig(this.#recentsFile, [{ path, openedAt: at }, ...others].slice(0, MOST_RECENT));
  }

  #inFolder(): readonly string[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith(WORKSPACE_EXTENSION))
      .toSorted()
      .map((name) => join(this.#folder, name));
  }

  #readRecents(): readonly z.infer<typeof recentsSchema>[number][] {
    return readConfig(this.#recentsFile, recentsSchema);
  }
}
