import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'vitest';
import { root } from './tree.ts';

const folder = resolve(root, process.env['NYCKELTAL_DATA'] ?? '../shared/data');

/** A file of the real data with known answers, which lies beside the project and not in it. */
export function dataFile(relative: string): string {
  return join(folder, relative);
}

/** A describe block that needs the real data: skipped, and said so, where it is not at hand. */
export function describeWithData(name: string, tests: () => void): void {
  if (existsSync(folder)) describe(name, tests);
  // Its tests are not even listed: listing them may read the files.
  else
    describe.skip(`${name} (needs the real data: set NYCKELTAL_DATA to its folder)`, () =>
      it('needs them', () => undefined));
}
