import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HOSTILE_FILES } from '../fixtures/hostile-files.ts';
import { root } from '../support/tree.ts';
import { LIMITS } from './run-inputs.ts';

export interface HostileResult {
  readonly name: string;
  readonly found: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly isRight: boolean;
}

const CHILD = join(import.meta.dirname, 'hostile-child.ts');
const anyEnd = /^(?:ok|E_FILE_\w+.*)$/;

/** Reads a file in a process of its own: the verdict wanted, within the limits of time and memory. */
function measured(name: string, path: string, wanted: RegExp): HostileResult {
  // Twice the limit: a reader that is too slow is to be measured, one that hangs is to be ended.
  const run = spawnSync(process.execPath, [CHILD, path], { encoding: 'utf8', timeout: 2000 * LIMITS.seconds });
  const said = run.stdout.startsWith('{')
    ? (JSON.parse(run.stdout) as Pick<HostileResult, 'found' | 'seconds' | 'megabytes'>)
    : { found: `ended by ${run.signal ?? run.status}`, seconds: 2 * LIMITS.seconds, megabytes: 0 };
  const isRight = wanted.test(said.found) && said.seconds <= LIMITS.seconds && said.megabytes <= LIMITS.megabytes;
  return { name, ...said, isRight };
}

/** Every hostile file of our own making. */
export function runHostile(): readonly HostileResult[] {
  const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-hostile-'));
  try {
    return HOSTILE_FILES.map(([name, wanted, bytes]) => {
      const path = join(folder, 'file');
      writeFileSync(path, bytes());
      return measured(name, path, new RegExp(`^${wanted}$`));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The files from the wild, where they are at hand: their verdicts stand in test/files/corpus, here they are timed. */
export function runCorpus(): readonly HostileResult[] {
  const folder = resolve(root, process.env['NYCKELTAL_DATA'] ?? '../shared/data', 'reader_corpus');
  return globSync('*/*', { cwd: folder }).map((name) => measured(name, join(folder, name), anyEnd));
}
