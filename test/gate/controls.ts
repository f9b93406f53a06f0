import { PLANTS, type Plant } from './planted.ts';
import { runInputs, type Limits } from './run-inputs.ts';

const MUTATOR_OF = {
  'a reader that drops the last row': 'csv',
  'a reader that takes one text for another': 'xml',
  'an error without a type': 'zip',
  'an error that changes the workspace': 'zip',
  'a name of an object taken for a place to write': 'csv',
  'a workspace that is believed unseen': 'workspace',
  'a loop without end': 'csv',
  'memory without end': 'csv',
} as const satisfies Record<Plant, string>;

export interface Control {
  readonly plant: Plant;
  readonly run: number;
  readonly caught: number;
  readonly isCaught: boolean;
}

/** Puts every planted bug through a few inputs: each must be caught, and for what it is. */
export async function runControls(seed: number, limits: Limits): Promise<readonly Control[]> {
  const controls: Control[] = [];
  for (const [plant, sign] of Object.entries(PLANTS) as [Plant, string][]) {
    const mutator = MUTATOR_OF[plant];
    // Most damage to a workspace is seen by opening it: a believer is caught by the rest.
    const inputs = plant.endsWith('without end') ? 1 : mutator === 'workspace' ? 200 : 40;
    const { run, faults } = await runInputs({ mutator, seed, from: 0, to: inputs, plant }, limits);
    const caught = faults.filter(({ fault }) => fault.includes(sign)).length;
    controls.push({ plant, run, caught, isCaught: caught > 0 });
  }
  return controls;
}
