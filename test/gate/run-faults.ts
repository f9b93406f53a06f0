import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../support/tree.ts';

export interface FaultsResult {
  /** What the tests said of themselves: how many were run, lost, silent. */
  readonly lines: readonly string[];
  readonly isRight: boolean;
}

/** Kills, power cuts, disks that fail or are full, and damaged workspaces: the tests of test/faults at the release's numbers. */
export function runFaults(kills: number, powerCuts: number, damages: number): FaultsResult {
  const command = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'slow', 'test/faults'];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: {
      ...process.env,
      NYCKELTAL_KILLS: String(kills),
      NYCKELTAL_POWER_CUTS: String(powerCuts),
      NYCKELTAL_DAMAGES: String(damages),
      NO_COLOR: '1',
    },
  });
  const said = stdout.split('\n').filter((line) => /^[a-z][\w -]*: \d+ (?:run|sizes)/i.test(line));
  const skipped = /Tests .*\d+ skipped/.exec(stdout)?.[0];
  const lines = status === 0 ? said : [...said, ...`${stdout}\n${stderr}`.split('\n').slice(-40)];
  return {
    lines: skipped === undefined ? lines : [...lines, skipped.trim()],
    isRight: status === 0 && said.length > 0,
  };
}
