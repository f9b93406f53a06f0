import { expect, it } from 'vitest';
import { runControls } from './controls.ts';
import { runMutants } from './run-mutants.ts';

const SEED = 20_261_121;

it(
  'a thousand changed files: no hang, no untyped error, no silent difference, no changed workspace',
  { timeout: 400_000 },
  async () => {
    const tallies = await runMutants(1000, SEED);
    for (const [mutator, { run, compared, faults }] of tallies) {
      expect([mutator, run, faults]).toEqual([mutator, 250, []]);
      expect(compared).toBeGreaterThan(0);
    }
  },
);

it('the same inputs catch every planted bug', { timeout: 400_000 }, async () => {
  const controls = await runControls(SEED, { seconds: 2, megabytes: 512 });
  expect(controls.filter(({ isCaught }) => !isCaught)).toEqual([]);
});
