import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOSTILE_FILES } from '../fixtures/hostile-files.ts';
import { LIMITS } from './run-inputs.ts';

export interface HostileResult {
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
  readonly seconds: number;
  readonly megabytes: number;
  readonly isRight: boolean;
}

const CHILD = join(import.meta.dirname, 'hostile-child.ts');

/** Every hostile file in a process of its own, with its verdict, time and memory. */
export function runHostile(): readonly HostileResult[] {
  const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-hostile-'));
  try {
    return HOSTILE_FILES.map(([name, wanted, bytes]) => {
      const path = join(folder, 'file');
      writeFileSync(path, bytes());
      // Twice the limit: a reader that is too slow is to be measured, one that hangs is to be ended.
      const run = spawnSync(process.execPath, [CHILD, path], { encoding: 'utf8', timeout: 2000 * LIMITS.seconds });
      const said = run.stdout.startsWith('{')
        ? (JSON.parse(run.stdout) as Pick<HostileResult, 'found' | 'seconds' | 'megabytes'>)
        : { found: `ended by ${run.signal ?? run.status}`, seconds: 2 * LIMITS.seconds, megabytes: 0 };
      const isRight = said.found === wanted && said.seconds <= LIMITS.seconds && said.megabytes <= LIMITS.megabytes;
      return { name, wanted, ...said, isRight };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
