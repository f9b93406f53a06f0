import { readFileSync } from 'node:fs';
import type { Output } from '#shared/contract.ts';
import { placesHere } from './places.ts';
import type { WatchPace } from './watching/folder-watch.ts';

/** What a host is told by its shell. Plain JSON, so that it reaches a worker thread as it is. */
export interface HostSettings {
  readonly shell: Output<'app.info'>['shell'];
  readonly version: string;
  /** Where new workspaces are made. */
  readonly library: string;
  /** Where the list of recent workspaces is kept. */
  readonly config: string;
  /** Private folder of this run, removed at its end. */
  readonly temporary: string;
  /** ISO date to take for today, null for this machine's. */
  readonly today: string | null;
  readonly checkOutputs: boolean;
  /** How often a watched folder is looked at; left out, as usual. */
  readonly watchPace?: WatchPace;
}

/** Version in package.json, which lies two folders up both beside the sources and beside the bundle. */
export function appVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const found: unknown = JSON.parse(text);
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : '0';
}

/** The settings of this machine. `NYCKELTAL_TODAY` (ISO) stands in for today's date, so that a report about a past day can be made again. */
export function settingsHere(shell: HostSettings['shell'], temporary: string): HostSettings {
  const today = process.env['NYCKELTAL_TODAY'] ?? null;
  return { ...placesHere(), shell, version: appVersion(), temporary, today, checkOutputs: false };
}
