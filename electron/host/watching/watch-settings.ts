import { join } from 'node:path';
import { z } from 'zod';
import { readConfig, writeConfig } from '../config-file.ts';

/** Files remembered for a workspace, the latest. */
const MOST_FILES = 1000;
const MOST_WORKSPACES = 100;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const entrySchema = z.strictObject({
  /** Path of the workspace file. */
  workspace: z.string(),
  folder: z.string(),
  on: z.boolean(),
  direct: z.boolean(),
  /** Contents that the user does not want, by SHA-256. */
  declined: z.array(sha256),
  /** Contents that were imported once: never again without being asked, whether that is undone or not. */
  taken: z.array(sha256),
});
export type WatchEntry = Readonly<z.infer<typeof entrySchema>>;

/** Which folder is watched for which workspace: a setting of this machine, where alone a path means something. */
export class WatchSettings {
  readonly #file: string;

  constructor(config: string) {
    this.#file = join(config, 'watched.json');
  }

  of(workspace: string): WatchEntry | null {
    return this.#all().find((entry) => entry.workspace === workspace) ?? null;
  }

  save(entry: WatchEntry): void {
    const others = this.#all().filter(({ workspace }) => workspace !== entry.workspace);
    const { declined, taken } = entry;
    const latest = { ...entry, declined: declined.slice(-MOST_FILES), taken: taken.slice(-MOST_FILES) };
    writeConfig(this.#file, [latest, ...others].slice(0, MOST_WORKSPACES));
  }

  #all(): readonly WatchEntry[] {
    return readConfig(this.#file, z.array(entrySchema));
  }
}
