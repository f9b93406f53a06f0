import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/tree.ts';

export interface ReleaseResult {
  /** What the tests said of themselves: how many were run, lost, silent. */
  readonly lines: readonly string[];
  readonly isRight: boolean;
}

/** The tests of some files at the release's numbers, which they take from the environment. */
export function runAtRelease(files: readonly string[], numbers: Readonly<Record<string, number>>): ReleaseResult {
  const command = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'slow', ...files];
  const counts = Object.fromEntries(Object.entries(numbers).map(([name, count]) => [`NYCKELTAL_${name}`, `${count}`]));
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, ...counts, NO_COLOR: '1' },
  });
  const said = stdout.split('\n').filter((line) => /^[a-z][\w -]*: \d+ (?:run|sizes)/i.test(line));
  const skipped = /Tests .*\d+ skipped/.exec(stdout)?.[0];
  const lines = status === 0 ? said : [...said, ...`${stdout}\n${stderr}`.split('\n').slice(-40)];
  return {
    lines: skipped === undefined ? lines : [...lines, skipped.trim()],
    isRight: status === 0 && said.length > 0,
  };
}
